using System.Security.Cryptography;

namespace Reporting.Publishing;

/// <summary>Reads the public keys that a verification trusts, written one after the other as PEM (RFC 7468).</summary>
public static class TrustedKeys
{
    private const string Label = "PUBLIC KEY";

    /// <summary>Each key as PEM, in the order of the text.</summary>
    /// <exception cref="CryptographicException">There is no ECDSA public key on P-256 in the text, or something else is.</exception>
    public static IReadOnlyList<string> Read(string text)
    {
        var keys = new List<string>();
        for (var rest = text.AsSpan(); PemEncoding.TryFind(rest, out var fields); rest = rest[fields.Location.End..])
        {
            if (!rest[fields.Label].SequenceEqual(Label))
                throw new CryptographicException($"'{rest[fields.Label]}' is no public key.");
            keys.Add(Checked(rest[fields.Location].ToString()));
        }
        return keys.Count > 0 ? keys : throw new CryptographicException("The text is no public key as PEM.");
    }

    private static string Checked(string pem)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(pem);
            return key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
                ? pem
                : throw new CryptographicException("The key is not on curve P-256.");
        }
        catch (ArgumentException unusable)
        {
            throw new CryptographicException("The text is no public key as PEM.", unusable);
        }
    }
}
