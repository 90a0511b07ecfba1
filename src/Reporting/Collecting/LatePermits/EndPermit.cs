using Reporting.Access;

namespace Reporting.Collecting.LatePermits;

/// <summary>Refuses a request, or revokes what was granted, with a reason.</summary>
public sealed class EndPermit(ObligationBook book, PermitWriting writing, TimeProvider clock)
{
    public Task<Outcome<LatePermit>> RefuseAsync(Caller caller, EntryAddress address, string? reason, ChangeTerms terms, CancellationToken cancellation) =>
        EndAsync(
            caller,
            address,
            reason,
            terms,
            PermitAct.Refused,
            state => state == PermitState.Asked ? null : PermitRules.WrongState(state, "只有待批的申请可以不予批准", "only an open request can be refused"),
            cancellation);

    public Task<Outcome<LatePermit>> RevokeAsync(Caller caller, EntryAddress address, string? reason, ChangeTerms terms, CancellationToken cancellation) =>
        EndAsync(
            caller,
            address,
            reason,
            terms,
            PermitAct.Revoked,
            state => state == PermitState.Granted ? null : PermitRules.WrongState(state, "只有生效的许可可以撤销", "only one that is in force can be revoked"),
            cancellation);

    private async Task<Outcome<LatePermit>> EndAsync(
        Caller caller, EntryAddress address, string? reason, ChangeTerms terms, PermitAct act, Func<PermitState, Refusal?> check, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = await book.FindAsync(address, caller, cancellation);
        if (found.Value is not { } owed)
            return found.Refusals.ToList();
        var text = EntryText.Cleaned(reason);
        return await writing.StepAsync(
            owed.Key,
            terms,
            current =>
            {
                var refused = current is null ? PermitRules.None() : check(current.StateAt(now)) ?? PermitRules.CheckReason(text);
                return refused is null ? new PermitStep(act, caller.Person, caller.KeyId, now.ToUniversalTime(), text, Until: null) : refused;
            },
            cancellation);
    }
}
