using Reporting.Access;
using Reporting.Collecting;
using Reporting.Storage;

namespace Reporting.Problems;

/// <summary>Which problems are asked for, as written in the request; null for all.</summary>
/// <param name="Unit">The unit that raised them.</param>
/// <param name="AskedOf">The unit whose help is asked, by the raising unit or by the office.</param>
public sealed record ProblemQuery(string Programme, string? Plan, string? Unit, string? State, string? Kind, string? AskedOf);

/// <summary>A problem and whether its answer is overdue.</summary>
public sealed record LedgerProblem(Recorded<ProblemRecord> Problem, bool Overdue);

/// <summary>The problems that were asked for, oldest first within a plan.</summary>
public sealed record ProblemList(IReadOnlyList<LedgerProblem> Problems);

/// <summary>A problem with its steps, first to last.</summary>
public sealed record ProblemHistory(LedgerProblem Current, IReadOnlyList<Recorded<ProblemRecord>> Versions);

/// <summary>Reads the ledger: a unit sees what it raised and what is asked of it, everybody else sees all.</summary>
public sealed class ListProblems(ObligationBook book, ProblemsTable table, TimeProvider clock)
{
    public async Task<Outcome<ProblemList>> RunAsync(Caller caller, ProblemQuery query, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var known = book.FindProgramme(query.Programme);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        if (query.Plan is { } wanted && !programme.TryGetPlan(wanted, out _))
            return ObligationBook.UnknownPlan(programme, wanted);
        foreach (var unit in new[] { query.Unit, query.AskedOf }.OfType<string>())
        {
            if (!programme.TryGetUnit(unit, out _))
                return ObligationBook.UnknownUnit(programme, unit);
        }
        if (caller.Role == Role.Unit && query.Unit is not null && query.Unit != caller.Unit)
            return new Refusal("not-yours", "unit", "只能按本单位查询；请本单位办理的问题无须写明单位。", "Your unit can ask for its own only; what is asked of it comes without naming a unit.");
        var (state, kind) = (QueryValue.Parse<ProblemState>(query.State, "state"), QueryValue.Parse<ProblemKind>(query.Kind, "kind"));
        if (state.Value is not { } wantedState || kind.Value is not { } wantedKind)
            return (List<Refusal>)[.. state.Refusals, .. kind.Refusals];

        var plans = programme.Plans.Where(p => query.Plan is null || p.Id == query.Plan);
        var read = await Task.WhenAll(plans.Select(plan => table.ReadAsync(programme.Id, plan.Id, cancellation)));
        return new ProblemList([.. read
            .SelectMany(problems => problems.Where(p => Takes(p.Content)).OrderBy(p => p.Content.RaisedAt).ThenBy(p => p.Id, StringComparer.Ordinal))
            .Select(p => new LedgerProblem(p, p.Content.OverdueAt(now)))]);

        bool Takes(ProblemRecord p) =>
            (caller.Role != Role.Unit || p.ConcernsUnit(caller.Unit))
            && (query.Unit is null || p.Unit == query.Unit)
            && (query.AskedOf is null || p.AskedOf == query.AskedOf || p.Question?.Unit == query.AskedOf)
            && (wantedState.Value is null || p.State == wantedState.Value)
            && (wantedKind.Value is null || p.Kind == wantedKind.Value);
    }

    /// <summary>A problem with every step.</summary>
    public async Task<Outcome<ProblemHistory>> HistoryAsync(Caller caller, string programmeId, string id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = ProblemAddress.Find(book, programmeId, id);
        if (found.Value is not var (programme, plan, _))
            return found.Refusals.ToList();
        if (await table.FindAsync(programme.Id, plan.Id, id, cancellation) is not { } current)
            return ProblemAddress.Unknown(id);
        if (ProblemAddress.NotYours(caller, current.Content) is { } refused)
            return refused;
        var versions = await table.ReadVersionsAsync(programme.Id, plan.Id, id, cancellation);
        return new ProblemHistory(
            new LedgerProblem(current, current.Content.OverdueAt(now)),
            [.. versions.Where(v => v.Version <= current.Version)]);
    }
}
