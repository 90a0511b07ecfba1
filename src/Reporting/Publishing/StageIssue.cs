using Reporting.Schedule;
using Reporting.Storage;
using Typesetting.Fonts;

namespace Reporting.Publishing;

/// <summary>
/// Keeps the rendered files of an issue before they are published, so that resuming, also after an upgrade, never renders again. Files are
/// staged under their hash and the manifest last: once it is there it names a whole set, whoever staged what before.
/// </summary>
public sealed class StageIssue(BulletinBlobs blobs, ManifestSigner signer, FontSet fonts)
{
    /// <summary>Whether the issue has been rendered and staged whole.</summary>
    public async Task<bool> IsStagedAsync(IssueKey issue, CancellationToken cancellationToken) =>
        await blobs.ReadStagedAsync(issue, Manifest.FileName, cancellationToken) is not null;

    /// <summary>Stages the files of an issue with manifest and signature; a set staged before stays as it is.</summary>
    /// <param name="catalogue">SHA-256 of the catalogue the snapshot was frozen from.</param>
    /// <param name="files">By name, among them <c>snapshot.json</c>.</param>
    /// <param name="engines">What wrote each rendered file, by the file's name.</param>
    public async Task StageAsync(
        PublishedIssue issue,
        string catalogue,
        IReadOnlyDictionary<string, byte[]> files,
        IReadOnlyDictionary<string, string> engines,
        CancellationToken cancellationToken)
    {
        foreach (var content in files.Values)
        {
            await blobs.StageAsync(issue.Key, Manifest.Hash(content), content, cancellationToken);
        }
        var manifest = Manifest.Of(issue, catalogue, files, engines, fonts).Write();
        await blobs.StageAsync(issue.Key, SignatureOf(manifest), signer.Sign(manifest), cancellationToken);
        await blobs.StageAsync(issue.Key, Manifest.FileName, manifest, cancellationToken);
    }

    internal static string SignatureOf(byte[] manifest) => Manifest.Hash(manifest) + ".sig";
}
