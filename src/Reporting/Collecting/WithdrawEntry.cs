using Reporting.Access;
using Reporting.Storage;

namespace Reporting.Collecting;

/// <summary>
/// Takes a submitted entry back before the office has accepted it (撤回). It is a draft again, and this submission counts for nothing: what was
/// withdrawn was not reported, so whether the obligation is on time is decided by the next one. An entry that the office had returned before
/// was reported; it stays known when it first came.
/// </summary>
public sealed class WithdrawEntry(ObligationBook book, EntryWriting writing, EntryWindows windows, TimeProvider clock)
{
    public async Task<Outcome<Entry>> RunAsync(Caller caller, EntryAddress address, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = await book.FindAsync(address, caller, cancellation);
        if (found.Value is not { } owed)
            return found.Refusals.ToList();
        return await writing.OnceAsync(owed.Key, terms, () => TakeBackAsync(owed, caller, terms, now, cancellation), cancellation);
    }

    private async Task<Outcome<Entry>> TakeBackAsync(OwedEntry owed, Caller caller, ChangeTerms terms, DateTimeOffset now, CancellationToken cancellation) =>
        await windows.RefuseWritingAsync(owed, now, cancellation) is { } closed
            ? closed
            : await writing.ChangeAsync(owed.Key, terms, current => Decide(current, caller, now), cancellation);

    private static Outcome<EntryChange> Decide(Entry? current, Caller caller, DateTimeOffset now) => current switch
    {
        null => EntryWriting.NoEntry(),
        { State: EntryState.Submitted } => new EntryChange(
            EntryState.Draft, current.Content, current.FirstSubmittedAt < current.At ? current.FirstSubmittedAt : null, now, caller.Person, Reason: null),
        _ => EntryWriting.WrongState(current.State, "只有已报而未采用的条目可以撤回", "only a submitted entry that is not accepted yet can be withdrawn"),
    };
}
