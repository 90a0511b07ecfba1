using Reporting.Storage;

namespace Reporting.Collecting.LatePermits;

/// <summary>Adds a step to a permit on the caller's terms.</summary>
public sealed class PermitWriting(LatePermitsTable table)
{
    /// <param name="decide">Gets the permit as it stands, null when there is none; may be called several times.</param>
    internal Task<Outcome<LatePermit>> StepAsync(
        EntryKey key, ChangeTerms terms, Func<LatePermit?, Outcome<PermitStep>> decide, CancellationToken cancellation) =>
        ChangeRounds.RunAsync(() => RoundAsync(key, terms, decide, cancellation), () => WrittenBeforeAsync(key, terms, cancellation));

    private async Task<Outcome<LatePermit>?> RoundAsync(
        EntryKey key, ChangeTerms terms, Func<LatePermit?, Outcome<PermitStep>> decide, CancellationToken cancellation)
    {
        var current = await table.FindAsync(key, cancellation);
        if (terms.Refuse(current?.Permit.Hash, current?.Permit.Version ?? 0) is { } refused)
            return refused;
        var decision = decide(current?.Permit);
        if (decision.Value is not { } step)
            return decision.Refusals.ToList();
        if (PermitRules.CheckRoom(current?.Permit) is { } full)
            return full;
        var next = current?.Permit.With(step) ?? new LatePermit(key, [step]);
        if (await table.WriteAsync(next, current?.Tag, terms.Idempotency, cancellation))
            return next;
        return null;
    }

    private async Task<Outcome<LatePermit>?> WrittenBeforeAsync(EntryKey key, ChangeTerms terms, CancellationToken cancellation)
    {
        if (terms.Idempotency is not { } idempotency || await table.FindWrittenAsync(key, idempotency, cancellation) is not { } record)
            return null;
        if (record.Request != idempotency.Request)
            return IdempotencyKey.Reused();
        var stored = await table.FindAsync(key, cancellation);
        return stored?.Permit.AsOf(record.Version)
            ?? throw new InvalidDataException($"A step on {key} was written under an idempotency key and is not there.");
    }
}
