using Reporting.Storage;

namespace Reporting.Publishing;

/// <summary>Reads one file of a published issue.</summary>
public sealed class GetIssueFile(BulletinBlobs blobs)
{
    /// <summary>The short names used in addresses and the files they mean.</summary>
    public static IReadOnlyDictionary<string, string> ShortNames { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["pdf"] = "bulletin.pdf",
        ["html"] = "bulletin.html",
        ["snapshot"] = Manifest.SnapshotName,
        ["manifest"] = Manifest.FileName,
        ["signature"] = Manifest.SignatureName,
    };

    /// <summary>The file by its short name; null when the issue has no such file.</summary>
    /// <exception cref="InvalidDataException">What is stored is not what was published.</exception>
    public async Task<IssueContent?> RunAsync(PublishedIssue issue, string shortName, CancellationToken cancellationToken)
    {
        if (!ShortNames.TryGetValue(shortName, out var name)
            || issue.Files.FirstOrDefault(f => f.Name == name) is not { } file
            || await blobs.ReadPublishedAsync(issue, name, cancellationToken) is not { } content)
        {
            return null;
        }
        return Manifest.Hash(content) == file.Sha256
            ? new IssueContent(file, BulletinBlobs.MediaType(name), content)
            : throw new InvalidDataException($"{name} of {issue.Id} no. {issue.Number} is not the file that was published.");
    }
}

/// <summary>A file of a published issue with its bytes.</summary>
public sealed record IssueContent(IssueFile File, string MediaType, byte[] Content);
