using System.Globalization;
using Reporting.Access;
using Reporting.Collecting;
using Reporting.Storage;
using Reporting.Workbooks.Reading;

namespace Reporting.Workbooks;

/// <summary>Decides about one entry of a workbook and writes it as a JSON request would: through the same use cases, with the same rules.</summary>
public sealed class StoreRow(PutEntry write, SubmitEntry hand, FindWarnings warnings, ProgressTable table)
{
    /// <param name="made">What the entry was when the workbook was made; null when the workbook did not know it.</param>
    internal async Task<WorkbookRow> RunAsync(Caller caller, FilledEntry filled, EntryStamp? made, bool submit, CancellationToken cancellation)
    {
        var current = filled.Entry.Current;
        if (filled.Faults.Count > 0)
            return Row(filled, RowOutcome.Refused, current, filled.Faults);
        var mark = ContentMark.Of(filled.Content);
        var agrees = current is not null && mark == ContentMark.Of(CellTexts.AsInCells(current.Content));
        if (!agrees && mark == (made?.Mark ?? ContentMark.Of(CarryOver.Nothing)))
        {
            // Nobody wrote in this row. What somebody else wrote meanwhile stays.
            return current is null ? Row(filled, RowOutcome.Blank, null, []) : Row(filled, RowOutcome.Unchanged, current, [], [ChangedSince(filled, current)]);
        }
        if (!agrees)
        {
            if (await StaleAsync(caller, filled, made, cancellation) is { } stale)
                return Row(filled, RowOutcome.Refused, current, [stale]);
            var put = await write.RunAsync(caller, AddressOf(filled), filled.Content, TermsOf(current), cancellation);
            if (put.Value is not { } draft)
                return Row(filled, RowOutcome.Refused, current, [.. put.Refusals.Select(filled.At)]);
            current = draft;
        }
        var (outcome, refusals) = (agrees ? RowOutcome.Unchanged : RowOutcome.Stored, Array.Empty<Refusal>());
        if (submit && current is { State: EntryState.Draft or EntryState.Returned })
        {
            var handed = await hand.RunAsync(caller, AddressOf(filled), TermsOf(current), cancellation);
            if (handed.Value is { } entry)
                (outcome, current) = (RowOutcome.Submitted, entry);
            else
                refusals = [.. handed.Refusals.Select(filled.At)];
        }
        // What was written some other time has been warned of then.
        var written = outcome == RowOutcome.Unchanged || current is null ? [] : await warnings.OfAsync(current, cancellation);
        return Row(filled, outcome, current, refusals, [.. written.Select(filled.At)]);
    }

    /// <summary>
    /// Why the row may not replace what is stored: somebody else wrote into the entry after the workbook was made. What the caller wrote
    /// meanwhile, by this workbook or otherwise, is no hindrance, nor is what the office did without touching the content.
    /// </summary>
    private async Task<Refusal?> StaleAsync(Caller caller, FilledEntry filled, EntryStamp? made, CancellationToken cancellation)
    {
        if (filled.Entry.Current is not { } current || current.Hash == made?.Hash)
            return null;
        var versions = await table.ReadVersionsAsync(filled.Entry.Key, cancellation);
        var known = made?.Hash is { } hash ? versions.TakeWhile(v => v.Hash != hash).Count() + 1 : 0;
        var before = known > 0 && known <= versions.Count ? versions[known - 1].Content : null;
        foreach (var version in versions.Skip(known))
        {
            if (version.By != caller.Person && (before is null || ContentMark.Of(before) != ContentMark.Of(version.Content)))
                return Stale(filled, version);
            before = version.Content;
        }
        return null;
    }

    private static Refusal Stale(FilledEntry filled, Entry changed) => new(
        "stale",
        filled.Places[""],
        string.Create(CultureInfo.InvariantCulture, $"下载工作簿之后，{changed.By}已修改该条目（第{changed.Version}版），本行未存入；请重新下载工作簿，核对后再填。"),
        string.Create(CultureInfo.InvariantCulture, $"{changed.By} has changed the entry (version {changed.Version}) since the workbook was made; get it again."));

    private static Warning ChangedSince(FilledEntry filled, Entry current) => new(
        "changed-since",
        filled.Places[""],
        string.Create(CultureInfo.InvariantCulture, $"下载工作簿之后该条目已改为第{current.Version}版；本行没有改动，系统中的内容不变。"),
        string.Create(CultureInfo.InvariantCulture, $"The entry has come to version {current.Version} since the workbook was made; the row was not changed and the entry stays as it is."));

    private static EntryAddress AddressOf(FilledEntry filled)
    {
        var key = filled.Entry.Key;
        return new EntryAddress(key.Programme, key.Period.ToString(), key.Plan, key.Task, key.Unit);
    }

    private static ChangeTerms TermsOf(Entry? current) => current is null ? ChangeTerms.None : new ChangeTerms(new IfMatch([current.Hash]), null);

    private static WorkbookRow Row(FilledEntry filled, RowOutcome outcome, Entry? entry, IReadOnlyList<Refusal> errors, IReadOnlyList<Warning>? warnings = null) => new(
        ProgressSheet.Form.Name, filled.Row, filled.Entry.Key.Plan, filled.Entry.Key.Task, outcome, entry?.State, entry?.Version, errors, warnings ?? []);
}
