using System.Globalization;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Collecting;

/// <summary>Changes an entry: reads it, lets the use case decide, writes the next version, and does it again when another writer was first.</summary>
public sealed class EntryWriting(ProgressTable table)
{
    /// <summary>
    /// Makes a change, or answers with what it wrote when it was sent before under the same idempotency key. The record is looked up only
    /// before something is refused: where nothing stands in the way, the transaction itself finds out.
    /// </summary>
    internal async Task<Outcome<Entry>> OnceAsync(EntryKey key, ChangeTerms terms, Func<Task<Outcome<Entry>>> change, CancellationToken cancellation)
    {
        var outcome = await change();
        return outcome.Value is null && await WrittenBeforeAsync(key, terms, cancellation) is { } before ? before : outcome;
    }

    /// <param name="decide">Gets the entry as it stands, null when there is none; may be called several times.</param>
    internal Task<Outcome<Entry>> ChangeAsync(
        EntryKey key, ChangeTerms terms, Func<Entry?, Outcome<EntryChange>> decide, CancellationToken cancellation) =>
        ChangeRounds.RunAsync(() => RoundAsync(key, terms, decide, cancellation), () => WrittenBeforeAsync(key, terms, cancellation));

    private async Task<Outcome<Entry>?> RoundAsync(
        EntryKey key, ChangeTerms terms, Func<Entry?, Outcome<EntryChange>> decide, CancellationToken cancellation)
    {
        var current = await table.FindAsync(key, cancellation);
        if (terms.Refuse(current?.Entry.Hash, current?.Entry.Version ?? 0) is { } refused)
            return refused;
        var decision = decide(current?.Entry);
        if (decision.Value is not { } change)
            return decision.Refusals.ToList();
        if (await table.WriteAsync(key, change, current, terms.Idempotency, cancellation) is { } written)
            return written;
        return null;
    }

    private async Task<Outcome<Entry>?> WrittenBeforeAsync(EntryKey key, ChangeTerms terms, CancellationToken cancellation)
    {
        if (terms.Idempotency is not { } idempotency || await table.FindWrittenAsync(key, idempotency, cancellation) is not { } record)
            return null;
        if (record.Request != idempotency.Request)
            return IdempotencyKey.Reused();
        return await table.FindVersionAsync(key, record.Version, cancellation)
            ?? throw new InvalidDataException($"Version {record.Version} of {key} was written under an idempotency key and is not there.");
    }

    /// <summary>Refuses what the period's dates alone do not, or not yet, allow a unit to write.</summary>
    internal static Refusal? Closed(PeriodDates dates, DateTimeOffset now) => dates.At(now) switch
    {
        Timeliness.Locked => new(
            "period-locked",
            "period",
            $"{ChineseDate.Of(dates.Period)}已于{ChineseDate.Of(dates.Lock)}24时锁定，不再接收报送；确需补报的，可申请补报许可。",
            $"{dates.Period} was locked at 24:00 on {Day(dates.Lock)} (Beijing); ask for an exception where you must still report."),
        Timeliness.NotYetOpen => new("period-not-open", "period", $"{ChineseDate.Of(dates.Period)}自{ChineseDate.Of(dates.Opens)}起接收报送。", $"{dates.Period} opens on {Day(dates.Opens)} (Beijing)."),
        _ => null,
    };

    internal static Refusal NoEntry() => new("entry-not-found", null, "尚未报送。", "Nothing has been entered yet.");

    internal static Refusal WrongState(EntryState state, string wanted, string wantedEn) =>
        new("wrong-state", null, $"条目现为“{EntryWords.Of(state)}”，{wanted}。", $"The entry is {ReportingJson.NameOf(state)}; {wantedEn}.");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
