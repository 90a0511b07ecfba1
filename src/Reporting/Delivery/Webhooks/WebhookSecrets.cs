using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Reporting.Delivery.Webhooks;

/// <summary>
/// The secret of each webhook, derived from the one key of the settings (HKDF, RFC 5869), so that none is stored; and the signature made with it.
/// </summary>
public sealed class WebhookSecrets
{
    private const int LeastBytes = 32;

    private readonly byte[] key;

    /// <exception cref="InvalidDataException">The key file holds no key.</exception>
    public WebhookSecrets(IOptions<WebhookOptions> options)
    {
        var settings = options.Value;
        key = settings.Key.Length > 0 ? Convert.FromBase64String(settings.Key)
            : settings.KeyFile.Length > 0 ? FromFile(settings.KeyFile)
            : [];
    }

    /// <summary>Whether there is a key.</summary>
    public bool Configured => key.Length > 0;

    /// <summary>What the receiver verifies signatures with; the same at every call. Another address has another: who was written to before cannot sign for it.</summary>
    /// <exception cref="InvalidOperationException">There is no key.</exception>
    public string Of(string programme, string subscriber, string address)
    {
        if (!Configured)
            throw new InvalidOperationException("The setting Delivery:Webhook:Key is missing.");
        var purpose = Encoding.UTF8.GetBytes($"webhook/1/{programme}/{subscriber}/{address}");
        return Convert.ToBase64String(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, LeastBytes, info: purpose));
    }

    /// <summary><c>sha256=</c> and the HMAC over timestamp, a full stop and the body, lower-case hex.</summary>
    /// <param name="timestamp">Seconds since 1970, as sent; a receiver refuses what is older than a few minutes.</param>
    public static string Sign(string secret, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Convert.FromBase64String(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes(timestamp.ToString(CultureInfo.InvariantCulture) + "."));
        hmac.AppendData(body);
        return "sha256=" + Convert.ToHexStringLower(hmac.GetHashAndReset());
    }

    internal static bool IsKey(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length >= LeastBytes;
    }

    /// <exception cref="InvalidDataException">The key file holds no key.</exception>
    internal static byte[] FromFile(string file)
    {
        var text = KeyFile.ReadOrCreate(file, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(LeastBytes))).Trim();
        return IsKey(text) ? Convert.FromBase64String(text) : throw new InvalidDataException($"{file} (Delivery:Webhook:KeyFile) holds no key of 32 bytes as base64.");
    }
}
