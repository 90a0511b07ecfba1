using Reporting.Access;
using Reporting.Catalogue;
using Reporting.Collecting;

namespace Reporting.Problems;

/// <summary>A problem that a caller names: the programme, and the plan that the id begins with.</summary>
internal sealed record ProblemAddress(Programme Programme, Plan Plan, string Id)
{
    /// <summary>Whether there is such a problem is not known yet, only that the plan exists.</summary>
    public static Outcome<ProblemAddress> Find(ObligationBook book, string programmeId, string id)
    {
        var known = book.FindProgramme(programmeId);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        return ProblemId.TryFindPlan(programme, id, out var plan) ? new ProblemAddress(programme, plan, id) : Unknown(id);
    }

    public static Refusal Unknown(string id) => new("problem-not-found", "id", $"问题台账中没有“{id}”。", $"The ledger has no problem '{id}'.");

    /// <summary>A unit deals with its own problems and those asked of it.</summary>
    public static Refusal? NotYours(Caller caller, ProblemRecord problem) => caller.Role == Role.Unit && !problem.ConcernsUnit(caller.Unit)
        ? new("not-yours", "id", "该问题既不是本单位提出，也未请本单位办理。", "The problem is neither your unit's nor asked of it.")
        : null;
}
