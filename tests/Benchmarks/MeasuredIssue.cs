using LocalHost.Demonstration;
using Reporting.Bulletins.Pdf;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;
using Typesetting.Fonts;

namespace Benchmarks;

/// <summary>What is rendered: the second quarter's bulletin of a plan, every entry of the demonstration accepted.</summary>
internal static class MeasuredIssue
{
    internal const string Plan = "automotive";

    internal static Programme Programme() => CatalogueFolder.Load(Path.Combine(AppContext.BaseDirectory, "data", "henan-2012"));

    internal static FontSet Fonts() => new FontOptions().Load(AppContext.BaseDirectory, AppContext.BaseDirectory);

    internal static Snapshot Snapshot(Programme programme)
    {
        var period = new Period(2012, 2);
        var issue = new IssueKey(programme.Id, period, PlanBulletin.Id, Plan);
        var now = BeijingTime.EndOf(PeriodDates.Of(period, programme.Calendar).ReviewBy);
        return FreezeSnapshot
            .Of(programme, issue, [Accepted(programme, period), Accepted(programme, period.Previous)], now, demonstration: true)
            .Sign(2, BeijingTime.DateOf(now), programme.Office, automatic: false);
    }

    private static PlanPeriod Accepted(Programme programme, Period period)
    {
        var entries = new DemonstrationEntries(programme);
        var at = BeijingTime.StartOf(PeriodDates.Of(period, programme.Calendar).Due);
        return new PlanPeriod(
            period,
            Plan,
            [.. Obligation.Of(programme, period).Where(owed => owed.Plan == Plan).Select(owed => new Entry(
                new EntryKey(programme.Id, period, owed.Plan, owed.Task, owed.Unit),
                3,
                EntryState.Accepted,
                entries.Of(owed),
                at,
                at,
                "填报人",
                Reason: null,
                new string('0', 64),
                new string('1', 64)))],
            Frozen: null);
    }
}
