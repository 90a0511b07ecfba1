using System.Globalization;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Collecting;

/// <summary>When entries may be written and reviewed: by the period's dates, and after the lock by a permit (补报许可), which is read only then.</summary>
public sealed class EntryWindows(LatePermitsTable permits)
{
    /// <summary>Refuses what a unit may no longer, or not yet, write; null when it may.</summary>
    internal async Task<Refusal?> RefuseWritingAsync(OwedEntry owed, DateTimeOffset now, CancellationToken cancellation)
    {
        if (EntryWriting.Closed(owed.Dates, now) is not { } closed)
            return null;
        var permitted = owed.Dates.At(now) == Timeliness.Locked && (await permits.FindAsync(owed.Key, cancellation))?.Permit.IsInForce(now) == true;
        return permitted ? null : closed;
    }

    /// <summary>Refuses a review after the period's review has ended; null when it has not.</summary>
    internal async Task<Refusal?> RefuseReviewAsync(OwedEntry owed, DateTimeOffset now, CancellationToken cancellation)
    {
        var dates = owed.Dates;
        if (now < BeijingTime.EndOf(dates.ReviewBy))
            return null;
        var permit = (await permits.FindAsync(owed.Key, cancellation))?.Permit;
        return permit?.IsUnderReview(now, owed.Programme.Calendar.ReviewDays) == true
            ? null
            : new Refusal("review-closed", "period", $"{ChineseDate.Of(dates.Period)}的审核已于{ChineseDate.Of(dates.ReviewBy)}24时结束。", $"The review of {dates.Period} ended at 24:00 on {Day(dates.ReviewBy)} (Beijing).");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
