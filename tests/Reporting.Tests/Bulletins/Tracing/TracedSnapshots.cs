using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Tests.Bulletins.Pictures;

namespace Reporting.Tests.Bulletins.Tracing;

/// <summary>Snapshots whose traces are looked at: every kind of report, quiet and eventful.</summary>
internal static class TracedSnapshots
{
    public static IReadOnlyDictionary<string, Func<Snapshot>> All { get; } = new Dictionary<string, Func<Snapshot>>(StringComparer.Ordinal)
    {
        ["bulletin of the demonstration"] = PictureSnapshots.All["bulletin"],
        ["half-year of the demonstration"] = PictureSnapshots.All["half-year"],
        ["eventful bulletin, first quarter"] = () => TraceTests.Eventful(PlanBulletin.Id, 1),
        ["eventful bulletin, second quarter"] = () => TraceTests.Eventful(PlanBulletin.Id, 2),
        ["eventful overall"] = () => TraceTests.Eventful(OverallBulletin.Id, 2),
        ["eventful half-year"] = () => TraceTests.Eventful(HalfYearSummary.Id, 2),
        ["annual"] = () => NewReports.Annual(),
        ["inspection"] = NewReports.Inspection,
        ["ranking"] = () => NewReports.Ranking(),
        ["correction"] = NewReports.Correction,
        ["bulletin with a correction"] = () => NewReports.Correction() with { Issue = NewReports.Correction().Issue with { Kind = PlanBulletin.Id } },
        ["overall at the year's end"] = YearEndReadingTests.Overall,
        ["annual with problems carried over"] = YearEndReadingTests.CarriedOver,
        ["overall with a ledger"] = OverallReadingTests.Ledger,
        ["plan without an entry"] = PictureSnapshots.All["silent-plan"],
    };
}
