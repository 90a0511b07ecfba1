using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Storage;

namespace Reporting.Zones;

/// <summary>The zones that a plan ranks at the year's end, e.g. <c>food-Z001</c>.</summary>
public sealed class ZoneRegister(ObligationBook book, ZonesTable table)
    : OfficeRegister<Zone>(book, table, "-Z", "产业集聚区", "zone", "zone-not-found")
{
    /// <summary>The zone, or the refusal that another one has its name.</summary>
    internal async Task<Outcome<Zone>> NamedAsync(Programme programme, Plan plan, string id, Zone zone, CancellationToken cancellation) =>
        await table.FindHolderAsync(programme.Id, plan.Id, zone.Name, cancellation) is { } holder && holder != id ? ZoneRules.Taken(zone.Name, holder) : zone;
}
