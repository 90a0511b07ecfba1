using Azure.Data.Tables;
using Reporting.Collecting;

namespace Reporting.Storage;

/// <summary>Walks the stored versions of an entry and finds the first that is not what was written.</summary>
internal static class VersionChain
{
    /// <param name="versions">The rows of <see cref="ProgressKeys.VersionRows"/>, in the order of their keys.</param>
    /// <param name="current">The entry's current row; null when it is gone.</param>
    public static ChainReport Walk(EntryKey key, IReadOnlyList<TableEntity> versions, TableEntity? current)
    {
        var lastHash = versions.Count > 0 ? Text(versions[^1], "Hash") : null;
        return new ChainReport(versions.Count, lastHash, FirstBroken(key, versions) ?? Current(key, versions, current));
    }

    private static BrokenVersion? FirstBroken(EntryKey key, IReadOnlyList<TableEntity> versions)
    {
        string? previous = null;
        for (var i = 0; i < versions.Count; i++)
        {
            var (row, number) = (versions[i], i + 1);
            if (row.RowKey != ProgressKeys.VersionRow(key, number))
                return new BrokenVersion(number, ChainFault.Missing);
            if (!EntryRow.IsIntact(key, row))
                return new BrokenVersion(number, ChainFault.Hash);
            if (row["Version"] is not int said || said != number || Text(row, "PreviousHash") != previous)
                return new BrokenVersion(number, ChainFault.Link);
            previous = Text(row, "Hash");
        }
        return null;
    }

    private static BrokenVersion? Current(EntryKey key, IReadOnlyList<TableEntity> versions, TableEntity? current)
    {
        if (current is null)
            return new BrokenVersion(versions.Count, ChainFault.Current);
        // A chain that was cut at its end is whole in itself; the current row knows that it went on.
        if (current["Version"] is int said && said > versions.Count && EntryRow.IsIntact(key, current))
            return new BrokenVersion(versions.Count + 1, ChainFault.Missing);
        return versions.Count > 0 && IsCopy(versions[^1], current) ? null : new BrokenVersion(Math.Max(1, versions.Count), ChainFault.Current);
    }

    private static bool IsCopy(TableEntity version, TableEntity current) =>
        Facts(version).SequenceEqual(Facts(current));

    private static IEnumerable<(string Name, object? Value)> Facts(TableEntity row) =>
        row.Where(p => p.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag") && p.Value is not null)
            .OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => (p.Key, (object?)p.Value));

    private static string? Text(TableEntity row, string name) => row[name] as string;
}

/// <summary>What a walk over the versions of an entry found.</summary>
/// <param name="Versions">How many are stored.</param>
/// <param name="LastHash">Null when none is.</param>
/// <param name="FirstBroken">Null when all is as it was written.</param>
internal sealed record ChainReport(int Versions, string? LastHash, BrokenVersion? FirstBroken);

/// <summary>The first version that is not what was written, and what is wrong with it.</summary>
internal sealed record BrokenVersion(int Version, ChainFault Fault);
