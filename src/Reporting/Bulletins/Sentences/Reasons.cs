using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Snapshots;

namespace Reporting.Bulletins.Sentences;

/// <summary>Which facts decide that something is said, or how: what a reader would have to look at who asks why this and not something else.</summary>
internal static class Reasons
{
    /// <summary>Figure, last year's figure, target and the figure of the period before.</summary>
    public static IEnumerable<string> Of(TargetStanding target)
    {
        var id = target.Target.Id;
        List<string> sources = [Cite.Catalogue(id, "value"), Cite.Catalogue(id, "indicator"), "calendar:quarterlyProfile"];
        if (target.Report is { } report)
            sources.AddRange(((string[])["value", "lastYear", "preliminary", "missingReason"]).Select(field => Cite.Source(report, $"figures[{id}].{field}")));
        if (target.Before is { } before)
            sources.Add(Cite.Source(before.Entry, $"figures[{id}].value"));
        return sources;
    }

    public static IEnumerable<string> Of(IEnumerable<TargetStanding> targets) => targets.SelectMany(Of);

    /// <summary>What the lights of a task are judged by, now and in the period before.</summary>
    public static IEnumerable<string> Of(TaskStanding task) => task.Task.Reports.SelectMany(report => Cite.Judged(report).Concat(Cite.JudgedBefore(report)));

    public static IEnumerable<string> Of(IEnumerable<TaskStanding> tasks) => tasks.SelectMany(Of);

    /// <summary>What was reported of a project, now and in the period before.</summary>
    public static IEnumerable<string> Of(ProjectStanding project)
    {
        string[] fields = ["stage", "plannedInvestment", "cumulativeInvestment", "obstacle"];
        var now = fields.Select(field => Cite.Source(project.Report, $"projects[{project.Update.Project}].{field}"));
        return project is { Before: { } before, BeforeEntry: { } entry }
            ? now.Concat(fields.Select(field => Cite.Source(entry, $"projects[{before.Project}].{field}")))
            : now;
    }

    public static IEnumerable<string> Of(Funnel funnel) => funnel.Projects.SelectMany(Of);

    /// <summary>Of what kind a problem is, in which words, and whose help is asked.</summary>
    public static IEnumerable<string> Of(IEnumerable<RaisedProblem> problems) => problems.SelectMany(p =>
        ((string[])["kind", "text", "helpAsked", "askedOf"]).Select(field => Cite.Source(p.Report, FormattableString.Invariant($"problems[{p.Index}].{field}"))));

    public static IEnumerable<string> Of(LedgerFacts problem) =>
        ((string[])["state", "kind", "raisedIn", "closedOn", "answerDue", "text", "asked", "askedOf"]).Select(field => FormattableString.Invariant($"problem:{problem.Id}@{problem.Version}#{field}"));

    public static IEnumerable<string> Of(InspectionFacts site)
    {
        string[] findings = [.. site.Findings.Index().SelectMany(f =>
            ((string[])["text", "kind", "rectification.state", "rectification.due", "rectification.required", "rectification.doneOn", "rectification.note"])
                .Select(field => FormattableString.Invariant($"findings[{f.Index}].{field}")))];
        return ((string[])["site", "visitedOn", "conclusion", .. findings]).Select(field => FormattableString.Invariant($"inspection:{site.Id}@{site.Version}#{field}"));
    }

    public static IEnumerable<string> Of(ZoneFacts zone) =>
        ((string[])["name", "revenue", "revenueLastYear", "rankLastYear", "achievements", "preliminary"])
            .Select(field => FormattableString.Invariant($"zone:{zone.Id}@{zone.Version}#{field}"));
}
