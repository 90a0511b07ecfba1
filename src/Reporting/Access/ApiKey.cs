using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Reporting.Access;

/// <summary>An API key: <c>rk-</c>, eight public hexadecimal digits, a dot and 256 random bits. Only its SHA-256 is stored.</summary>
internal static partial class ApiKey
{
    /// <summary>Longer input is no key and is not looked up.</summary>
    public const int MostCharacters = 200;

    public static (string Clear, string Id) New()
    {
        var id = "rk-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        return ($"{id}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}", id);
    }

    /// <summary>Lower-case hexadecimal. One round is enough: a key is random, unlike a password.</summary>
    public static string HashOf(string clear) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clear)));

    public static bool IsId(string text) => IdForm().IsMatch(text);

    [GeneratedRegex(@"^rk-[0-9a-f]{8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();
}
