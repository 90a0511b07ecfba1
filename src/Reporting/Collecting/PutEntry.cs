using Reporting.Access;
using Reporting.Storage;

namespace Reporting.Collecting;

/// <summary>Writes a draft of an entry, new or in place of the draft (or returned entry) before; the version before is kept.</summary>
public sealed class PutEntry(ObligationBook book, EntryWriting writing, EntryWindows windows, ICharacterRepertoire characters, NamedProjects projects, TimeProvider clock)
{
    public async Task<Outcome<Entry>> RunAsync(Caller caller, EntryAddress address, EntryContent content, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = await book.FindAsync(address, caller, cancellation);
        if (found.Value is not { } owed)
            return found.Refusals.ToList();
        return await writing.OnceAsync(owed.Key, terms, () => WriteAsync(owed, caller, content, terms, now, cancellation), cancellation);
    }

    private async Task<Outcome<Entry>> WriteAsync(
        OwedEntry owed, Caller caller, EntryContent content, ChangeTerms terms, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await windows.RefuseWritingAsync(owed, now, cancellation) is { } closed)
            return closed;
        var cleaned = EntryRules.Cleaned(content);
        var refusals = EntryRules.Check(cleaned, owed, characters, await projects.AddedAsync(owed, cleaned, cancellation));
        if (refusals.Count > 0)
            return refusals;
        return await writing.ChangeAsync(owed.Key, terms, current => Decide(current, cleaned, caller, now), cancellation);
    }

    private static Outcome<EntryChange> Decide(Entry? current, EntryContent content, Caller caller, DateTimeOffset now) =>
        current?.State is EntryState.Submitted or EntryState.Accepted
            ? EntryWriting.WrongState(
                current.State,
                current.State == EntryState.Submitted ? "须先撤回或由办公室退回方可修改" : "须先由办公室退回方可修改",
                current.State == EntryState.Submitted ? "withdraw it, or let the office return it, before you change it" : "the office must return it before it can be changed")
            : new EntryChange(EntryState.Draft, content, current?.FirstSubmittedAt, now, caller.Person, Reason: null);
}
