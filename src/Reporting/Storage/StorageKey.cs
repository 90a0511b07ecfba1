using System.Globalization;

namespace Reporting.Storage;

/// <summary>Builds partition and row keys: parts of <c>[A-Za-z0-9-]</c> joined by <c>~</c>, which sorts after all of them.</summary>
internal static class StorageKey
{
    public const char Separator = '~';

    /// <summary>The largest number that a key holds.</summary>
    public const int MostNumber = 999_999;

    /// <exception cref="ArgumentException">A part is empty or has another character: ids are checked against the catalogue before.</exception>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (part.Length == 0 || !part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
                throw new ArgumentException($"'{part}' cannot be part of a storage key.", nameof(parts));
        }
        return string.Join(Separator, parts);
    }

    /// <summary>Zero-padded to six digits, so that keys sort as their numbers do.</summary>
    public static string Number(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, MostNumber);
        return number.ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>The first key (inclusive) of those that begin with <paramref name="parts"/> and go on.</summary>
    public static string From(params ReadOnlySpan<string> parts) => Of(parts) + Separator;

    /// <summary>The end (exclusive) of those that begin with <paramref name="parts"/> and go on.</summary>
    public static string To(params ReadOnlySpan<string> parts) => Of(parts) + Separator + Separator;
}
