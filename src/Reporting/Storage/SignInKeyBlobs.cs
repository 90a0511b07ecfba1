using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Reporting.Storage;

/// <summary>
/// The keys that sign-ins to the pages are protected with, in the form of ASP.NET data protection, so that all instances share them and a restart
/// signs nobody out: a blob for each in container <c>sign-in-keys</c>, written once. Whoever asks for them cannot wait asynchronously.
/// </summary>
public sealed class SignInKeyBlobs(StorageConnection storage)
{
    private readonly BlobContainerClient keys = storage.Container(StorageNames.SignInKeys);

    /// <summary>Every key as XML, by name.</summary>
    /// <exception cref="StorageUnavailableException">The storage account does not answer.</exception>
    public IReadOnlyList<string> Read() => StorageCall.Run<IReadOnlyList<string>>(
        "read the keys of sign-ins",
        () => [.. keys.GetBlobs().Select(blob => blob.Name).Order(StringComparer.Ordinal).Select(name => keys.GetBlobClient(name).DownloadContent().Value.Content.ToString())]);

    /// <summary>Keeps a key; one of this name that is there stays as it is.</summary>
    /// <exception cref="StorageUnavailableException">The storage account does not answer.</exception>
    public void Add(string name, string xml)
    {
        try
        {
            StorageCall.Run("keep a key of sign-ins", () => keys.GetBlobClient($"{name}.xml").Upload(BinaryData.FromString(xml), Once));
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            // The client tries again when an answer is lost, and finds its own.
        }
    }

    private static BlobUploadOptions Once => new()
    {
        Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        HttpHeaders = new BlobHttpHeaders { ContentType = "application/xml" },
    };
}
