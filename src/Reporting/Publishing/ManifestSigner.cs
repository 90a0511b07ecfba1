using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Reporting.Publishing;

/// <summary>Signs manifests: ECDSA P-256 over SHA-256, detached, DER, so that <c>openssl dgst -sha256 -verify</c> can check them.</summary>
public sealed partial class ManifestSigner : IDisposable
{
    private const int MostAttempts = 100;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(20);

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
        try
        {
            return SigningOptions.Import(ReadOrCreate(Path.GetFullPath(path)));
        }
        catch (CryptographicException unusable)
        {
            throw new CryptographicException($"Signing:PrivateKeyFile '{path}' must hold an ECDSA P-256 private key as PEM.", unusable);
        }
    }

    // Who writes the key holds the file, and who finds it held waits a moment: hosts that start at once agree on one whole key. Writing
    // beside and moving into place would not do: on Unix a move that must not overwrite looks first and renames then.
    private static string ReadOrCreate(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileInfo(path) is { Exists: true, Length: > 0 } ? File.ReadAllText(path) : Create(path);
            }
            catch (IOException held) when (held is not (FileNotFoundException or DirectoryNotFoundException) && attempt < MostAttempts)
            {
                Thread.Sleep(BetweenAttempts);
            }
        }
    }

    private static string Create(string path)
    {
        var access = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            access.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using var file = new FileStream(path, access);
        using var reader = new StreamReader(file);
        if (reader.ReadToEnd() is { Length: > 0 } written)
        {
            return written;
        }
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = fresh.ExportPkcs8PrivateKeyPem() + "\n";
        using var writer = new StreamWriter(file);
        writer.Write(pem);
        return pem;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Neither Signing:PrivateKey nor Signing:PrivateKeyFile is set: manifests are signed with a key that ends with this process.")]
    private static partial void LogPassingKey(ILogger logger);
}
