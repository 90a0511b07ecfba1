using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;

namespace LocalHost.Demonstration;

/// <summary>Stage and investment of a plan's projects, reported with the one task of the plan that is about its projects.</summary>
internal sealed class DemonstrationProjects(Story story)
{
    private static readonly Dictionary<string, string> ReportingTask = new(StringComparer.Ordinal)
    {
        ["automotive"] = "R02",
        ["electronics"] = "R04",
        ["equipment"] = "R03",
        ["food"] = "R01",
        ["light-industry"] = "R02",
        ["building-materials"] = "R04",
        ["chemicals"] = "R03",
        ["nonferrous"] = "R05",
        ["steel"] = "R06",
        ["textile"] = "R03",
        ["nev"] = "R10",
        ["biotech"] = "R05",
        ["new-energy"] = "R04",
        ["new-materials"] = "R03",
    };

    private static readonly ProblemKind[] Obstacles =
        [ProblemKind.Land, ProblemKind.Environment, ProblemKind.Funds, ProblemKind.Approval, ProblemKind.Labour, ProblemKind.Market, ProblemKind.Other];

    private readonly Dictionary<string, ToldSlip> slips = story.Slips.ToDictionary(s => s.Project, StringComparer.Ordinal);

    /// <summary>Empty for every task but the one that reports the plan's projects.</summary>
    internal IReadOnlyList<ProjectUpdate> Of(Plan plan, string task, Period period)
    {
        if (ReportingTask.GetValueOrDefault(plan.Id) != task)
            return [];
        var named = Narrative.Named(plan).Select(p => p.Id).ToList();
        return [.. plan.Projects.Where(IsReported).Select(p => Update(p, named.IndexOf(p.Id), period))];
    }

    /// <summary>The projects that are reported on.</summary>
    internal static IEnumerable<string> ReportedOn(Plan plan) => plan.Projects.Where(IsReported).Select(p => p.Id);

    private static bool IsReported(PlanProject project) => project.Kind == "project";

    private ProjectUpdate Update(PlanProject project, int named, Period period)
    {
        var first = period.Quarter == 1;
        if (slips.GetValueOrDefault(project.Id) is { } slip)
            return new ProjectUpdate(project.Id, ProjectStage.NotStarted, slip.Planned, 0, first ? null : slip.Obstacle, first ? slip.Note1 : slip.Note2);
        var planned = Draw.Between(18, 640, "planned", project.Id) * 100m;
        var stages = Stages(project, named);
        var stage = first ? stages.First : stages.Second;
        var share = Share(project, named, stages, first);
        var obstacle = stage == ProjectStage.NotStarted && !first ? Obstacles[Draw.Between(0, Obstacles.Length - 1, "obstacle", project.Id)] : (ProblemKind?)null;
        return new ProjectUpdate(
            project.Id,
            stage,
            planned,
            decimal.Round(planned * share / 1000, 0, MidpointRounding.AwayFromZero) * 10,
            obstacle);
    }

    /// <summary>The first of the named projects gets through its preliminaries and starts, the second is being built.</summary>
    private static (ProjectStage First, ProjectStage Second) Stages(PlanProject project, int named) => named switch
    {
        0 => (ProjectStage.NotStarted, ProjectStage.UnderConstruction),
        1 => (ProjectStage.UnderConstruction, ProjectStage.UnderConstruction),
        _ => Draw.Between(0, 99, "stage", project.Id) switch
        {
            < 10 => (ProjectStage.NotStarted, ProjectStage.NotStarted),
            < 28 => (ProjectStage.NotStarted, ProjectStage.UnderConstruction),
            < 76 => (ProjectStage.UnderConstruction, ProjectStage.UnderConstruction),
            < 88 => (ProjectStage.UnderConstruction, ProjectStage.Completed),
            < 95 => (ProjectStage.Completed, ProjectStage.InProduction),
            _ => (ProjectStage.InProduction, ProjectStage.InProduction),
        },
    };

    /// <summary>Investment done, in percent of the year's plan; never falls.</summary>
    private static decimal Share(PlanProject project, int named, (ProjectStage First, ProjectStage Second) stages, bool first)
    {
        if (stages.Second == ProjectStage.NotStarted || (first && stages.First == ProjectStage.NotStarted))
            return 0;
        if (named >= 0)
            return (named, first) switch { (0, _) => 24, (_, true) => 29, _ => 63 };
        var early = stages.First switch
        {
            ProjectStage.NotStarted => 0m,
            ProjectStage.UnderConstruction => Draw.Between(14m, 31m, 1, "early", project.Id),
            _ => Draw.Between(58m, 82m, 1, "early", project.Id),
        };
        return first ? early : stages.Second switch
        {
            ProjectStage.UnderConstruction => early + Draw.Between(12m, 29m, 1, "late", project.Id),
            _ => Math.Max(early, Draw.Between(84m, 100m, 1, "late", project.Id)),
        };
    }
}
