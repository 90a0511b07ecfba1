using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Collecting;

namespace Reporting.Bulletins.Sentences;

/// <summary>
/// 一、总体进展: the figures that units report on commitments of the plan's work items. They stand beside what is promised and are not judged:
/// most have no date within the year, and few add up over it.
/// </summary>
internal static class CommitmentSentences
{
    /// <summary>具体工作目标中，手机产能1.2亿部（目标2亿部，郑州市政府报送）。 Nothing where no report that is used has a figure.</summary>
    public static Phrase Paragraph(Snapshot snapshot, PlanFacts plan)
    {
        var said = plan.Commitments.SelectMany(commitment => Figures(plan, commitment.Id)
            .Select(reported => Said(snapshot, commitment, reported.Report, reported.Figure))).ToList();
        return said.Count == 0
            ? Phrase.Empty
            : Phrase.Of($"具体工作目标中，{Phrase.Join("；", said)}。").Because(plan.Commitments.SelectMany(c => plan.Reports
                .Where(r => r.Content?.Figures.Any(f => f.Indicator == c.Id) == true)
                .SelectMany(r => (string[])[Cite.Source(r, "state"), Cite.Source(r, $"figures[{c.Id}].value"), Cite.Source(r, $"figures[{c.Id}].preliminary"), Cite.Catalogue(c.Id, "value")])));
    }

    private static IEnumerable<(ReportFacts Report, EntryFigure Figure)> Figures(PlanFacts plan, string commitment) =>
        from report in plan.Reports
        where report.State == ReportState.Accepted
        from figure in report.Content?.Figures ?? []
        where figure.Indicator == commitment && figure.Value is not null
        select (report, figure);

    private static Phrase Said(Snapshot snapshot, CommitmentFacts commitment, ReportFacts report, EntryFigure figure)
    {
        var value = Cite.Said(report, $"figures[{figure.Indicator}].value", Numbers.Exact(figure.Value ?? 0m) + figure.Unit);
        Phrase preliminary = figure.Preliminary ? Phrase.Plain("快报数，") : Phrase.Empty;
        Phrase goal = commitment.Value is { } promised
            ? $"目标{Cite.Printed(commitment.Id, "value", Goal(promised, commitment))}，"
            : Phrase.Empty;
        return $"{Cite.Printed(commitment.Id, "what", commitment.What)}{value}（{preliminary}{goal}{Cite.UnitName(snapshot, report.Unit)}报送）";
    }

    private static string Goal(decimal value, CommitmentFacts commitment) =>
        (commitment.UpperValue is { } upper ? Numbers.Exact(value) + "—" + Numbers.Exact(upper) : Numbers.Exact(value)) + commitment.Unit;
}
