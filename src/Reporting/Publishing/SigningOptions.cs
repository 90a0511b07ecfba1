using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Reporting.Publishing;

/// <summary>The key that signs manifests (section <c>Signing</c>).</summary>
public sealed class SigningOptions
{
    public const string Section = "Signing";

    /// <summary>ECDSA P-256 private key as PEM; in Azure a Key Vault reference. Comes before <see cref="PrivateKeyFile"/>.</summary>
    public string PrivateKey { get; set; } = "";

    /// <summary>A PEM file with the key; made with a new key when missing. With neither setting the key lives as long as the process.</summary>
    public string PrivateKeyFile { get; set; } = "";

    /// <summary>The public keys of the time before a rotation, one after the other as PEM; issues signed with them are still verified here.</summary>
    public string FormerPublicKeys { get; set; } = "";

    internal static ECDsa Import(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            _ = key.ExportParameters(includePrivateParameters: true);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value)
            {
                return key;
            }
        }
        catch (Exception unusable) when (unusable is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new CryptographicException("The text is no private key as PEM.", unusable);
        }
        key.Dispose();
        throw new CryptographicException("The key is not on curve P-256.");
    }

    internal sealed class Validation : IValidateOptions<SigningOptions>
    {
        public ValidateOptionsResult Validate(string? name, SigningOptions options)
        {
            List<string> faults = [];
            Check(options.PrivateKey, pem => Import(pem).Dispose(), "Signing:PrivateKey must be an ECDSA P-256 private key as PEM.", faults);
            Check(options.FormerPublicKeys, pem => TrustedKeys.Read(pem), "Signing:FormerPublicKeys must be ECDSA P-256 public keys as PEM.", faults);
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }

        private static void Check(string pem, Action<string> read, string rule, List<string> faults)
        {
            try
            {
                if (pem.Length > 0)
                    read(pem);
            }
            catch (CryptographicException unusable)
            {
                faults.Add($"{rule} {unusable.Message}");
            }
        }
    }
}
