using System.Security.Cryptography;
using System.Text.Json;
using Reporting.Collecting;

namespace Reporting.Workbooks;

/// <summary>Tells whether two contents say the same: the order of figures, problems and projects and zeros behind a number's last digit do not count.</summary>
internal static class ContentMark
{
    /// <summary>SHA-256, lower-case hex.</summary>
    public static string Of(EntryContent content) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Plain(content), ReportingJson.Options)));

    private static EntryContent Plain(EntryContent content) => content with
    {
        Percent = Plain(content.Percent),
        Figures = [.. content.Figures.Select(f => f with { Value = Plain(f.Value), LastYear = Plain(f.LastYear), GrowthPercent = Plain(f.GrowthPercent) }).OrderBy(f => f.Indicator, StringComparer.Ordinal)],
        Problems = [.. content.Problems.OrderBy(p => p.Text, StringComparer.Ordinal).ThenBy(p => p.Kind).ThenBy(p => p.HelpAsked, StringComparer.Ordinal).ThenBy(p => p.AskedOf, StringComparer.Ordinal)],
        Projects =
        [
            .. content.Projects.Select(p => p with { PlannedInvestment = Plain(p.PlannedInvestment), CumulativeInvestment = Plain(p.CumulativeInvestment) })
                .OrderBy(p => p.Project, StringComparer.Ordinal),
        ],
    };

    // The division takes trailing zeros off.
    private static decimal? Plain(decimal? value) => value / 1.0000000000000000000000000000m;
}
