using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;

namespace Reporting.Bulletins.Assessing;

/// <summary>One report owed in one quarter of the year.</summary>
/// <param name="Owed">The obligation, as the year's last quarter has it.</param>
/// <param name="Entry">Null when nothing was submitted.</param>
internal sealed record YearReport(Period Period, ReportFacts Owed, Arrival Arrival, EntryVersion? Entry)
{
    public string Unit => Owed.Unit;
}

/// <summary>What was owed and reported on a plan over the year's quarters so far.</summary>
internal sealed class YearRecord(PlanFacts plan)
{
    public IReadOnlyList<YearReport> All { get; } =
    [
        .. plan.Reports.SelectMany(report => report.Earlier.Select(earlier => Of(report, earlier)).Append(Of(report))).OrderBy(r => r.Period),
    ];

    /// <summary>By quarter, first to last.</summary>
    public IEnumerable<IGrouping<Period, YearReport>> Quarters => All.GroupBy(r => r.Period);

    public static bool IsOnTime(YearReport report) => report.Arrival == Arrival.OnTime;

    public static bool IsLate(YearReport report) => report.Arrival is Arrival.Grace or Arrival.Late;

    public static bool IsMissing(YearReport report) => report.Arrival is Arrival.Overdue or Arrival.Missing;

    private static YearReport Of(ReportFacts report) => new(report.Period, report, report.Arrival, report.Entry);

    private static YearReport Of(ReportFacts report, EarlierReport earlier) => new(earlier.Period, report, earlier.Arrival, earlier.Entry);
}
