using Reporting.Access;

namespace Reporting.Zones;

/// <summary>Takes a zone out of the ranking, with a reason; it stays with its versions, and its name is free again (office).</summary>
public sealed class WithdrawZone(ZoneRegister register, TimeProvider clock)
{
    public Task<Outcome<Recorded<OfficeRecord<Zone>>>> RunAsync(
        Caller caller, string programmeId, string id, string? reason, ChangeTerms terms, CancellationToken cancellation) =>
        register.WithdrawAsync(caller, programmeId, id, reason, terms, clock.GetUtcNow(), cancellation);
}
