using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Collecting;

namespace Reporting.Bulletins.Sentences;

/// <summary>Projects by stage as bars and in words, the farthest stage first.</summary>
internal static class StageBars
{
    public static readonly IReadOnlyList<ProjectStage> Stages =
        [ProjectStage.InProduction, ProjectStage.Completed, ProjectStage.UnderConstruction, ProjectStage.NotStarted];

    public static StageChart Chart(IEnumerable<(Phrase Name, Funnel Funnel)> rows) => new(
        [.. Stages.Select(Words.Of)],
        [.. rows.Select(row => new StageRow(
            row.Name.Because(Reasons.Of(row.Funnel)),
            [.. Stages.Select(stage => Count(row.Funnel, stage))],
            Phrase.Of($"共{ProjectSentences.Count(row.Funnel.Projects, "stage")}").Because(Reasons.Of(row.Funnel))))]);

    /// <summary>投产3个、竣工6个、在建14个、未开工2个，共25个.</summary>
    public static Phrase Told(Funnel funnel)
    {
        var counts = Stages.Where(stage => funnel.At(stage).Any())
            .Select(stage => Phrase.Of($"{Words.Of(stage)}{ProjectSentences.Count([.. funnel.At(stage)], "stage")}"));
        return $"{Phrase.Join("、", counts)}，共{ProjectSentences.Count(funnel.Projects, "stage")}";
    }

    private static StageCount Count(Funnel funnel, ProjectStage stage)
    {
        List<ProjectStanding> projects = [.. funnel.At(stage)];
        return new StageCount(projects.Count, Phrase.Traced(ProjectSentences.Count(projects, "stage")).Because(Reasons.Of(funnel)));
    }
}
