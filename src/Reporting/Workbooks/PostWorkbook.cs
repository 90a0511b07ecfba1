using Reporting.Access;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Workbooks.Reading;

namespace Reporting.Workbooks;

/// <summary>Takes a workbook that was filled in: stores what is good, refuses what is not by its cells, and leaves alone what nobody changed.</summary>
public sealed class PostWorkbook(UnitForms forms, StoreRow store, LatePermitsTable permits, TimeProvider clock)
{
    /// <summary>Why the caller may not post this workbook whatever it holds; empty when he may.</summary>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(Caller caller, WorkbookAddress address, CancellationToken cancellation)
    {
        var found = forms.Find(caller, address);
        if (found.Value is not { } quarter)
            return found.Refusals;
        return await ClosedAsync(quarter, clock.GetUtcNow(), cancellation) is { } closed ? [closed] : [];
    }

    /// <param name="submit">Whether good rows are handed over to the office as well.</param>
    public async Task<Outcome<WorkbookResult>> RunAsync(Caller caller, WorkbookAddress address, byte[] file, bool submit, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = forms.Find(caller, address);
        if (found.Value is not { } quarter)
            return found.Refusals.ToList();
        if (await ClosedAsync(quarter, now, cancellation) is { } closed)
            return closed;
        var opened = FilledReader.Open(file);
        if (opened.Value is not { } sheets)
            return opened.Refusals.ToList();
        var stamped = FilledReader.StampOf(sheets, quarter);
        if (stamped.Value is not { } stamp)
            return stamped.Refusals.ToList();
        var read = FilledReader.Read(sheets, await forms.ReadAsync(quarter, withEarlier: false, cancellation));
        if (read.Value is not { } filled)
            return read.Refusals.ToList();

        var made = stamp.Entries.ToDictionary(e => e.Code, StringComparer.Ordinal);
        var rows = new List<WorkbookRow>();
        foreach (var entry in filled.Entries)
            rows.Add(await store.RunAsync(caller, entry, made.GetValueOrDefault(entry.Entry.Code), submit, cancellation));
        rows.AddRange(filled.Strays.Select(s => new WorkbookRow(s.Sheet, s.Row, null, null, RowOutcome.Refused, null, null, s.Faults, [])));
        return new WorkbookResult(quarter.Programme.Id, quarter.Dates.Period, quarter.Unit.Id, submit, rows);
    }

    /// <summary>After the lock a workbook is taken when the unit has leave to report at least one entry; the others are then refused by their rows.</summary>
    private async Task<Refusal?> ClosedAsync(UnitQuarter quarter, DateTimeOffset now, CancellationToken cancellation)
    {
        var (programme, dates, unit, _) = quarter;
        if (EntryWriting.Closed(dates, now) is not { } closed)
            return null;
        if (dates.At(now) != Timeliness.Locked)
            return closed;
        var read = await Task.WhenAll(quarter.Plans.Select(plan => permits.ReadAsync(programme.Id, dates.Period, plan, cancellation)));
        return read.SelectMany(p => p).Any(p => p.Key.Unit == unit.Id && p.IsInForce(now)) ? null : closed;
    }
}
