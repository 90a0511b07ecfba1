using Reporting.Bulletins.Sentences;
using Reporting.Collecting;

namespace Reporting.Bulletins.Snapshots;

/// <summary>
/// Compares what an issue published with what stands now. Only figures are compared that issues print; what the entry says in words belongs
/// to its own period and is not printed again.
/// </summary>
internal static class CompareIssues
{
    public static ChangesSince Since(PublishedBefore previous, IReadOnlyDictionary<EntryKey, Entry> entries, string programme)
    {
        List<CorrectedFigure> corrections = [];
        List<SuppliedReport> supplied = [];
        foreach (var report in previous.Snapshot.Plans.SelectMany(plan => plan.Reports))
        {
            var key = new EntryKey(programme, report.Period, report.Plan, report.Task, report.Unit);
            Compare(key, report.State, report.Entry, FiguresOf(report.Content));
            foreach (var earlier in report.Earlier)
                Compare(key with { Period = earlier.Period }, earlier.State, earlier.Entry, FiguresOf(earlier));
        }
        return new ChangesSince(previous.Issue, corrections, supplied);

        void Compare(EntryKey key, ReportState was, EntryVersion? version, IReadOnlyList<Printed> printed)
        {
            if (!entries.TryGetValue(key, out var now) || ReportFreezer.VersionOf(now) is not { } standing || standing.Version == version?.Version)
                return;
            var accepted = ReportFreezer.StateOf(now) == ReportState.Accepted;
            if (was != ReportState.Accepted && accepted)
                supplied.Add(new SuppliedReport(key.Plan, key.Task, key.Unit, standing));
            if (was != ReportState.Accepted || version is null)
                return;
            var corrected = accepted ? FiguresOf(now.Content).ToDictionary(p => p.Field, StringComparer.Ordinal) : [];
            foreach (var figure in printed)
            {
                var value = corrected.GetValueOrDefault(figure.Field)?.Text;
                if (value != figure.Text)
                    corrections.Add(new CorrectedFigure(key.Plan, key.Task, key.Unit, figure.Subject, figure.Field, version, standing, figure.Text, value, now.Content.Note));
            }
        }
    }

    private static List<Printed> FiguresOf(EntryContent? content) =>
        content is null ? [] : Of(content.SelfRating, content.Percent, content.Figures, content.Projects);

    private static List<Printed> FiguresOf(EarlierReport report) => Of(report.SelfRating, report.Percent, report.Figures, report.Projects);

    private static List<Printed> Of(SelfRating? rating, decimal? percent, IReadOnlyList<EntryFigure> figures, IReadOnlyList<ProjectUpdate> projects)
    {
        List<Printed?> printed =
        [
            rating is { } given ? new Printed(null, "selfRating", Words.Of(given)) : null,
            percent is { } done ? new Printed(null, "percent", Numbers.Exact(done) + "%") : null,
        ];
        foreach (var figure in figures)
        {
            printed.Add(Amount(figure.Indicator, $"figures[{figure.Indicator}].value", figure.Value, figure.Unit));
            printed.Add(Amount(figure.Indicator, $"figures[{figure.Indicator}].lastYear", figure.LastYear, figure.Unit));
        }
        foreach (var project in projects)
        {
            printed.Add(new Printed(project.Project, $"projects[{project.Project}].stage", Words.Of(project.Stage)));
            printed.Add(Amount(project.Project, $"projects[{project.Project}].plannedInvestment", project.PlannedInvestment, "万元"));
            printed.Add(Amount(project.Project, $"projects[{project.Project}].cumulativeInvestment", project.CumulativeInvestment, "万元"));
        }
        return [.. printed.OfType<Printed>()];
    }

    private static Printed? Amount(string subject, string field, decimal? value, string unit) =>
        value is { } amount ? new Printed(subject, field, Numbers.Exact(amount) + unit) : null;

    /// <summary>A figure as an issue prints it.</summary>
    private sealed record Printed(string? Subject, string Field, string Text);
}
