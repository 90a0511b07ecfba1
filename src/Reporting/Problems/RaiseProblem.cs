using Reporting.Access;
using Reporting.Collecting;

namespace Reporting.Problems;

/// <summary>A problem that the office puts into the ledger itself.</summary>
/// <param name="Unit">Whose problem it is.</param>
/// <param name="Text">At most 4,000 characters.</param>
/// <param name="AskedOf">The body whose help is needed; null when none is named.</param>
public sealed record NewProblem(string Plan, string Unit, ProblemKind Kind, string Text, string? HelpAsked = null, string? AskedOf = null);

/// <summary>Puts a problem into the ledger that no entry raises (office).</summary>
public sealed class RaiseProblem(ObligationBook book, ProblemWriting writing, ICharacterRepertoire characters, TimeProvider clock)
{
    public async Task<Outcome<Recorded<ProblemRecord>>> RunAsync(
        Caller caller, string programmeId, NewProblem raised, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var known = book.FindProgramme(programmeId);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        if (!programme.TryGetPlan(raised.Plan, out var plan))
            return RecordRules.UnknownPlan(raised.Plan);
        var (text, help) = (EntryText.Cleaned(raised.Text), EntryText.Cleaned(raised.HelpAsked));
        if (text is null)
            return new Refusal("field-required", "text", "须写明问题。", "Say what the problem is.");
        List<Refusal?> found =
        [
            RecordRules.Unit(programme, raised.Unit, "unit"),
            EntryText.Check(text, "text", characters),
            EntryText.Check(help, "helpAsked", characters),
            raised.AskedOf is { } body ? RecordRules.Unit(programme, body, "askedOf") : null,
        ];
        List<Refusal> refusals = [.. found.OfType<Refusal>()];
        if (refusals.Count > 0)
            return refusals;
        var address = new ProblemAddress(programme, plan, ProblemId.OfOffice(plan.Id, raised.Unit, raised.Kind, text));
        var record = new ProblemRecord(
            plan.Id, Task: null, raised.Unit, raised.Kind, text, help, raised.AskedOf, ProblemState.Open, [], now, Question: null, ClosedAt: null,
            new ProblemStep(ProblemAction.Raised, caller.Role, caller.Unit));
        return await writing.WriteAsync(
            caller,
            address,
            terms.Idempotency,
            now,
            current => Task.FromResult<Outcome<ProblemRecord>>(current is null ? record : Exists(address.Id)),
            cancellation);
    }

    private static Refusal Exists(string id) => new("problem-exists", "text", $"该问题已在台账中（{id}）。", $"The ledger has this problem already ({id}).");
}
