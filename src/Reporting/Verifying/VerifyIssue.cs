using Reporting.Bulletins.Snapshots;
using Reporting.Publishing;
using Reporting.Storage;

namespace Reporting.Verifying;

/// <summary>Verifies a published issue as it is stored, with this system's own key, and that the entries it was made from still have their versions.</summary>
public sealed class VerifyIssue(VerifyFiles verify, BulletinBlobs blobs, ProgressTable progress, ManifestSigner signer)
{
    public async Task<Verification> RunAsync(PublishedIssue issue, CancellationToken cancellation)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in issue.Files)
        {
            if (await blobs.ReadPublishedAsync(issue, file.Name, cancellation) is { } content)
                files.Add(file.Name, content);
        }
        var verified = verify.Run(files, signer.PublicKey);
        if (verified.Checks.Any(check => check is { Name: "snapshot", Outcome: not CheckOutcome.Passed }) || !files.TryGetValue(Manifest.SnapshotName, out var stored))
            return verified;
        return verified.With([await EntriesAsync(SnapshotJson.Read(stored), cancellation)]);
    }

    private async Task<VerificationCheck> EntriesAsync(Snapshot snapshot, CancellationToken cancellation)
    {
        var versions = snapshot.Plans.SelectMany(plan => plan.Reports).Select(report => report.Entry).OfType<EntryVersion>().ToList();
        foreach (var version in versions)
        {
            if ((await progress.FindVersionAsync(version.Key, version.Version, cancellation))?.Hash != version.Hash)
            {
                return VerifyFiles.Failed(
                    "entries", null, $"报送版本 {version.Id} 已不在存储中，或与快照所载不同", $"the version {version.Id} is no longer stored, or is not the one of the snapshot");
            }
        }
        return VerifyFiles.Passed("entries", null, $"{versions.Count}个报送版本与存储相符", $"{versions.Count} versions of entries are stored as the snapshot has them");
    }
}
