using System.Globalization;
using Reporting.Access;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Problems;

/// <summary>Asks a unit to deal with a problem by a day (交办, office); asking again takes the place of what was asked before.</summary>
public sealed class AskUnit(ObligationBook book, ProblemWriting writing, TimeProvider clock)
{
    /// <param name="due">The last day, in Beijing, on which an answer is in time.</param>
    public async Task<Outcome<Recorded<ProblemRecord>>> RunAsync(
        Caller caller, string programmeId, string id, string unit, string? text, DateOnly due, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var known = book.FindProgramme(programmeId);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        var given = ProblemRules.Text(text, "text");
        List<Refusal> refusals = [.. given.Refusals];
        if (RecordRules.Unit(programme, unit, "unit") is { } unknown)
            refusals.Add(unknown);
        if (given.Value is not { } asked || refusals.Count > 0)
            return refusals;
        return await writing.ChangeAsync(caller, programmeId, id, terms, now, current => Task.FromResult(Decide(current.Content)), cancellation);

        Outcome<ProblemRecord> Decide(ProblemRecord problem)
        {
            if (problem.State is ProblemState.Closed or ProblemState.Withdrawn)
                return ProblemRules.WrongState(problem, "重新打开后方可交办", "reopen it before asking a unit");
            if (due < BeijingTime.DateOf(now))
                return new Refusal("due-past", "due", $"办理期限{ChineseDate.Of(due)}已过。", $"The day {Day(due)} is over.");
            var question = new ProblemQuestion(unit, asked, due);
            return problem with
            {
                State = ProblemState.Asked,
                Question = question,
                Step = new ProblemStep(ProblemAction.Asked, caller.Role, caller.Unit, Question: question),
            };
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
