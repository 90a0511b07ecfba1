using Reporting.Access;
using Reporting.Storage;

namespace Reporting.Collecting;

/// <summary>Hands an entry over to the office; it must be complete, and what is implausible needs the unit's note.</summary>
public sealed class SubmitEntry(
    ObligationBook book, EntryWriting writing, EntryWindows windows, ProgressTable table, ICharacterRepertoire characters, TimeProvider clock)
{
    public async Task<Outcome<Entry>> RunAsync(Caller caller, EntryAddress address, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = book.Find(address, caller);
        if (found.Value is not { } owed)
            return found.Refusals.ToList();
        return await writing.OnceAsync(owed.Key, terms, () => HandOverAsync(owed, caller, terms, now, cancellation), cancellation);
    }

    private async Task<Outcome<Entry>> HandOverAsync(OwedEntry owed, Caller caller, ChangeTerms terms, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await windows.RefuseWritingAsync(owed, now, cancellation) is { } closed)
            return closed;
        var earlier = await LastAcceptedAsync(owed, cancellation);
        return await writing.ChangeAsync(owed.Key, terms, current => Decide(current, earlier, owed, caller, now), cancellation);
    }

    private Outcome<EntryChange> Decide(Entry? current, Entry? earlier, OwedEntry owed, Caller caller, DateTimeOffset now)
    {
        if (current is null)
            return EntryWriting.NoEntry();
        if (current.State is not (EntryState.Draft or EntryState.Returned))
            return EntryWriting.WrongState(current.State, "只有草稿或退回的条目可以提交", "only a draft or a returned entry can be submitted");
        // Checked again: catalogue and fonts may have changed since the draft was written.
        var refusals = EntryRules.Check(current.Content, owed, characters);
        refusals.AddRange(SubmitRules.Check(current.Content, owed, earlier));
        if (refusals.Count > 0)
            return refusals;
        return new EntryChange(EntryState.Submitted, current.Content, current.FirstSubmittedAt ?? now, now, caller.Person, Reason: null);
    }

    /// <summary>The same entry of the latest earlier period of the year that the office accepted; cumulative figures are compared with it.</summary>
    private async Task<Entry?> LastAcceptedAsync(OwedEntry owed, CancellationToken cancellation)
    {
        for (var period = owed.Key.Period; period.Quarter > 1;)
        {
            period = period.Previous;
            var stored = await table.FindAsync(owed.Key with { Period = period }, cancellation);
            if (stored is { Entry.State: EntryState.Accepted })
                return stored.Entry;
        }
        return null;
    }
}
