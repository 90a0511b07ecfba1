using System.Text.Json;
using Reporting.Bulletins.Snapshots;
using Reporting.Bulletins.Tracing;
using Reporting.Publishing;

namespace Reporting.Verifying;

/// <summary>Whether the trace leads back only to versions of entries that the snapshot was frozen from.</summary>
internal static class CheckTrace
{
    private static readonly string[] Kinds = ["entry:", "contribution:"];

    public static VerificationCheck Run(IReadOnlyDictionary<string, byte[]> files, Snapshot snapshot)
    {
        if (!files.TryGetValue(TraceRenderer.TraceName, out var bytes))
            return VerifyFiles.Failed("trace", TraceRenderer.TraceName, "缺少文件", "the file is missing");
        try
        {
            var known = VersionsIn(snapshot).Select(version => version.Id).ToHashSet(StringComparer.Ordinal);
            using var trace = JsonDocument.Parse(bytes);
            List<string> cited = [.. trace.RootElement.GetProperty("sources").EnumerateArray().Select(source => source.GetString() ?? "").Where(IsOfAnEntry).Select(VersionOf).Distinct(StringComparer.Ordinal)];
            return cited.FirstOrDefault(version => !known.Contains(version)) is { } stranger
                ? VerifyFiles.Failed("trace", TraceRenderer.TraceName, $"引用了快照中没有的报送版本 {stranger}", $"it cites the version {stranger}, which the snapshot does not have")
                : VerifyFiles.Passed("trace", TraceRenderer.TraceName, $"所引{cited.Count}个报送版本均在快照中", $"all {cited.Count} versions of entries that it cites are in the snapshot");
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return VerifyFiles.Failed("trace", TraceRenderer.TraceName, "不是溯源文件", "this is no trace");
        }
    }

    /// <summary>
    /// The ends of the entries' chains: each version that the issue was made of has its hash, the same wherever the snapshot names it. The signed
    /// manifest anchors them, so that an entry's stored chain can be held against them at any time.
    /// </summary>
    public static VerificationCheck Ends(Snapshot snapshot)
    {
        // A unit's entry and its contribution to the same task have chains of their own.
        var hashes = EntriesIn(snapshot).ToLookup(version => version.Id, version => version.Hash, StringComparer.Ordinal)
            .Concat(ContributionsIn(snapshot).ToLookup(version => version.Id, version => version.Hash, StringComparer.Ordinal)).ToList();
        return hashes.FirstOrDefault(ends => ends.Distinct(StringComparer.Ordinal).Count() > 1 || !IsHash(ends.First())) is { } broken
            ? VerifyFiles.Failed("chain", Manifest.SnapshotName, $"报送版本 {broken.Key} 没有唯一的校验值", $"the version {broken.Key} has no hash, or two")
            : VerifyFiles.Passed("chain", Manifest.SnapshotName, $"{hashes.Count}个报送版本各有校验值", $"{hashes.Count} versions of entries have their hashes");
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Every version of an entry or a contribution that was read for the issue.</summary>
    private static IEnumerable<EntryVersion> VersionsIn(Snapshot snapshot) => EntriesIn(snapshot).Concat(ContributionsIn(snapshot));

    /// <summary>Those of entries: of the period, of earlier periods, of corrections and of what was supplied late.</summary>
    public static IEnumerable<EntryVersion> EntriesIn(Snapshot snapshot) =>
    [
        .. snapshot.Plans.SelectMany(plan => plan.Reports).SelectMany(report => report.Earlier.Select(earlier => earlier.Entry).Append(report.Entry)).OfType<EntryVersion>(),
        .. snapshot.Since?.Corrections.SelectMany(corrected => (EntryVersion[])[corrected.Was, corrected.Now]) ?? [],
        .. snapshot.Since?.Supplied.Select(supplied => supplied.Entry) ?? [],
    ];

    public static IEnumerable<EntryVersion> ContributionsIn(Snapshot snapshot) =>
        snapshot.Plans.SelectMany(plan => plan.Tasks).SelectMany(task => task.Contributions).Select(contribution => contribution.Note);

    private static bool IsOfAnEntry(string source) => Kinds.Any(kind => source.StartsWith(kind, StringComparison.Ordinal));

    private static string VersionOf(string source) => source[(source.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('#')[0];
}
