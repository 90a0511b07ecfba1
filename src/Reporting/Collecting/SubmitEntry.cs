using Reporting.Access;
using Reporting.Collecting.Plausibility;
using Reporting.Projects;
using Reporting.Storage;
using Reporting.Telemetry;

namespace Reporting.Collecting;

/// <summary>Hands an entry over to the office; it must be complete, and what is implausible needs the unit's note.</summary>
public sealed class SubmitEntry(
    ObligationBook book, EntryWriting writing, EntryWindows windows, FindWarnings warnings, ICharacterRepertoire characters, NamedProjects projects, TimeProvider clock)
{
    public async Task<Outcome<Entry>> RunAsync(Caller caller, EntryAddress address, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = await book.FindAsync(address, caller, cancellation);
        if (found.Value is not { } owed)
            return found.Refusals.ToList();
        return await writing.OnceAsync(owed.Key, terms, () => ReceiveAsync(owed, caller, terms, now, cancellation), cancellation);
    }

    private async Task<Outcome<Entry>> ReceiveAsync(OwedEntry owed, Caller caller, ChangeTerms terms, DateTimeOffset now, CancellationToken cancellation)
    {
        var outcome = await HandOverAsync(owed, caller, terms, now, cancellation);
        if (outcome.Value is { } entry && entry.FirstSubmittedAt == now)
            Signals.EntryReceived(owed.Programme.Id, owed.Dates.At(now));
        return outcome;
    }

    private async Task<Outcome<Entry>> HandOverAsync(OwedEntry owed, Caller caller, ChangeTerms terms, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await windows.RefuseWritingAsync(owed, now, cancellation) is { } closed)
            return closed;
        var known = await warnings.KnownAsync(owed, now, cancellation);
        var register = await projects.RegisterAsync(owed, cancellation);
        return await writing.ChangeAsync(owed.Key, terms, current => Decide(current, known, register, owed, caller, now), cancellation);
    }

    private Outcome<EntryChange> Decide(Entry? current, KnownReports known, ProjectRegister? register, OwedEntry owed, Caller caller, DateTimeOffset now)
    {
        if (current is null)
            return EntryWriting.NoEntry();
        if (current.State is not (EntryState.Draft or EntryState.Returned))
            return EntryWriting.WrongState(current.State, "只有草稿或退回的条目可以提交", "only a draft or a returned entry can be submitted");
        // Checked again: catalogue and fonts may have changed since the draft was written.
        var refusals = EntryRules.Check(current.Content, owed, characters, NamedProjects.Added(register));
        refusals.AddRange(NamedProjects.Gone(current.Content, register));
        var found = CheckPlausibility.Of(current.Content, owed, known);
        refusals.AddRange(SubmitRules.Check(current.Content, owed, found));
        if (refusals.Count > 0)
            return refusals;
        return new EntryChange(EntryState.Submitted, current.Content, current.FirstSubmittedAt ?? now, now, caller.Person, Reason: null)
        {
            Warnings = [.. found.Select(w => new RaisedWarning(w.Code, w.Field))],
        };
    }
}
