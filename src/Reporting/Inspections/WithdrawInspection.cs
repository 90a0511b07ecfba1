using Reporting.Access;

namespace Reporting.Inspections;

/// <summary>Takes a record of a visit out of what the reports show, with a reason; it stays with its versions (office).</summary>
public sealed class WithdrawInspection(InspectionRegister register, TimeProvider clock)
{
    public Task<Outcome<Recorded<OfficeRecord<Inspection>>>> RunAsync(
        Caller caller, string programmeId, string id, string? reason, ChangeTerms terms, CancellationToken cancellation) =>
        register.WithdrawAsync(caller, programmeId, id, reason, terms, clock.GetUtcNow(), cancellation);
}
