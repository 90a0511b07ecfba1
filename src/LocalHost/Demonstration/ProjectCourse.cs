using Reporting.Collecting;

namespace LocalHost.Demonstration;

/// <summary>How a project goes on over the four quarters: its stage, and the investment done in percent of the year's plan; neither goes back.</summary>
internal static class ProjectCourse
{
    /// <summary>The first of the named projects gets through its preliminaries, starts and is finished at the year's end.</summary>
    private static readonly (ProjectStage Stage, decimal Share)[] First =
        [(ProjectStage.NotStarted, 0), (ProjectStage.UnderConstruction, 24), (ProjectStage.UnderConstruction, 61), (ProjectStage.Completed, 97)];

    /// <summary>The second is being built, finished in the third quarter, and produces in the fourth.</summary>
    private static readonly (ProjectStage Stage, decimal Share)[] Second =
        [(ProjectStage.UnderConstruction, 29), (ProjectStage.UnderConstruction, 63), (ProjectStage.Completed, 94), (ProjectStage.InProduction, 100)];

    /// <param name="named">Its place among the projects that the sentences name; negative for the others.</param>
    internal static IReadOnlyList<(ProjectStage Stage, decimal Share)> Of(string project, int named)
    {
        if (named >= 0)
            return named == 0 ? First : Second;
        var (first, second) = Drawn(project);
        var third = Later(second, Draw.Between(0, 99, "stage", project, "Q3"), finished: first == ProjectStage.NotStarted ? 0 : 18);
        var fourth = Later(third, Draw.Between(0, 99, "stage", project, "Q4"), finished: second == ProjectStage.NotStarted ? 0 : 40);
        var early = second == ProjectStage.NotStarted ? 0 : EarlyShare(first, project);
        var midyear = MidyearShare(second, early, project);
        var autumn = LaterShare(third, midyear, "Q3", project);
        return [(first, early), (second, midyear), (third, autumn), (fourth, LaterShare(fourth, autumn, "Q4", project))];
    }

    private static (ProjectStage First, ProjectStage Second) Drawn(string project) => Draw.Between(0, 99, "stage", project) switch
    {
        < 10 => (ProjectStage.NotStarted, ProjectStage.NotStarted),
        < 28 => (ProjectStage.NotStarted, ProjectStage.UnderConstruction),
        < 76 => (ProjectStage.UnderConstruction, ProjectStage.UnderConstruction),
        < 88 => (ProjectStage.UnderConstruction, ProjectStage.Completed),
        < 95 => (ProjectStage.Completed, ProjectStage.InProduction),
        _ => (ProjectStage.InProduction, ProjectStage.InProduction),
    };

    /// <param name="drawn">From 0 to 99.</param>
    /// <param name="finished">Of a hundred projects being built, how many are finished in the quarter.</param>
    private static ProjectStage Later(ProjectStage before, int drawn, int finished) => before switch
    {
        ProjectStage.NotStarted => drawn < 50 ? ProjectStage.UnderConstruction : before,
        ProjectStage.UnderConstruction => drawn < finished ? ProjectStage.Completed : before,
        _ => drawn < 75 ? ProjectStage.InProduction : before,
    };

    private static decimal EarlyShare(ProjectStage stage, string project) => stage switch
    {
        ProjectStage.NotStarted => 0m,
        ProjectStage.UnderConstruction => Draw.Between(14m, 31m, 1, "early", project),
        _ => Draw.Between(58m, 82m, 1, "early", project),
    };

    private static decimal MidyearShare(ProjectStage stage, decimal before, string project) => stage switch
    {
        ProjectStage.NotStarted => 0m,
        ProjectStage.UnderConstruction => before + Draw.Between(12m, 29m, 1, "late", project),
        _ => Math.Max(before, Draw.Between(84m, 100m, 1, "late", project)),
    };

    private static decimal LaterShare(ProjectStage stage, decimal before, string quarter, string project) => stage switch
    {
        ProjectStage.NotStarted => 0m,
        ProjectStage.UnderConstruction => Math.Min(98m, before + Draw.Between(17m, 31m, 1, "share", project, quarter)),
        _ => Math.Max(before, Draw.Between(93m, 102m, 1, "share", project, quarter)),
    };
}
