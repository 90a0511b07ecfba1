using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tick;

namespace Reporting.SignOff;

/// <summary>A published figure that an entry accepted later has changed (更正), not yet printed as such.</summary>
/// <param name="Issue">The published issue that has the old value; it stays as it is.</param>
/// <param name="Field">As in traces, e.g. <c>figures[automotive-T07].value</c>.</param>
/// <param name="Corrected">Null where the entry was taken back and nothing stands in its place.</param>
/// <param name="Reason">What the unit says of it in its note.</param>
/// <param name="SubmittedBy">The person who handed in what stands now.</param>
/// <param name="AcceptedBy">The person of the office who accepted it; null where the entry was taken back.</param>
public sealed record OpenCorrection(
    string Issue, int Number, string Plan, string? Task, string Unit, string Field, string Published, string? Corrected, string? Reason, string? SubmittedBy, string? AcceptedBy, DateTimeOffset At);

/// <summary>The corrections of a programme that are open.</summary>
public sealed record CorrectionList(IReadOnlyList<OpenCorrection> Corrections);

/// <summary>Which plan's published figures are to be corrected by an issue of its own.</summary>
public sealed record CorrectionRequest(string Plan);

/// <summary>
/// Corrections are not kept, they are seen: each plan's last bulletin is compared with the entries as they stand. What differs is open until
/// the next bulletin prints it, or an issue of its own that the office asks for.
/// </summary>
public sealed class Corrections(
    ObligationBook book, ListIssues published, FreezeIssue freeze, ProgressTable progress, WorkTable work, WorkQueue queue, DraftBook drafts, TimeProvider clock)
{
    /// <summary>By plan, in the order of the notice.</summary>
    public async Task<Outcome<CorrectionList>> ListAsync(string programme, string? plan, CancellationToken cancellation)
    {
        var known = book.FindProgramme(programme);
        if (known.Value is not { } found)
            return known.Refusals.ToList();
        if (plan is not null && book.FindPlan(programme, plan) is { Value: null } unknown)
            return unknown.Refusals.ToList();
        var open = new List<OpenCorrection>();
        foreach (var one in found.Plans.Where(p => plan is null || p.Id == plan).OrderBy(p => p.Order))
            open.AddRange(await OpenAsync(found, one.Id, cancellation));
        return new CorrectionList(open);
    }

    /// <summary>Has a correction drafted for the office to sign; refused where nothing is to be corrected, or one is under way for that bulletin.</summary>
    public async Task<Outcome<DraftedIssue>> RequestAsync(string programme, CorrectionRequest request, CancellationToken cancellation)
    {
        var listed = await ListAsync(programme, request.Plan, cancellation);
        if (listed.Value is not { } open)
            return listed.Refusals.ToList();
        if (open.Corrections.Count == 0 || book.FindProgramme(programme).Value is not { } found || await LastAsync(found, request.Plan, cancellation) is not { } last)
            return new Refusal("nothing-to-correct", "plan", "该计划已发布的数据与采用的报送一致，没有须更正的。", "What was published of the plan agrees with the accepted entries; there is nothing to correct.");
        var issue = new IssueKey(found.Id, last.Key.Period, CorrectionNotice.Id, request.Plan);
        if (!await work.AddAsync(issue, clock.GetUtcNow(), cancellation))
            return new Refusal("correction-exists", "plan", "该期已有更正在办或已发布；后来的变动在下一期通报中更正。", "There is a correction of that bulletin already; what changed later is corrected in the next bulletin.");
        await queue.SendAsync(WorkMessage.Write(issue), cancellation);
        return await drafts.FindAsync(programme, IssueSeries.Id(issue), cancellation);
    }

    private async Task<IEnumerable<OpenCorrection>> OpenAsync(Programme programme, string plan, CancellationToken cancellation)
    {
        if (await LastAsync(programme, plan, cancellation) is not { } last)
            return [];
        var key = new IssueKey(programme.Id, last.Key.Period, CorrectionNotice.Id, plan);
        var found = (await freeze.ReadAsync(programme, key, clock.GetUtcNow(), cancellation)).Since?.Corrections ?? [];
        var open = new List<OpenCorrection>();
        foreach (var corrected in found)
        {
            var versions = (await progress.ReadVersionsAsync(corrected.Now.Key, cancellation)).Where(v => v.Version <= corrected.Now.Version).ToList();
            open.Add(Of(last, corrected, ByOf(EntryState.Submitted), corrected.Corrected is null ? null : ByOf(EntryState.Accepted)));

            string? ByOf(EntryState state) => versions.LastOrDefault(v => v.State == state)?.By;
        }
        return open;
    }

    private async Task<PublishedIssue?> LastAsync(Programme programme, string plan, CancellationToken cancellation) =>
        (await published.RunAsync(programme, null, PlanBulletin.Id, plan, cancellation)).MaxBy(issue => issue.Key.Period);

    private static OpenCorrection Of(PublishedIssue last, CorrectedFigure c, string? submitted, string? accepted) => new(
        last.Id, last.Number, c.Plan, c.Task, c.Unit, c.Field, c.Published, c.Corrected, c.Reason, submitted, accepted, c.Now.At.ToOffset(BeijingTime.Offset));
}
