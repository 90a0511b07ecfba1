using Reporting.Bulletins;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tick;

namespace Reporting.SignOff;

/// <summary>What the office looks at before it signs (审核单): what is missing, what is doubtful, and what has changed since the draft before.</summary>
/// <param name="SignBy">The last day in Beijing on which the office signs; then the calendar does. Null where it never does.</param>
/// <param name="PublishBy">The day by which the issue is promised; null where none is.</param>
/// <param name="Unreported">Reports that the draft had to do without, or that came late.</param>
/// <param name="Warnings">What is implausible in the entries that the draft uses, with the unit's explanation in their notes.</param>
/// <param name="Changes">Against the draft before; null for the first.</param>
public sealed record DraftReview(
    DraftedIssue Issue,
    DateOnly? SignBy,
    DateOnly? PublishBy,
    IReadOnlyList<UnreportedItem> Unreported,
    IReadOnlyList<DoubtfulEntry> Warnings,
    DraftChanges? Changes);

/// <summary>A report that is missing, unreviewed, returned or late.</summary>
/// <param name="Task">Null for the plan's indicators.</param>
/// <param name="State">missing, unreviewed, returned, or accepted where it was only late.</param>
public sealed record UnreportedItem(string Plan, string? Task, string Unit, string UnitName, ReportState State, Arrival Arrival);

/// <summary>An entry with what is implausible in it.</summary>
public sealed record DoubtfulEntry(string Plan, string? Task, string Unit, string? Note, IReadOnlyList<Warning> Warnings);

/// <summary>Puts the review of a draft together.</summary>
public sealed class ReviewDraft(DraftBook book, MakeDraft drafts, ProgressTable progress, FindWarnings warnings)
{
    /// <summary>The review of the draft that stands; refused where there is none yet.</summary>
    public async Task<Outcome<DraftReview>> RunAsync(string programme, string id, CancellationToken cancellation)
    {
        var found = await book.FindAsync(programme, id, cancellation);
        if (found.Value is not { } issue)
            return found.Refusals.ToList();
        if (issue.Piece.Draft is not { } draft)
            return new Refusal("draft-not-found", "id", "该期尚无送审稿，将在下一次定时任务中生成。", "The issue has no draft yet; the next tick makes it.");
        var dates = PeriodDates.Of(issue.Piece.Issue.Period, issue.Programme.Calendar);
        var publishBy = DueWork.PublishBy(issue.Piece.Issue, issue.Programme.Calendar);
        if (await drafts.SnapshotOfAsync(issue.Piece.Issue, draft, cancellation) is not { } snapshot)
            return new DraftReview(issue, dates.SignBy, publishBy, [], [], null);
        var before = await drafts.SnapshotBeforeAsync(issue.Piece.Issue, draft, cancellation);
        return new DraftReview(
            issue,
            dates.SignBy,
            publishBy,
            [.. snapshot.Plans.SelectMany(plan => plan.Reports).Where(IsWorthALook).Select(r => new UnreportedItem(r.Plan, r.Task, r.Unit, snapshot.NameOf(r.Unit), r.State, r.Arrival))],
            await DoubtfulAsync(issue.Programme, snapshot, cancellation),
            before is null ? null : DraftChanges.Between(ComposeIssue.Compose(before), ComposeIssue.Compose(snapshot)));
    }

    private static bool IsWorthALook(ReportFacts report) => report.State != ReportState.Accepted || report.Arrival is Arrival.Grace or Arrival.Late;

    /// <summary>Of the entries as they stand now: where one has changed since, the next draft has it.</summary>
    private async Task<IReadOnlyList<DoubtfulEntry>> DoubtfulAsync(Programme programme, Snapshot snapshot, CancellationToken cancellation)
    {
        var doubtful = new List<DoubtfulEntry>();
        foreach (var plan in snapshot.Plans)
        {
            var used = plan.Reports.Select(r => r.Entry?.Key).OfType<EntryKey>().ToHashSet();
            var stored = await progress.ReadPeriodAsync(programme.Id, snapshot.Issue.Period, plan.Id, cancellation);
            foreach (var entry in stored.Entries.Where(e => used.Contains(e.Key)))
            {
                if (await warnings.OfAsync(entry, cancellation) is { Count: > 0 } found)
                    doubtful.Add(new DoubtfulEntry(entry.Key.Plan, entry.Key.Task, entry.Key.Unit, entry.Content.Note, found));
            }
        }
        return doubtful;
    }
}
