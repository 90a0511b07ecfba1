using Reporting.Access;
using Reporting.Storage;

namespace Reporting.Collecting;

/// <summary>
/// Gives an entry back to the unit with a reason (退回): a submitted one, or one that was accepted by mistake. When it first came stays known.
/// </summary>
public sealed class ReturnEntry(ObligationBook book, EntryWriting writing, EntryWindows windows, TimeProvider clock)
{
    public async Task<Outcome<Entry>> RunAsync(Caller caller, EntryAddress address, string? reason, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = await book.FindAsync(address, caller, cancellation);
        if (found.Value is not { } owed)
            return found.Refusals.ToList();
        return await writing.OnceAsync(owed.Key, terms, () => GiveBackAsync(owed, caller, reason, terms, now, cancellation), cancellation);
    }

    private async Task<Outcome<Entry>> GiveBackAsync(
        OwedEntry owed, Caller caller, string? reason, ChangeTerms terms, DateTimeOffset now, CancellationToken cancellation)
    {
        // After the lock the unit could mend it only under a permit; without, a returned entry would count as missing.
        if (await windows.RefuseWritingAsync(owed, now, cancellation) is { } closed)
            return closed;
        var text = EntryText.Cleaned(reason);
        if (text is null)
            return new Refusal("field-required", "reason", "退回须写明理由。", "A return needs a reason.");
        if (EntryText.Check(text, "reason") is { } refused)
            return refused;
        return await writing.ChangeAsync(owed.Key, terms, current => Decide(current, text, caller, now), cancellation);
    }

    private static Outcome<EntryChange> Decide(Entry? current, string reason, Caller caller, DateTimeOffset now) => current switch
    {
        null => EntryWriting.NoEntry(),
        { State: EntryState.Submitted or EntryState.Accepted } => new EntryChange(EntryState.Returned, current.Content, current.FirstSubmittedAt, now, caller.Person, reason),
        _ => EntryWriting.WrongState(current.State, "只有已报或采用的条目可以退回", "only a submitted or accepted entry can be returned"),
    };
}
