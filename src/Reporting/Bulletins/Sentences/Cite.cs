using System.Globalization;
using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;

namespace Reporting.Bulletins.Sentences;

/// <summary>Makes runs that say where their fact comes from.</summary>
internal static class Cite
{
    /// <summary>A report's own words or figure.</summary>
    public static Run Said(ReportFacts report, string field, string text) => new(text, new Trace(null, [Source(report, field)]));

    public static Run Said(EntryVersion entry, string field, string text) => new(text, new Trace(null, [Source(entry, field)]));

    /// <summary>A fact of the catalogue, e.g. <c>automotive-T07</c>, field <c>value</c>.</summary>
    public static Run Printed(string id, string field, string text) => new(text, new Trace(null, [Catalogue(id, field)]));

    public static Run Of(string source, string text) => new(text, new Trace(null, [source]));

    public static Run Computed(string formula, string text, params IEnumerable<string> sources) => new(text, new Trace(formula, [.. sources]));

    /// <summary>A number that only counts what stands in the document: 表2, （一）.</summary>
    public static Run Numbering(string text) => Computed("numbering", text);

    /// <summary>A number of things with its measure word, e.g. 8项.</summary>
    public static Run Count(int count, string measure, IEnumerable<string> sources) =>
        Computed("count", Numbers.Count(count) + measure, sources);

    public static Run Count(IReadOnlyCollection<ReportFacts> reports, string measure) => Count(reports.Count, measure, Sources(reports));

    public static string Source(ReportFacts report, string field) =>
        report.Entry is { } entry ? Source(entry, field) : string.Create(
            CultureInfo.InvariantCulture,
            $"register:{report.Period}/{report.Plan}/{report.Task ?? "indicators"}/{report.Unit}#{field}");

    public static string Source(EntryVersion entry, string field) => $"entry:{entry.Id}#{field}";

    /// <summary>The words of a participating unit.</summary>
    public static Run Said(ContributionFacts contribution, string text) => new(text, new Trace(null, [$"contribution:{contribution.Note.Id}#text"]));

    public static string Catalogue(string id, string field) => $"catalogue:{id}#{field}";

    /// <summary>Whether and when each report came, and what became of it.</summary>
    public static IEnumerable<string> Sources(IEnumerable<ReportFacts> reports) => reports.SelectMany(r => (string[])[Source(r, "state"), Source(r, "arrival")]);

    /// <summary>What the light of each report is judged by.</summary>
    public static IEnumerable<string> Judged(IEnumerable<ReportFacts> reports) => reports.SelectMany(Judged);

    public static IEnumerable<string> Judged(ReportFacts report) =>
        [Source(report, "state"), Source(report, "arrival"), Source(report, "selfRating"), Source(report, "percent")];

    /// <summary>What the light of the period before was judged by.</summary>
    public static IEnumerable<string> JudgedBefore(ReportFacts report) => report.Earlier.SelectMany(earlier => earlier.Entry is { } entry
        ? (string[])[Source(entry, "state"), Source(entry, "arrival"), Source(entry, "selfRating"), Source(entry, "percent")]
        : [Source(report with { Period = earlier.Period, Entry = null }, "state"), Source(report with { Period = earlier.Period, Entry = null }, "arrival")]);

    /// <summary>When each of the year's reports came, or that it did not.</summary>
    public static IEnumerable<string> Sources(IEnumerable<YearReport> reports) =>
        reports.Select(r => Source(r.Owed with { Period = r.Period, Entry = r.Entry }, "arrival"));

    public static Run UnitName(Snapshot snapshot, string unit) => Printed(unit, "name", snapshot.NameOf(unit));

    /// <summary>任务三: a task by its printed number.</summary>
    public static Run TaskNumber(string plan, TaskFacts task) => Printed($"{plan}/{task.Id}", "number", "任务" + Numbers.Count(task.Number));

    public static Run Day(string source, DateOnly day) => Of(source, Numbers.Day(day));

    /// <summary>6月底; the end of the year is 12月底.</summary>
    public static Run PeriodEnd(Period period) => Of("snapshot:issue.period", Numbers.Count(period.LastDay.Month) + "月底");
}
