using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using Reporting.Publishing;
using Reporting.Schedule;

namespace Reporting.Storage;

/// <summary>
/// The files of issues: staged under container <c>work</c> while an issue is made, then copied to container <c>bulletins</c>.
/// Every blob is written once (<c>If-None-Match: *</c>) and never again.
/// </summary>
public sealed class BulletinBlobs(StorageConnection storage)
{
    private readonly BlobContainerClient published = storage.Container(StorageNames.PublishedFiles);
    private readonly BlobContainerClient work = storage.Container(StorageNames.StagedFiles);

    /// <summary>The staged file; null when it is not there.</summary>
    public Task<byte[]?> ReadStagedAsync(IssueKey issue, string name, CancellationToken cancellationToken) =>
        ReadAsync(work.GetBlobClient($"{Folder(issue)}/{name}"), cancellationToken);

    /// <summary>Stages a file unless it is there already; returns what is stored, which is the first writer's.</summary>
    public async Task<byte[]> StageAsync(IssueKey issue, string name, byte[] content, CancellationToken cancellationToken)
    {
        var blob = work.GetBlobClient($"{Folder(issue)}/{name}");
        return await TryCreateAsync(blob, name, content, cancellationToken)
            ? content
            : await ReadAsync(blob, cancellationToken) ?? throw new IOException($"The staged file {blob.Name} is there and cannot be read.");
    }

    /// <summary>Writes a published file; the same bytes a second time are fine, other bytes never replace the first.</summary>
    /// <exception cref="IOException">There is such a file with other bytes.</exception>
    public async Task PublishAsync(PublishedIssue issue, string name, byte[] content, CancellationToken cancellationToken)
    {
        var blob = published.GetBlobClient($"{Folder(issue)}/{name}");
        if (!await TryCreateAsync(blob, name, content, cancellationToken)
            && (await ReadAsync(blob, cancellationToken) is not { } stored || !stored.AsSpan().SequenceEqual(content)))
        {
            throw new IOException($"The published file {blob.Name} is there with other bytes; it is not overwritten.");
        }
    }

    /// <summary>The published file; null when it is not there.</summary>
    public Task<byte[]?> ReadPublishedAsync(PublishedIssue issue, string name, CancellationToken cancellationToken) =>
        ReadAsync(published.GetBlobClient($"{Folder(issue)}/{name}"), cancellationToken);

    /// <summary>
    /// An address that reads the published file, and nothing else, until it expires (a shared access signature): signed by the account's key where
    /// the settings have it, otherwise by a key that the account lends the host's identity.
    /// </summary>
    /// <param name="savedAs">The name under which a browser saves it.</param>
    public async Task<Uri> LinkAsync(PublishedIssue issue, string name, string savedAs, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var blob = published.GetBlobClient($"{Folder(issue)}/{name}");
        var sas = new BlobSasBuilder(BlobSasPermissions.Read, until)
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Protocol = blob.Uri.Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp,
            ContentDisposition = $"inline; filename*=UTF-8''{Uri.EscapeDataString(savedAs)}",
        };
        if (blob.CanGenerateSasUri)
            return blob.GenerateSasUri(sas);
        var lent = await StorageCall.RunAsync(
            "borrow a key for links", () => storage.Blobs.GetUserDelegationKeyAsync(startsOn: null, until, cancellationToken), cancellationToken);
        return new BlobUriBuilder(blob.Uri) { Sas = sas.ToSasQueryParameters(lent.Value, blob.AccountName) }.ToUri();
    }

    /// <summary><c>{programme}/{period}/{kind}/{plan or all}</c>.</summary>
    public static string Folder(IssueKey issue) =>
        $"{issue.Programme}/{issue.Period}/{issue.Kind.Id}/{IssueSeries.Plan(issue.Plan)}";

    /// <summary><c>{programme}/{period}/{kind}/{plan or all}/{number}</c>.</summary>
    public static string Folder(PublishedIssue issue) => string.Create(CultureInfo.InvariantCulture, $"{Folder(issue.Key)}/{issue.Number}");

    /// <summary>The media type a file is served with.</summary>
    public static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".pdf" => "application/pdf",
        ".json" => "application/json",
        ".html" => "text/html; charset=utf-8",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    };

    private static async Task<bool> TryCreateAsync(BlobClient blob, string name, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            await blob.UploadAsync(
                BinaryData.FromBytes(content),
                new BlobUploadOptions
                {
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                    HttpHeaders = new BlobHttpHeaders { ContentType = MediaType(name) },
                },
                cancellationToken);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            return false;
        }
    }

    private static async Task<byte[]?> ReadAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            var download = await StorageCall.RunAsync("read a file", () => blob.DownloadContentAsync(cancellationToken), cancellationToken);
            return download.Value.Content.ToArray();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
