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
        Percent = EntryNumber.Plain(content.Percent),
        Figures = [.. content.Figures.Select(f => f with { Value = EntryNumber.Plain(f.Value), LastYear = EntryNumber.Plain(f.LastYear), GrowthPercent = EntryNumber.Plain(f.GrowthPercent) }).OrderBy(f => f.Indicator, StringComparer.Ordinal)],
        Problems = [.. content.Problems.OrderBy(p => p.Text, StringComparer.Ordinal).ThenBy(p => p.Kind).ThenBy(p => p.HelpAsked, StringComparer.Ordinal).ThenBy(p => p.AskedOf, StringComparer.Ordinal)],
        Projects =
        [
            .. content.Projects.Select(p => p with { PlannedInvestment = EntryNumber.Plain(p.PlannedInvestment), CumulativeInvestment = EntryNumber.Plain(p.CumulativeInvestment) })
                .OrderBy(p => p.Project, StringComparer.Ordinal),
        ],
    };
}
