using Reporting.Schedule;

namespace LocalHost.Demonstration;

/// <summary>
/// What the office itself records for a period's issues: sites it has visited, how far the mending of earlier findings is, and at the year's
/// end the zones that are ranked. One after the other, since the records are numbered as they come.
/// </summary>
internal sealed class DemonstrationRecords(Period period, ReportingClient client)
{
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        var told = Texts.Inspections().ToLookup(i => i.Inspection.Period == period);
        foreach (var earlier in told[false].Where(i => i.Inspection.Period < period && period.Quarter is 2 or 4))
        {
            if (earlier.FollowedUp() is { } followed)
                await client.FollowUpAsync(earlier.Plan, followed, cancellationToken);
        }
        foreach (var visit in told[true])
            await client.RecordInspectionAsync(visit, cancellationToken);
        if (period.Quarter < 4)
            return;
        foreach (var zone in Texts.Zones())
            await client.RecordZoneAsync(zone, cancellationToken);
    }
}
