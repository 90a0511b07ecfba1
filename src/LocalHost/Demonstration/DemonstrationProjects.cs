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

    private readonly Dictionary<(string Project, Period Period), ToldProject> told = story.Projects.ToDictionary(p => (p.Project, p.Period));

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
        var planned = Draw.Between(18, 640, "planned", project.Id) * 100m;
        if (told.GetValueOrDefault((project.Id, period)) is { } known)
            return new ProjectUpdate(project.Id, known.Stage, known.Planned ?? planned, known.Done, known.Obstacle, known.Note);
        var course = ProjectCourse.Of(project.Id, named);
        var (stage, share) = course[period.Quarter - 1];
        var obstacle = stage == ProjectStage.NotStarted && period.Quarter > 1
            ? Obstacles[Draw.Between(0, Obstacles.Length - 1, "obstacle", project.Id)]
            : (ProblemKind?)null;
        return new ProjectUpdate(
            project.Id,
            stage,
            planned,
            decimal.Round(planned * share / 1000, 0, MidpointRounding.AwayFromZero) * 10,
            obstacle);
    }
}
