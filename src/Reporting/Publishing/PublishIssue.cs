using Reporting.Storage;

namespace Reporting.Publishing;

/// <summary>Copies the staged files of a numbered issue to their final place and marks the issue as published; doing it again changes nothing.</summary>
public sealed class PublishIssue(BulletinBlobs blobs, BulletinsTable issues)
{
    /// <param name="now">When the issue counts as published, unless it already is.</param>
    /// <exception cref="InvalidOperationException">The staged files are missing, damaged, or those of another number.</exception>
    public async Task<PublishedIssue> PublishAsync(PublishedIssue issue, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var manifestBytes = await StagedAsync(issue, Manifest.FileName, cancellationToken);
        var manifest = Manifest.Read(manifestBytes);
        if (manifest.Id != issue.Id || manifest.Series != issue.Series || manifest.Number != issue.Number || manifest.SignedOn != issue.SignedOn)
        {
            throw new InvalidOperationException($"The staged files of {issue.Id} are signed as {manifest.Series} no. {manifest.Number}.");
        }
        foreach (var file in manifest.Files)
        {
            var content = await StagedAsync(issue, file.Sha256, cancellationToken);
            if (Manifest.Hash(content) != file.Sha256)
            {
                throw new InvalidOperationException($"The staged {file.Name} of {issue.Id} is not the one the manifest names.");
            }
            await blobs.PublishAsync(issue, file.Name, content, cancellationToken);
        }
        var signature = await StagedAsync(issue, StageIssue.SignatureOf(manifestBytes), cancellationToken);
        await blobs.PublishAsync(issue, Manifest.SignatureName, signature, cancellationToken);
        await blobs.PublishAsync(issue, Manifest.FileName, manifestBytes, cancellationToken);
        IssueFile[] files =
        [
            .. manifest.Files,
            new(Manifest.FileName, manifestBytes.LongLength, Manifest.Hash(manifestBytes)),
            new(Manifest.SignatureName, signature.LongLength, Manifest.Hash(signature)),
        ];
        return await issues.PublishAsync(issue, [.. files.OrderBy(f => f.Name, StringComparer.Ordinal)], now, cancellationToken);
    }

    private async Task<byte[]> StagedAsync(PublishedIssue issue, string name, CancellationToken cancellationToken) =>
        await blobs.ReadStagedAsync(issue.Key, name, cancellationToken)
        ?? throw new InvalidOperationException($"The staged file {name} of {issue.Id} is missing.");
}
