namespace Reporting.Bulletins.Assessing;

/// <summary>Units of measure with Chinese multipliers: 万元, 亿元, 万辆 … converted exactly.</summary>
internal static class Measure
{
    private static readonly (string Prefix, decimal Factor)[] Multipliers =
        [("万亿", 1_000_000_000_000m), ("亿", 100_000_000m), ("万", 10_000m)];

    /// <summary>Null where the two do not measure the same thing.</summary>
    public static decimal? Convert(decimal value, string from, string to)
    {
        if (from == to)
            return value;
        var (source, sourceBase) = Split(from);
        var (target, targetBase) = Split(to);
        return sourceBase == targetBase ? value * source / target : null;
    }

    private static (decimal Factor, string Base) Split(string unit)
    {
        foreach (var (prefix, factor) in Multipliers)
        {
            if (unit.Length > prefix.Length && unit.StartsWith(prefix, StringComparison.Ordinal))
                return (factor, unit[prefix.Length..]);
        }
        return (1m, unit);
    }
}
