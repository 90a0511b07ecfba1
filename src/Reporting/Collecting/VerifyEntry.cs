using System.Text.Json.Serialization;
using Reporting.Access;
using Reporting.Storage;

namespace Reporting.Collecting;

/// <summary>What can be wrong with the stored versions of an entry.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChainFault>))]
public enum ChainFault
{
    /// <summary>The version's hash is not that of what it says: it was changed.</summary>
    [JsonStringEnumMemberName("hash")]
    Hash,

    /// <summary>The version does not follow upon the one before it: one of the two was put in another's place.</summary>
    [JsonStringEnumMemberName("link")]
    Link,

    /// <summary>The version is not there.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,

    /// <summary>The entry as it stands is not its last version.</summary>
    [JsonStringEnumMemberName("current")]
    Current,
}

/// <summary>Whether the stored history of an entry is what was written.</summary>
/// <param name="Whole">Every hash and every link holds, no version is missing, and the entry as it stands is the last of them.</param>
/// <param name="Versions">How many are stored.</param>
/// <param name="LastHash">Of the last version; what a published issue names. Null when no version is stored.</param>
/// <param name="FirstBroken">Null when the history is whole.</param>
public sealed record EntryVerification(bool Whole, int Versions, string? LastHash, VersionFault? FirstBroken);

/// <summary>The first version that is not what was written.</summary>
public sealed record VersionFault(int Version, ChainFault Fault, string DetailZh, string DetailEn);

/// <summary>Walks the chain of an entry's versions.</summary>
public sealed class VerifyEntry(ObligationBook book, ProgressTable table)
{
    public async Task<Outcome<EntryVerification>> RunAsync(Caller caller, EntryAddress address, CancellationToken cancellation)
    {
        var found = await book.FindAsync(address, caller, cancellation);
        if (found.Value is not { } owed)
            return found.Refusals.ToList();
        if (await table.WalkAsync(owed.Key, cancellation) is not { } report)
            return EntryWriting.NoEntry();
        return new EntryVerification(report.FirstBroken is null, report.Versions, report.LastHash, report.FirstBroken is { } broken ? Said(broken) : null);
    }

    private static VersionFault Said(BrokenVersion broken)
    {
        var (zh, en) = broken.Fault switch
        {
            ChainFault.Hash => ("内容与其散列值不符，写入后被改动", "does not have the hash of what it says: it was changed after it was written"),
            ChainFault.Link => ("与上一版不相衔接", "does not follow upon the version before it"),
            ChainFault.Missing => ("缺失", "is missing"),
            _ => ("与条目现状不符，现状被改动", "is not what the entry says now: the entry was changed beside its versions"),
        };
        return new VersionFault(broken.Version, broken.Fault, $"第{broken.Version}版{zh}。", FormattableString.Invariant($"Version {broken.Version} {en}."));
    }
}
