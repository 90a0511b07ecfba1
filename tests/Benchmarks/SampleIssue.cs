using LocalHost.Demonstration;
using Reporting.Bulletins;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;
using Testing;

namespace Benchmarks;

/// <summary>The bulletin of one plan for the second quarter, from the demonstration's entries, without a store.</summary>
internal static class SampleIssue
{
    internal static Programme Programme() => CatalogueFolder.Load(Repository.Path("data", "henan-2012"));

    internal static Snapshot Snapshot(Programme programme, string plan = "automotive")
    {
        var entries = new DemonstrationEntries(programme);
        var period = new Period(2012, 2);
        var dates = PeriodDates.Of(period, programme.Calendar);
        var signed = dates.SignBy ?? dates.ReviewBy;
        return FreezeSnapshot.Of(
            programme,
            new IssueKey(programme.Id, period, IssueKind.Bulletin, plan),
            Accepted(period),
            Accepted(period.Previous),
            BeijingTime.EndOf(signed),
            demonstration: true).Sign(2, signed, programme.Plans.Single(p => p.Id == plan).Office, automatic: true);

        IReadOnlyList<Entry> Accepted(Period of)
        {
            var at = BeijingTime.StartOf(PeriodDates.Of(of, programme.Calendar).Due);
            return
            [
                .. Obligation.Of(programme, of).Where(o => o.Plan == plan).Select(o => new Entry(
                    new EntryKey(programme.Id, of, o.Plan, o.Task, o.Unit), 3, EntryState.Accepted, entries.Of(o), at, at, "填报人", null, null, new string('0', 64))),
            ];
        }
    }
}
