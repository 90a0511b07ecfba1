using Reporting.Access;

namespace Reporting.Problems;

/// <summary>Answers what the office asked: the unit that was asked, or the office for it.</summary>
public sealed class AnswerProblem(ProblemWriting writing, TimeProvider clock)
{
    public async Task<Outcome<Recorded<ProblemRecord>>> RunAsync(
        Caller caller, string programmeId, string id, string? text, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var given = ProblemRules.Text(text, "text");
        if (given.Value is not { } answer)
            return given.Refusals.ToList();
        return await writing.ChangeAsync(caller, programmeId, id, terms, now, current => Task.FromResult(Decide(current.Content)), cancellation);

        Outcome<ProblemRecord> Decide(ProblemRecord problem)
        {
            if (problem is not { State: ProblemState.Asked, Question: { } question })
                return ProblemRules.WrongState(problem, "只能答复办理中的问题", "only what a unit was asked can be answered");
            if (caller.Role == Role.Unit && caller.Unit != question.Unit)
                return new Refusal("not-yours", "id", "该问题未请本单位办理。", "Your unit was not asked.");
            return problem with { State = ProblemState.Answered, Step = new ProblemStep(ProblemAction.Answered, caller.Role, caller.Unit, answer) };
        }
    }
}
