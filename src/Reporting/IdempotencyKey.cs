using System.Security.Cryptography;
using System.Text.Json;

namespace Reporting;

/// <summary>What makes a request known again when it is sent a second time (header Idempotency-Key).</summary>
/// <param name="Scope">SHA-256 (lower-case hex) over the caller's key, the method and address, and the header's value.</param>
/// <param name="Request">SHA-256 (lower-case hex) over the body, by which a reused key with another body is found out.</param>
public sealed record IdempotencyKey(string Scope, string Request)
{
    /// <param name="keyId">The public part of the key (or token) the caller used; another key is another caller.</param>
    /// <param name="route">Method, path and query as sent.</param>
    /// <param name="value">What the header says.</param>
    public static IdempotencyKey Of(string keyId, string route, string value, ReadOnlySpan<byte> body) =>
        new(Hash(JsonSerializer.SerializeToUtf8Bytes<string[]>([keyId, route, value], ReportingJson.Options)), Hash(body));

    internal static Refusal Reused() => new(
        "idempotency-key-reused",
        "Idempotency-Key",
        "该 Idempotency-Key 已用于内容不同的请求，请换一个。",
        "This Idempotency-Key was used for a request with another body; take a new one.");

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
