namespace Reporting.Collecting;

/// <summary>Converts figures between units that differ by 万 or 亿 only (亿元/万元/元, 万辆/辆), exactly or not at all.</summary>
public static class FigureUnits
{
    /// <summary>False when the units measure different things (亿元, 亿美元) or when the result would have to be rounded.</summary>
    public static bool TryConvert(decimal value, string from, string to, out decimal result)
    {
        result = value;
        if (string.Equals(from, to, StringComparison.Ordinal))
            return true;
        var (fromFactor, fromBase) = Split(from);
        var (toFactor, toBase) = Split(to);
        if (fromBase.Length == 0 || !string.Equals(fromBase, toBase, StringComparison.Ordinal))
            return false;
        try
        {
            // The larger factor is a multiple of the smaller, so one exact operation does it.
            result = fromFactor >= toFactor ? value * (fromFactor / toFactor) : value / (toFactor / fromFactor);
            var back = fromFactor >= toFactor ? result / (fromFactor / toFactor) : result * (toFactor / fromFactor);
            return back == value;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static (decimal Factor, string Base) Split(string unit) => unit switch
    {
        ['万', '亿', .. var rest] => (1_0000_0000_0000m, rest),
        ['亿', .. var rest] => (1_0000_0000m, rest),
        ['万', .. var rest] => (1_0000m, rest),
        _ => (1m, unit),
    };
}
