using Reporting.Bulletins.Snapshots;
using Reporting.Publishing;
using Reporting.Storage;

namespace Reporting.Verifying;

/// <summary>
/// Verifies a published issue as it is stored, with this system's own keys: that it is the issue that was asked for, and that the entries it was
/// made from still have their versions.
/// </summary>
public sealed class VerifyIssue(
    VerifyFiles verify, BulletinBlobs blobs, ProgressTable progress, ContributionsTable contributions, ManifestSigner signer) : IDisposable
{
    // An issue over all plans at the year's end has some 650 versions.
    private const int AtOnce = 16;

    // Making an issue again takes a processor for a while; whoever asks for many at once waits, and the others' requests do not.
    private readonly SemaphoreSlim one = new(1);

    public async Task<Verification> RunAsync(PublishedIssue issue, CancellationToken cancellation)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in issue.Files)
        {
            if (await blobs.ReadPublishedAsync(issue, file.Name, cancellation) is { } content)
                files.Add(file.Name, content);
        }
        var verified = await OneAtATimeAsync(files, cancellation);
        if (files.TryGetValue(Manifest.FileName, out var bytes) && VerifyFiles.ManifestOf(bytes) is { } manifest)
            verified = verified.With([Register(issue, files, manifest)]);
        if (!verified.Checks.Any(check => check is { Name: "snapshot", Outcome: CheckOutcome.Passed }) || !files.TryGetValue(Manifest.SnapshotName, out var stored))
            return verified;
        return verified.With([await EntriesAsync(SnapshotJson.Read(stored), cancellation)]);
    }

    public void Dispose() => one.Dispose();

    private async Task<Verification> OneAtATimeAsync(Dictionary<string, byte[]> files, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            return verify.Run(files, signer.TrustedKeys);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Whole and signed can also be another issue, put in this one's place.</summary>
    private static VerificationCheck Register(PublishedIssue issue, Dictionary<string, byte[]> files, Manifest manifest)
    {
        if ((manifest.Programme, manifest.Id, manifest.Series, manifest.Number, manifest.SignedOn) != (issue.Key.Programme, issue.Id, issue.Series, issue.Number, issue.SignedOn))
        {
            return VerifyFiles.Failed(
                "register",
                Manifest.FileName,
                $"清单所载为 {manifest.Id} 第{manifest.Number}期，不是登记的 {issue.Id} 第{issue.Number}期",
                $"the manifest is that of {manifest.Id} no. {manifest.Number}; the register has {issue.Id} no. {issue.Number}");
        }
        return issue.Files.FirstOrDefault(file => files.TryGetValue(file.Name, out var content) && Manifest.Hash(content) != file.Sha256) is { } changed
            ? VerifyFiles.Failed("register", changed.Name, "与发布登记的校验值不符", "it has not the hash that was registered when it was published")
            : VerifyFiles.Passed("register", null, "刊期、期号和文件与发布登记相符", "issue, number and files are those of the register");
    }

    private async Task<VerificationCheck> EntriesAsync(Snapshot snapshot, CancellationToken cancellation)
    {
        // A unit's entry and its contribution to the same task have one id and chains of their own.
        List<(EntryVersion Version, bool IsEntry)> all =
        [
            .. CheckTrace.EntriesIn(snapshot).DistinctBy(version => version.Id).Select(version => (version, true)),
            .. CheckTrace.ContributionsIn(snapshot).DistinctBy(version => version.Id).Select(version => (version, false)),
        ];
        foreach (var some in all.Chunk(AtOnce))
        {
            var holds = await Task.WhenAll(some.Select(x => x.IsEntry
                ? progress.HoldsAsync(x.Version.Key, x.Version.Version, x.Version.Hash, cancellation)
                : contributions.HoldsAsync(x.Version.Key, x.Version.Version, x.Version.Hash, cancellation)));
            if (Array.IndexOf(holds, false) is >= 0 and var first)
                return Changed(some[first].Version);
        }
        return VerifyFiles.Passed("entries", null, $"{all.Count}个报送版本与存储相符", $"{all.Count} versions of entries are stored as the snapshot has them");
    }

    private static VerificationCheck Changed(EntryVersion version) => VerifyFiles.Failed(
        "entries", null, $"报送版本 {version.Id} 已不在存储中，或与快照所载不同", $"the version {version.Id} is no longer stored, or is not the one of the snapshot");
}
