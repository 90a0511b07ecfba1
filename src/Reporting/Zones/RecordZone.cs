using Reporting.Access;
using Reporting.Collecting;

namespace Reporting.Zones;

/// <summary>A zone to be recorded.</summary>
/// <param name="Plan">One whose duties order a ranking.</param>
public sealed record NewZone(string Plan, Zone Zone);

/// <summary>Records a zone for the ranking of its plan (office).</summary>
public sealed class RecordZone(ObligationBook book, ZoneRegister register, ICharacterRepertoire characters, TimeProvider clock)
{
    private const string Member = "zone";

    public async Task<Outcome<Recorded<OfficeRecord<Zone>>>> RunAsync(
        Caller caller, string programmeId, NewZone sent, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var known = book.FindProgramme(programmeId);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        if (!programme.TryGetPlan(sent.Plan, out var plan))
            return RecordRules.UnknownPlan(sent.Plan);
        if (ZoneRules.NotRanked(plan) is { } unranked)
            return unranked;
        var zone = ZoneRules.Cleaned(sent.Zone);
        var refusals = ZoneRules.Check(zone, programme, characters);
        if (refusals.Count > 0)
            return (List<Refusal>)[.. refusals.Select(r => r.Within(Member))];
        return await register.AddAsync(caller, programme, plan, terms, now, NamedAsync, cancellation);

        async Task<Outcome<Zone>> NamedAsync(string id) => (await register.NamedAsync(programme, plan, id, zone, cancellation)).Within(Member);
    }
}
