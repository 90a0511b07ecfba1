using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Sentences;
using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;

namespace Reporting.Bulletins.Reports;

/// <summary>半年小结: one plan's first half; cumulative figures are the second quarter's, each quarter's own the difference of two.</summary>
internal sealed class HalfYearSummary() : Report(Id, "半年小结")
{
    public static IssueKind Id { get; } = IssueKind.Of("half-year");

    internal override Document Compose(Snapshot snapshot)
    {
        var standing = PlanStanding.Of(snapshot)[0];
        var text = new Draft();
        PlanSections.Opening(text, snapshot, standing);

        var targets = new TargetSentences(snapshot, standing);
        text.Section("上半年总体情况");
        text.Say(targets.Paragraph());
        if (targets.HasFigures)
        {
            new HalfYearTables(snapshot, standing).Targets(text);
            var charts = new PlanCharts(snapshot, standing);
            if (!charts.Quarters(text))
                charts.Targets(text);
        }
        text.Say(CommitmentSentences.Paragraph(snapshot, standing.Plan));

        text.Section("重点任务推进情况");
        text.Say(Changes(snapshot, standing));
        new HalfYearTables(snapshot, standing).Tasks(text);
        var tasks = new TaskSentences(snapshot, standing);
        foreach (var (lead, said) in tasks.Paragraphs())
            text.Say(lead, said);
        text.Say(tasks.Unreported());
        text.Say(tasks.Rest());

        PlanSections.Projects(text, snapshot, standing);
        PlanSections.Problems(text, snapshot, standing);
        PlanSections.Submission(text, snapshot, standing);
        PlanSections.NextSteps(text, snapshot, standing, "下半年工作");
        PlanSections.Corrections(text, snapshot, _ => true);
        text.Add(new NoteBlock(new DataNotes(snapshot, [standing]).Paragraph()));
        return Frame.Close(
            snapshot,
            [Frame.About(snapshot, standing.Plan), $"{Frame.SinceJanuary(snapshot)}落实情况的小结"],
            Frame.OfficeOf(standing.Plan.Office),
            text);
    }

    /// <summary>8项任务亮灯情况：…。与一季度相比，2项好转（任务3、任务5），1项转差（任务7），其余5项未变。</summary>
    private static Phrase Changes(Snapshot snapshot, PlanStanding standing)
    {
        Phrase lights = $"{TaskSentences.Count(standing.Tasks, "项")}任务亮灯情况：{TaskSentences.Lights(standing.Tasks)}{new TaskSentences(snapshot, standing).Silent()}。";
        var comparable = standing.Tasks.Where(t => t is { Light: not null, Before: not null }).ToList();
        if (comparable.Count == 0)
            return lights;
        Phrase Named(List<TaskStanding> tasks, string what) =>
            $"{TaskSentences.Count(tasks, "项")}{what}（{Phrase.Join("、", tasks.Select(t => Phrase.Traced(Cite.TaskNumber(standing.Plan.Id, t.Task))))}）";
        var better = comparable.Where(t => t.Light < t.Before).ToList();
        var worse = comparable.Where(t => t.Light > t.Before).ToList();
        var same = comparable.Where(t => t.Light == t.Before).ToList();
        List<Phrase> parts = [];
        if (better.Count > 0)
            parts.Add(Named(better, "好转"));
        if (worse.Count > 0)
            parts.Add(Named(worse, "转差"));
        if (same.Count > 0)
            parts.Add(parts.Count == 0 ? Phrase.Of($"{TaskSentences.Count(same, "项")}任务亮灯均未变") : $"{TaskSentences.Count(same, "项")}未变");
        return $"{lights}{Phrase.Of($"与{Words.Quarter(snapshot.Issue.Period.Previous)}相比，{Phrase.Join("，", parts)}。").Because(Reasons.Of(standing.Tasks))}";
    }
}
