using Reporting.Access;

namespace Reporting.Collecting.LatePermits;

/// <summary>Asks for leave to report after the lock; a unit for itself, or an office for a unit.</summary>
public sealed class AskForPermit(ObligationBook book, PermitWriting writing, TimeProvider clock)
{
    /// <param name="until">The last day (inclusive, Beijing) on which the unit wants to report.</param>
    public async Task<Outcome<LatePermit>> RunAsync(
        Caller caller, EntryAddress address, string? reason, DateOnly until, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = await book.FindAsync(address, caller, cancellation);
        if (found.Value is not { } owed)
            return found.Refusals.ToList();
        var text = EntryText.Cleaned(reason);
        return await writing.StepAsync(owed.Key, terms, current => Decide(current, owed, text, until, caller, now), cancellation);
    }

    private static Outcome<PermitStep> Decide(LatePermit? current, OwedEntry owed, string? reason, DateOnly until, Caller caller, DateTimeOffset now)
    {
        var refusals = PermitRules.CheckRequest(owed, reason, until, now).ToList();
        if (refusals.Count > 0)
            return refusals;
        return current?.StateAt(now) is PermitState.Asked or PermitState.Granted
            ? PermitRules.WrongState(current.StateAt(now), "不必再次申请", "there is nothing to ask for")
            : new PermitStep(PermitAct.Asked, caller.Person, caller.KeyId, now.ToUniversalTime(), reason, until);
    }
}
