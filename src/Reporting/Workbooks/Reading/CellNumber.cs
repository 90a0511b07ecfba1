using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Reporting.Workbooks.Reading;

/// <summary>Numbers as they stand in cells, as exact decimals.</summary>
internal static partial class CellNumber
{
    // No entry takes a number near it; below it there is room to multiply.
    private const decimal Limit = 1_000_000_000_000_000_000m;

    /// <summary>
    /// A cell of numbers. Spreadsheets compute in binary and store up to 17 digits, so that 0.1+0.2 stands in the file as
    /// 0.30000000000000004; they show and compare 15, and 15 are what the clerk saw.
    /// </summary>
    /// <returns>Null for what no decimal can hold.</returns>
    public static decimal? OfNumber(string digits)
    {
        if (!decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
            return null;
        // What is too small for a decimal would come out as zero, which it is not.
        if (exact == 0 && digits.AsSpan().IndexOfAnyInRange('1', '9') is var first and >= 0 && digits.AsSpan().IndexOfAny('e', 'E') is var power && (power < 0 || first < power))
            return null;
        if (decimal.Abs(exact) >= Limit)
            return null;
        return decimal.Parse(exact.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A number written as text: digits in half or full width, with a decimal point, thousands separated by commas in threes or not at all,
    /// with spaces around it and the apostrophe that marks text in front. Nothing is rounded.
    /// </summary>
    /// <param name="percent">Whether a percent sign stands behind it; the number is then as printed: 25 for 25%.</param>
    /// <returns>Null for everything else, 12万 and 1.5E3 among it.</returns>
    public static decimal? OfText(string text, out bool percent)
    {
        var plain = HalfWidth(text).Trim();
        if (plain.StartsWith('\''))
            plain = plain[1..].TrimStart();
        percent = plain.EndsWith('%');
        if (percent)
            plain = plain[..^1].TrimEnd();
        return Form().IsMatch(plain) && decimal.TryParse(plain.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static string HalfWidth(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            plain.Append(character switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
                '\u2212' => '-',
                '\u00A0' or '\u3000' or '\u202F' or '\u2007' => ' ',
                _ => character,
            });
        }
        return plain.ToString();
    }

    [GeneratedRegex(@"^[+-]?([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,28})(\.[0-9]{1,28})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
