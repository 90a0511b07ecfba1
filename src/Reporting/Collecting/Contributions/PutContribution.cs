using Reporting.Access;
using Reporting.Storage;

namespace Reporting.Collecting.Contributions;

/// <summary>Writes what a participating unit contributes to a task, or (with no words) takes it back; every version before is kept.</summary>
public sealed class PutContribution(ContributionBook book, ContributionsTable table, ICharacterRepertoire characters, TimeProvider clock)
{
    /// <param name="text">Null or blank to take the words back.</param>
    public async Task<Outcome<Contribution>> RunAsync(
        Caller caller, ContributionAddress address, string? text, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = book.Find(address, caller, out var named);
        if (found.Value is not { } task || named is not { } key)
            return found.Refusals.ToList();
        var cleaned = EntryText.Cleaned(text);
        // Against the dates first: after the lock nothing else about the request matters to the clerk.
        var refusal = EntryWriting.Closed(task.Dates, now) ?? EntryText.Check(cleaned, "text", characters);
        return await ChangeRounds.RunAsync(
            async () => refusal ?? await WriteAsync(key, cleaned, caller, terms, now, cancellation),
            () => WrittenBeforeAsync(key, terms, cancellation));
    }

    /// <summary>Null when another writer was first.</summary>
    private async Task<Outcome<Contribution>?> WriteAsync(
        EntryKey key, string? text, Caller caller, ChangeTerms terms, DateTimeOffset now, CancellationToken cancellation)
    {
        var current = await table.FindAsync(key, cancellation);
        if (terms.Refuse(current?.Contribution.Hash, current?.Contribution.Version ?? 0) is { } refused)
            return refused;
        if (current is null && text is null)
            return new Refusal("field-required", "text", "须写明配合情况。", "Say what your unit contributed.");
        if (await table.WriteAsync(key, text, now, caller.Person, current, terms.Idempotency, cancellation) is { } written)
            return written;
        return null;
    }

    private async Task<Outcome<Contribution>?> WrittenBeforeAsync(EntryKey key, ChangeTerms terms, CancellationToken cancellation)
    {
        if (terms.Idempotency is not { } idempotency || await table.FindWrittenAsync(key, idempotency, cancellation) is not { } record)
            return null;
        if (record.Request != idempotency.Request)
            return IdempotencyKey.Reused();
        return await table.FindVersionAsync(key, record.Version, cancellation)
            ?? throw new InvalidDataException($"Version {record.Version} of the contribution {key} was written under an idempotency key and is not there.");
    }
}
