using Reporting.Access;

namespace Reporting.Inspections;

/// <summary>Says anew what was found at a site, also to follow up what is being mended (office).</summary>
public sealed class ChangeInspection(InspectionRegister register, TimeProvider clock)
{
    public async Task<Outcome<Recorded<OfficeRecord<Inspection>>>> RunAsync(
        Caller caller, string programmeId, string id, Inspection sent, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = register.Find(programmeId, id);
        if (found.Value is not { } address)
            return found.Refusals.ToList();
        var given = await register.CheckAsync(address.Programme, address.Plan, sent, now, cancellation);
        return given.Value is { } inspection
            ? await register.ChangeAsync(caller, address, terms, now, current => Task.FromResult(inspection.After(current.Details)), cancellation)
            : given.Refusals.ToList();
    }
}
