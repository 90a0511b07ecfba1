using Reporting.Collecting;
using Reporting.Collecting.LatePermits;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Reminding;

/// <summary>Reads what units still have to submit for a period.</summary>
public sealed class ReadOutstanding(ProgressTable progress, LatePermitsTable permits)
{
    /// <summary>The permits to report after the lock; null on a day on which nothing is taken any more: after the review only a permit gives anything to do.</summary>
    internal async Task<IReadOnlyList<LatePermit>?> LeaveAsync(ProgrammePeriod found, DateTimeOffset now, CancellationToken cancellation)
    {
        var (programme, period, dates) = found;
        var day = BeijingTime.DateOf(now);
        List<LatePermit> leave = day > dates.Lock
            ? [.. (await Task.WhenAll(programme.Plans.Select(plan => permits.ReadAsync(programme.Id, period, plan.Id, cancellation)))).SelectMany(p => p)]
            : [];
        return day > dates.ReviewBy && leave.Count == 0 ? null : leave;
    }

    /// <summary>By unit.</summary>
    /// <param name="leave">As <see cref="LeaveAsync"/> gives it.</param>
    internal async Task<ILookup<string, OutstandingItem>> RunAsync(
        ProgrammePeriod found, IReadOnlyList<LatePermit> leave, DateTimeOffset now, CancellationToken cancellation)
    {
        var (programme, period, dates) = found;
        var extended = leave.Where(p => p.IsInForce(now))
            .ToDictionary(p => new Obligation(period, p.Key.Plan, p.Key.Task, p.Key.Unit), p => p.Until);
        var stored = await Task.WhenAll(programme.Plans.Select(plan => progress.ReadPeriodAsync(programme.Id, period, plan.Id, cancellation)));
        return OutstandingEntries.Of(programme, dates, stored, extended, BeijingTime.DateOf(now));
    }
}
