using System.Globalization;

namespace Reporting.Collecting.Plausibility;

/// <summary>Numbers as warnings say them: as many decimals as there are, none that are zero at the end.</summary>
internal static class Said
{
    public static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>How many times <paramref name="part"/> goes into <paramref name="whole"/>, with at most one decimal.</summary>
    public static string Times(decimal whole, decimal part) => Math.Round(whole / part, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A percentage with one decimal.</summary>
    public static string Percent(decimal percent) => Math.Round(percent, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
