namespace Reporting.Collecting;

/// <summary>Converts figures between units that differ by 万 or 亿 only (亿元/万元/元, 万辆/辆), exactly or not at all.</summary>
public static class FigureUnits
{
    /// <summary>What the type decimal holds.</summary>
    private const int MostDecimals = 28;

    /// <summary>False when the units measure different things (亿元, 亿美元) or when the result would have to be rounded.</summary>
    public static bool TryConvert(decimal value, string from, string to, out decimal result)
    {
        result = value;
        if (string.Equals(from, to, StringComparison.Ordinal))
            return true;
        var (fromPower, fromBase) = Split(from);
        var (toPower, toBase) = Split(to);
        return fromBase.Length > 0 && string.Equals(fromBase, toBase, StringComparison.Ordinal) && TryShift(value, fromPower - toPower, out result);
    }

    /// <summary>Multiplies by a power of ten; arithmetic on decimals would round without a word where digits do not fit.</summary>
    private static bool TryShift(decimal value, int power, out decimal result)
    {
        result = value;
        Span<int> bits = stackalloc int[4];
        var plain = EntryNumber.Plain(value);
        decimal.GetBits(plain, bits);
        var scale = plain.Scale - power;
        if (scale > MostDecimals)
            return false;
        try
        {
            var digits = new decimal(bits[0], bits[1], bits[2], value < 0, (byte)Math.Max(scale, 0));
            for (; scale < 0; scale++)
                digits *= 10;
            result = digits;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static (int Power, string Base) Split(string unit) => unit switch
    {
        ['万', '亿', .. var rest] => (12, rest),
        ['亿', .. var rest] => (8, rest),
        ['万', .. var rest] => (4, rest),
        _ => (0, unit),
    };
}
