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
        TrustedKeys = PublicKey + settings.FormerPublicKeys;
    }

    /// <summary>The public key as PEM; whoever verifies an issue needs it from a place they trust.</summary>
    public string PublicKey { get; }

    /// <summary>This key and those before it, one after the other as PEM: what issues of this system may be signed with.</summary>
    public string TrustedKeys { get; }

    /// <summary>Whether the key file was missing, so that this process made the key.</summary>
    public bool IsNew { get; private set; }

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

    private ECDsa FromFile(string path)
    {
        try
        {
            return SigningOptions.Import(KeyFile.ReadOrCreate(path, New));
        }
        catch (CryptographicException unusable)
        {
            throw new CryptographicException($"Signing:PrivateKeyFile '{path}' must hold an ECDSA P-256 private key as PEM.", unusable);
        }
    }

    private string New()
    {
        IsNew = true;
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return fresh.ExportPkcs8PrivateKeyPem() + "\n";
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Neither Signing:PrivateKey nor Signing:PrivateKeyFile is set: manifests are signed with a key that ends with this process.")]
    private static partial void LogPassingKey(ILogger logger);
}
