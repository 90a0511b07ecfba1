using Reporting.Access;

namespace Reporting.Collecting.LatePermits;

/// <summary>Grants what was asked for; by another person than the one who asked, and with another key.</summary>
public sealed class GrantPermit(ObligationBook book, PermitWriting writing, TimeProvider clock)
{
    public async Task<Outcome<LatePermit>> RunAsync(Caller caller, EntryAddress address, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = await book.FindAsync(address, caller, cancellation);
        if (found.Value is not { } owed)
            return found.Refusals.ToList();
        return await writing.StepAsync(owed.Key, terms, current => Decide(current, caller, now), cancellation);
    }

    private static Outcome<PermitStep> Decide(LatePermit? current, Caller caller, DateTimeOffset now)
    {
        if (current is null)
            return PermitRules.None();
        if (current.StateAt(now) is not PermitState.Asked and var state)
            return PermitRules.WrongState(state, "只有待批的申请可以批准", "only an open request can be granted");
        return IsSame(current.Request, caller)
            ? new Refusal("second-person-required", null, "申请人不得自行批准，须由另一人办理。", "Another person than the one who asked must grant it.")
            : new PermitStep(PermitAct.Granted, caller.Person, caller.KeyId, now.ToUniversalTime(), Reason: null, Until: null);
    }

    private static bool IsSame(PermitStep request, Caller caller) =>
        request.KeyId == caller.KeyId || string.Equals(request.By.Normalize(), caller.Person.Normalize(), StringComparison.OrdinalIgnoreCase);
}
