using Reporting.Access;
using Reporting.Collecting;

namespace Reporting.Zones;

/// <summary>Says anew what is known of a zone, e.g. the final figure in place of the preliminary one (office).</summary>
public sealed class ChangeZone(ZoneRegister register, ICharacterRepertoire characters, TimeProvider clock)
{
    public async Task<Outcome<Recorded<OfficeRecord<Zone>>>> RunAsync(
        Caller caller, string programmeId, string id, Zone sent, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = register.Find(programmeId, id);
        if (found.Value is not { } address)
            return found.Refusals.ToList();
        var zone = ZoneRules.Cleaned(sent);
        var refusals = ZoneRules.Check(zone, address.Programme, characters);
        return refusals.Count > 0
            ? refusals
            : await register.ChangeAsync(
                caller, address, terms, now, _ => register.NamedAsync(address.Programme, address.Plan, id, zone, cancellation), cancellation);
    }
}
