using Reporting.Access;
using Reporting.Collecting;
using Reporting.Storage;

namespace Reporting.Problems;

/// <summary>
/// Strikes a problem off with evidence (销号), and opens one again. Only the office may, and nobody who has a hand in it: neither with a key of
/// the unit whose problem it is or that was asked, nor after submitting the entry that raised it or answering for a unit with another key.
/// </summary>
public sealed class CloseProblem(ObligationBook book, ProblemWriting writing, ProblemsTable table, ProgressTable progress, TimeProvider clock)
{
    public async Task<Outcome<Recorded<ProblemRecord>>> RunAsync(
        Caller caller, string programmeId, string id, string? evidence, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = ProblemAddress.Find(book, programmeId, id);
        if (found.Value is not { } address)
            return found.Refusals.ToList();
        var given = ProblemRules.Text(evidence, "evidence");
        if (given.Value is not { } proof)
            return given.Refusals.ToList();
        return await writing.ChangeAsync(caller, programmeId, id, terms, now, DecideAsync, cancellation);

        async Task<Outcome<ProblemRecord>> DecideAsync(Recorded<ProblemRecord> current)
        {
            var problem = current.Content;
            if (problem.State is ProblemState.Closed or ProblemState.Withdrawn)
                return ProblemRules.WrongState(problem, "无须销号", "there is nothing to close");
            if (caller.Role != Role.Office || (caller.Unit is not null && (caller.Unit == problem.Unit || caller.Unit == problem.Question?.Unit)))
                return OwnProblem();
            var versions = await table.ReadVersionsAsync(address.Programme.Id, address.Plan.Id, id, cancellation);
            if (versions.Any(v => v.By == caller.Person && v.Content.Step.Role == Role.Unit) || await SubmittedAsync(problem))
                return OwnProblem();
            return problem with
            {
                State = ProblemState.Closed,
                ClosedAt = now,
                Step = new ProblemStep(ProblemAction.Closed, caller.Role, caller.Unit, proof),
            };
        }

        // The ledger names who accepted an entry; who submitted it stands in the entry's own versions.
        async Task<bool> SubmittedAsync(ProblemRecord problem)
        {
            var entries = problem.Sources.Select(s => new EntryKey(address.Programme.Id, s.Period, problem.Plan, problem.Task, problem.Unit));
            var versions = await Task.WhenAll(entries.Select(entry => progress.ReadVersionsAsync(entry, cancellation)));
            return versions.SelectMany(entry => entry).Any(v => v.State == EntryState.Submitted && v.By == caller.Person);
        }
    }

    /// <summary>Opens a closed or withdrawn problem again, with a reason.</summary>
    public async Task<Outcome<Recorded<ProblemRecord>>> ReopenAsync(
        Caller caller, string programmeId, string id, string? reason, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var given = ProblemRules.Text(reason, "reason");
        if (given.Value is not { } why)
            return given.Refusals.ToList();
        return await writing.ChangeAsync(caller, programmeId, id, terms, now, current => Task.FromResult(Decide(current.Content)), cancellation);

        Outcome<ProblemRecord> Decide(ProblemRecord problem) => problem.State is ProblemState.Closed or ProblemState.Withdrawn
            ? problem with { State = ProblemState.Open, Question = null, Step = new ProblemStep(ProblemAction.Reopened, caller.Role, caller.Unit, why) }
            : ProblemRules.WrongState(problem, "尚未销号", "it is not closed");
    }

    private static Refusal OwnProblem() =>
        new("own-problem", null, "提出或办理该问题的单位和个人不能自行销号。", "Who raised or answered the problem cannot close it.");
}
