using Reporting.Collecting;
using Reporting.Storage;

namespace Reporting.Zones;

/// <summary>Which zones are asked for, as written in the request; null for all.</summary>
/// <param name="State">recorded or withdrawn.</param>
public sealed record ZoneQuery(string Programme, string? Plan, string? State);

/// <summary>The zones that were asked for, by plan and number; the ranking is the report's.</summary>
public sealed record ZoneList(IReadOnlyList<Recorded<OfficeRecord<Zone>>> Zones);

/// <summary>Reads zones; their figures are the office's and the leaders' until the ranking is published.</summary>
public sealed class ListZones(ObligationBook book, ZoneRegister register, ZonesTable table)
{
    public async Task<Outcome<ZoneList>> RunAsync(ZoneQuery query, CancellationToken cancellation)
    {
        var known = book.FindProgramme(query.Programme);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        if (query.Plan is { } wanted && !programme.TryGetPlan(wanted, out _))
            return ObligationBook.UnknownPlan(programme, wanted);
        var state = QueryValue.Parse<OfficeRecordState>(query.State, "state");
        if (state.Value is not { } wantedState)
            return state.Refusals.ToList();
        var plans = programme.Plans.Where(p => query.Plan is null ? ZoneRules.NotRanked(p) is null : p.Id == query.Plan);
        var read = await Task.WhenAll(plans.Select(plan => table.ReadNumberedAsync(programme.Id, plan.Id, cancellation)));
        return new ZoneList([.. read.SelectMany(zones => zones).Where(z => wantedState.Value is null || z.Content.State == wantedState.Value)]);
    }

    /// <summary>A zone with every version.</summary>
    public Task<Outcome<OfficeHistory<Zone>>> HistoryAsync(string programmeId, string id, CancellationToken cancellation) =>
        register.HistoryAsync(programmeId, id, cancellation);
}
