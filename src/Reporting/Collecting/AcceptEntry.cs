using Reporting.Access;
using Reporting.Storage;

namespace Reporting.Collecting;

/// <summary>Takes a submitted entry into the bulletin (采用); possible until the end of the period's review, or of that of a permit to report late.</summary>
public sealed class AcceptEntry(ObligationBook book, EntryWriting writing, EntryWindows windows, TimeProvider clock)
{
    public async Task<Outcome<Entry>> RunAsync(Caller caller, EntryAddress address, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = await book.FindAsync(address, caller, cancellation);
        if (found.Value is not { } owed)
            return found.Refusals.ToList();
        return await writing.OnceAsync(owed.Key, terms, () => AcceptAsync(owed, caller, terms, now, cancellation), cancellation);
    }

    private async Task<Outcome<Entry>> AcceptAsync(OwedEntry owed, Caller caller, ChangeTerms terms, DateTimeOffset now, CancellationToken cancellation) =>
        await windows.RefuseReviewAsync(owed, now, cancellation) is { } closed
            ? closed
            : await writing.ChangeAsync(owed.Key, terms, current => Decide(current, caller, now), cancellation);

    private static Outcome<EntryChange> Decide(Entry? current, Caller caller, DateTimeOffset now) => current switch
    {
        null => EntryWriting.NoEntry(),
        { State: EntryState.Submitted } => new EntryChange(EntryState.Accepted, current.Content, current.FirstSubmittedAt, now, caller.Person, Reason: null),
        _ => EntryWriting.WrongState(current.State, "只有已报的条目可以采用", "only a submitted entry can be accepted"),
    };
}
