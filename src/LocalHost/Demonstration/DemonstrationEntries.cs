using Reporting.Catalogue;
using Reporting.Collecting;

namespace LocalHost.Demonstration;

/// <summary>What each unit posts in the demonstration: invented, but the same every time and on every machine.</summary>
internal sealed class DemonstrationEntries(Programme programme)
{
    internal static readonly Story Story = Texts.Story();
    private static readonly ILookup<(string, string, string, string), ToldProblem> Problems =
        Texts.Problems().ToLookup(p => (p.Period.ToString(), p.Plan, p.Task, p.Unit));

    private readonly Narrative narrative = new();
    private readonly DemonstrationFigures figures = new(Story);
    private readonly DemonstrationProjects projects = new(Story);

    /// <summary>The entry as the unit means it in the end.</summary>
    internal EntryContent Of(Obligation owed)
    {
        var plan = programme.At(owed.Period).Plans.Single(p => p.Id == owed.Plan);
        if (owed.Task is null)
            return figures.Of(plan, owed.Period);
        var task = plan.Tasks.Single(t => t.Id == owed.Task);
        var (percent, rating) = Percent(owed);
        var (progress, next) = narrative.Of(programme, plan, task, owed);
        return new EntryContent(
            rating,
            percent,
            progress,
            next,
            [],
            [.. Problems[(owed.Period.ToString(), owed.Plan, owed.Task, owed.Unit)].Select(p => new EntryProblem(p.Kind, p.Text, p.Help, p.AskedOf))],
            projects.Of(plan, owed.Task, owed.Period));
    }

    /// <summary>What a unit posts first when the office will return it: the right figures, and too few words.</summary>
    internal EntryContent TooLittle(Obligation owed) => Of(owed) with { Progress = "各项工作按计划推进。", NextStep = "继续推进。" };

    internal static ToldConduct? ConductOf(Obligation owed) => Story.Conduct.FirstOrDefault(c =>
        c.Periods.Contains(owed.Period) && c.Unit == owed.Unit && (c.Plan is null || c.Plan == owed.Plan) && (c.Task is null || c.Task == owed.Task));

    /// <summary>Most are near the pace of the year, a few behind it; what is behind is usually rated so, and caught up or not by midyear.</summary>
    private static (decimal Percent, SelfRating Rating) Percent(Obligation owed)
    {
        if (Story.Progress.FirstOrDefault(p => p.Period == owed.Period && p.Plan == owed.Plan && p.Task == owed.Task && p.Unit == owed.Unit) is { } told)
            return (told.Percent, told.Rating);
        string[] name = ["percent", owed.Plan, owed.Task ?? "", owed.Unit];
        var first = Draw.Between(0, 99, name) switch
        {
            < 80 => Draw.Between(24, 29, [.. name, "1"]),
            < 92 => Draw.Between(22, 23, [.. name, "1"]),
            _ => Draw.Between(18, 21, [.. name, "1"]),
        };
        var percent = owed.Period.Quarter == 1 ? first : first + Draw.Between(0, 99, [.. name, "2"]) switch
        {
            < 85 => Draw.Between(24, 29, [.. name, "3"]),
            _ => Draw.Between(19, 23, [.. name, "3"]),
        };
        return (percent, percent < owed.Period.Quarter * 25 * 0.9m ? SelfRating.Lagging : SelfRating.OnTrack);
    }
}
