using Reporting.Access;
using Reporting.Storage;

namespace Reporting.Collecting;

/// <summary>Reads an entry, and its versions.</summary>
public sealed class GetEntry(ObligationBook book, ProgressTable table)
{
    public async Task<Outcome<Entry>> RunAsync(Caller caller, EntryAddress address, CancellationToken cancellation)
    {
        var found = await book.FindAsync(address, caller, cancellation);
        if (found.Value is not { } owed)
            return found.Refusals.ToList();
        var stored = await table.FindAsync(owed.Key, cancellation);
        return stored is null ? EntryWriting.NoEntry() : stored.Entry;
    }

    /// <summary>Every version, first to last.</summary>
    public async Task<Outcome<EntryVersions>> VersionsAsync(Caller caller, EntryAddress address, CancellationToken cancellation)
    {
        var found = await book.FindAsync(address, caller, cancellation);
        if (found.Value is not { } owed)
            return found.Refusals.ToList();
        var versions = await table.ReadVersionsAsync(owed.Key, cancellation);
        return versions.Count == 0 ? EntryWriting.NoEntry() : new EntryVersions(versions);
    }
}

/// <summary>The history of an entry, first version to last.</summary>
public sealed record EntryVersions(IReadOnlyList<Entry> Versions);
