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
        var told = Story.Progress.FirstOrDefault(p => p.Period == owed.Period && p.Plan == owed.Plan && p.Task == owed.Task && p.Unit == owed.Unit);
        var (percent, rating) = told is null ? DemonstrationPercent.Of(owed) : (told.Percent, told.Rating);
        var words = Story.Words.FirstOrDefault(w => w.Period == owed.Period && w.Plan == owed.Plan && w.Task == owed.Task && w.Unit == owed.Unit);
        var (progress, next) = narrative.Of(programme, plan, task, owed);
        return new EntryContent(
            rating,
            percent,
            words?.Progress ?? progress,
            words?.Next ?? next,
            [],
            [.. Problems[(owed.Period.ToString(), owed.Plan, owed.Task, owed.Unit)].Select(p => new EntryProblem(p.Kind, p.Text, p.Help, p.AskedOf))],
            projects.Of(plan, owed.Task, owed.Period));
    }

    /// <summary>The entry as the unit posts it for the bulletin: with a mistake where one is put right later.</summary>
    internal EntryContent AsPosted(Obligation owed) =>
        CorrectionOf(owed) is { } told ? told.Misprinted(Of(owed)) : Of(owed);

    /// <summary>The entry put right, with what the unit says of its mistake.</summary>
    internal EntryContent Corrected(Obligation owed, ToldCorrection told) => Of(owed) with { Note = told.Note };

    /// <summary>What a unit posts first when the office will return it: the right figures, and too few words.</summary>
    internal EntryContent TooLittle(Obligation owed) => Of(owed) with { Progress = "各项工作按计划推进。", NextStep = "继续推进。" };

    internal static ToldConduct? ConductOf(Obligation owed) => Story.Conduct.FirstOrDefault(c =>
        c.Periods.Contains(owed.Period) && c.Unit == owed.Unit && (c.Plan is null || c.Plan == owed.Plan) && (c.Task is null || c.Task == owed.Task));

    private static ToldCorrection? CorrectionOf(Obligation owed) => Story.Corrections.FirstOrDefault(c => c.Concerns(owed));
}
