using Reporting.Access;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Inspections;

/// <summary>Which records of visits are asked for, as written in the request; null for all.</summary>
/// <param name="Unit">The unit that answers for the site or has something to mend.</param>
/// <param name="State">recorded or withdrawn.</param>
public sealed record InspectionQuery(string Programme, string? Plan, string? Period, string? Unit, string? State);

/// <summary>The records that were asked for, by plan and number.</summary>
public sealed record InspectionList(IReadOnlyList<Recorded<OfficeRecord<Inspection>>> Inspections);

/// <summary>Reads records of visits: a unit sees those of its sites and those in which it has something to mend, everybody else sees all.</summary>
public sealed class ListInspections(ObligationBook book, InspectionRegister register, InspectionsTable table)
{
    public async Task<Outcome<InspectionList>> RunAsync(Caller caller, InspectionQuery query, CancellationToken cancellation)
    {
        var known = book.FindProgramme(query.Programme);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        if (query.Plan is { } wanted && !programme.TryGetPlan(wanted, out _))
            return ObligationBook.UnknownPlan(programme, wanted);
        if (query.Unit is { } unit && !programme.TryGetUnit(unit, out _))
            return ObligationBook.UnknownUnit(programme, unit);
        if (caller.Role == Role.Unit && query.Unit is not null && query.Unit != caller.Unit)
            return new Refusal("not-yours", "unit", "只能按本单位查询。", "Your unit can ask for its own only.");
        var state = QueryValue.Parse<OfficeRecordState>(query.State, "state");
        if (state.Value is not { } wantedState)
            return state.Refusals.ToList();
        Period? period = null;
        if (query.Period is { } text)
        {
            var found = book.FindPeriod(programme.Id, text);
            if (found.Value is not { } named)
                return found.Refusals.ToList();
            period = named.Period;
        }

        var plans = programme.Plans.Where(p => query.Plan is null || p.Id == query.Plan);
        var read = await Task.WhenAll(plans.Select(plan => table.ReadNumberedAsync(programme.Id, plan.Id, cancellation)));
        return new InspectionList([.. read.SelectMany(records => records).Where(r => Takes(r.Content))]);

        bool Takes(OfficeRecord<Inspection> record) =>
            (caller.Role != Role.Unit || record.Details.ConcernsUnit(caller.Unit))
            && (query.Unit is null || record.Details.ConcernsUnit(query.Unit))
            && (period is null || record.Details.Period == period)
            && (wantedState.Value is null || record.State == wantedState.Value);
    }

    /// <summary>A record with every version.</summary>
    public async Task<Outcome<OfficeHistory<Inspection>>> HistoryAsync(Caller caller, string programmeId, string id, CancellationToken cancellation)
    {
        var found = await register.HistoryAsync(programmeId, id, cancellation);
        return found.Value is { } history && caller.Role == Role.Unit && !history.Current.Content.Details.ConcernsUnit(caller.Unit)
            ? new Refusal("not-yours", "id", "该检查不涉及本单位。", "The inspection does not concern your unit.")
            : found;
    }
}
