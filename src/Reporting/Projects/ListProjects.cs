using Reporting.Collecting;
using Reporting.Storage;

namespace Reporting.Projects;

/// <summary>Which projects are asked for, as written in the request; null for all.</summary>
/// <param name="Stage">A stage as last reported: notStarted, underConstruction, completed or inProduction.</param>
/// <param name="Confirmed">true or false.</param>
/// <param name="Obstacle">A kind of obstacle as last reported, or <c>any</c>.</param>
/// <param name="State">active, merged or retired.</param>
public sealed record ProjectQuery(string Programme, string? Plan, string? Stage, string? Confirmed, string? Obstacle, string? State);

/// <summary>A project and what was reported on it, last report first.</summary>
public sealed record ReportedOn(Project Project, IReadOnlyList<ProjectReport> Reports)
{
    /// <summary>Null when no accepted entry speaks of it.</summary>
    public ProjectReport? Latest => Reports.Count == 0 ? null : Reports[0];
}

/// <summary>The projects that were asked for, in catalogue order.</summary>
public sealed record ProjectList(IReadOnlyList<ReportedOn> Projects);

/// <summary>Lists the register of projects; a plan is one partition, no more is read than the plans asked for.</summary>
public sealed class ListProjects(ObligationBook book, ProjectsTable table)
{
    private const string Any = "any";

    public async Task<Outcome<ProjectList>> RunAsync(ProjectQuery query, CancellationToken cancellation)
    {
        var known = book.FindProgramme(query.Programme);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        if (query.Plan is { } wanted && !programme.TryGetPlan(wanted, out _))
            return ObligationBook.UnknownPlan(programme, wanted);
        var parsed = Parse(query);
        if (parsed.Value is not { } filter)
            return parsed.Refusals.ToList();
        var plans = programme.Plans.Where(p => query.Plan is null || p.Id == query.Plan);
        var registers = await Task.WhenAll(plans.Select(plan => table.ReadAsync(programme, plan, cancellation)));
        return new ProjectList([.. registers.SelectMany(r => r.Projects.Select(p => new ReportedOn(p, r.ReportsOn(p)))).Where(filter.Takes)]);
    }

    private static Outcome<Filter> Parse(ProjectQuery query)
    {
        List<Refusal> refusals = [];
        var filter = new Filter(
            Parameter<ProjectStage>(query.Stage, "stage", refusals),
            query.Confirmed is null ? null : query.Confirmed == "true",
            query.Obstacle == Any,
            query.Obstacle == Any ? null : Parameter<ProblemKind>(query.Obstacle, "obstacle", refusals),
            Parameter<ProjectState>(query.State, "state", refusals));
        if (query.Confirmed is not (null or "true" or "false"))
            refusals.Add(new Refusal("parameter-invalid", "confirmed", "confirmed 应为 true 或 false。", "confirmed is true or false."));
        return refusals.Count == 0 ? filter : refusals;
    }

    private static T? Parameter<T>(string? text, string name, List<Refusal> refusals)
        where T : struct, Enum
    {
        var parsed = QueryValue.Parse<T>(text, name);
        refusals.AddRange(parsed.Refusals);
        return parsed.Value?.Value;
    }

    private sealed record Filter(ProjectStage? Stage, bool? Confirmed, bool Obstructed, ProblemKind? Obstacle, ProjectState? State)
    {
        public bool Takes(ReportedOn found) =>
            (Stage is null || found.Latest?.Stage == Stage)
            && (Confirmed is null || found.Project.Confirmed == Confirmed)
            && (!Obstructed || found.Latest?.Obstacle is not null)
            && (Obstacle is null || found.Latest?.Obstacle == Obstacle)
            && (State is null || found.Project.State == State);
    }
}
