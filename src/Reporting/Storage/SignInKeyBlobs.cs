using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Reporting.Storage;

/// <summary>
/// The keys that sign-ins to the pages are protected with, in the form of ASP.NET data protection, so that all instances share them and a restart
/// signs nobody out: numbered, a blob for each in container <c>sign-in-keys</c>, written once. Whoever asks for them cannot wait asynchronously.
/// </summary>
public sealed class SignInKeyBlobs(StorageConnection storage)
{
    private readonly BlobContainerClient keys = storage.Container(StorageNames.SignInKeys);

    /// <summary>Every key, by name.</summary>
    /// <exception cref="StorageUnavailableException">The storage account does not answer.</exception>
    public IReadOnlyList<SignInKey> Read() => StorageCall.Run<IReadOnlyList<SignInKey>>("read the keys of sign-ins", () =>
    [
        .. keys.GetBlobs().Select(blob => blob.Name).Order(StringComparer.Ordinal)
            .Select(name => new SignInKey(Path.GetFileNameWithoutExtension(name), keys.GetBlobClient(name).DownloadContent().Value.Content.ToString())),
    ]);

    /// <summary>Keeps a key; one of this name that is there stays as it is.</summary>
    /// <exception cref="StorageUnavailableException">The storage account does not answer.</exception>
    public void Add(SignInKey key)
    {
        try
        {
            StorageCall.Run("keep a key of sign-ins", () => keys.GetBlobClient($"{key.Name}.xml").Upload(BinaryData.FromString(key.Xml), Once));
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            // Another host's, or our own, where the answer to a first try was lost.
        }
    }

    private static BlobUploadOptions Once => new()
    {
        Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        HttpHeaders = new BlobHttpHeaders { ContentType = "application/xml" },
    };
}

/// <summary>A key of ASP.NET data protection, or a revocation of some.</summary>
public sealed record SignInKey(string Name, string Xml);
