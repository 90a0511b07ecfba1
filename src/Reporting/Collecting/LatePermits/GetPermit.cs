using Reporting.Access;
using Reporting.Storage;

namespace Reporting.Collecting.LatePermits;

/// <summary>Reads the permit of one obligation, or all of a period.</summary>
public sealed class GetPermit(ObligationBook book, LatePermitsTable table)
{
    public async Task<Outcome<LatePermit>> RunAsync(Caller caller, EntryAddress address, CancellationToken cancellation)
    {
        var found = await book.FindAsync(address, caller, cancellation);
        if (found.Value is not { } owed)
            return found.Refusals.ToList();
        return await table.FindAsync(owed.Key, cancellation) is { Permit: var permit } ? permit : PermitRules.None();
    }

    /// <summary>The permits of a period in the order of the plans; a unit sees its own.</summary>
    /// <param name="unit">Null for all units, or the caller's own for role unit.</param>
    public async Task<Outcome<PeriodPermits>> ListAsync(Caller caller, string programme, string? period, string? unit, CancellationToken cancellation)
    {
        var found = book.FindPeriod(programme, period, caller, unit, plan: null);
        if (found.Value is not { } known)
            return found.Refusals.ToList();
        var wanted = caller.Role == Role.Unit ? caller.Unit : unit;
        var read = await Task.WhenAll(known.Programme.Plans.Select(plan => table.ReadAsync(known.Programme.Id, known.Period, plan.Id, cancellation)));
        return new PeriodPermits([.. read.SelectMany(p => p).Where(p => wanted is null || p.Key.Unit == wanted)]);
    }
}

/// <summary>The permits of a period, in the order of the plans.</summary>
public sealed record PeriodPermits(IReadOnlyList<LatePermit> Permits);
