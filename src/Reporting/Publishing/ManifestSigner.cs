using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Reporting.Publishing;

/// <summary>Signs manifests: ECDSA P-256 over SHA-256, detached, DER, so that <c>openssl dgst -sha256 -verify</c> can check them.</summary>
public sealed partial class ManifestSigner : IDisposable
{
    private readonly Lock one = new();
    private readonly ECDsa key;

    /// <exception cref="CryptographicException">The key file holds no P-256 private key.</exception>
    public ManifestSigner(IOptions<SigningOptions> options, ILogger<ManifestSigner> logger)
    {
        var settings = options.Value;
        if (settings.PrivateKey.Length > 0)
        {
            key = SigningOptions.Import(settings.PrivateKey);
        }
        else if (settings.PrivateKeyFile.Length > 0)
        {
            key = FromFile(settings.PrivateKeyFile);
        }
        else
        {
            key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            LogPassingKey(logger);
        }
        PublicKey = key.ExportSubjectPublicKeyInfoPem() + "\n";
    }

    /// <summary>The public key as PEM; whoever verifies an issue needs it from a place they trust.</summary>
    public string PublicKey { get; }

    /// <summary>The detached signature of a manifest's bytes; another one at every call, all of them valid.</summary>
    public byte[] Sign(byte[] manifest)
    {
        lock (one)
        {
            return key.SignData(manifest, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
    }

    /// <summary>Whether <paramref name="signature"/> over these bytes was made with the private half of <paramref name="publicKey"/>.</summary>
    public static bool Verify(byte[] manifest, byte[] signature, string publicKey)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(publicKey);
        return key.VerifyData(manifest, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    public void Dispose() => key.Dispose();

    private static ECDsa FromFile(string path)
    {
        if (!File.Exists(path))
        {
            CreateFile(Path.GetFullPath(path));
        }
        try
        {
            return SigningOptions.Import(File.ReadAllText(path));
        }
        catch (CryptographicException unusable)
        {
            throw new CryptographicException($"Signing:PrivateKeyFile '{path}' must hold an ECDSA P-256 private key as PEM.", unusable);
        }
    }

    // Written beside and moved into place, so that two hosts that start at once agree on one whole key.
    private static void CreateFile(string path)
    {
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        var beside = $"{path}.{Guid.NewGuid():N}";
        var access = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            access.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using (var writer = new StreamWriter(beside, access))
        {
            writer.Write(fresh.ExportPkcs8PrivateKeyPem() + "\n");
        }
        try
        {
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(beside);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Neither Signing:PrivateKey nor Signing:PrivateKeyFile is set: manifests are signed with a key that ends with this process.")]
    private static partial void LogPassingKey(ILogger logger);
}
