using Reporting.Bulletins.Snapshots;

namespace Reporting.Bulletins.Sentences;

/// <summary>A finding that has to be mended.</summary>
/// <param name="Finding">Its place among the site's findings, from 0.</param>
internal sealed record RectificationItem(InspectionFacts Site, int Finding, RectificationFacts Rectification)
{
    public string Source(string field) => FormattableString.Invariant($"inspection:{Site.Id}@{Site.Version}#findings[{Finding}].rectification.{field}");
}
