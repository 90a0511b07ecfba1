using Typesetting.Content.Charts;

namespace Typesetting.Content;

/// <summary>A chart as wide as the text area, kept on one page with its caption.</summary>
/// <param name="AlternativeText">What the chart says, for readers that cannot see it.</param>
public sealed record Figure(Chart Chart, string AlternativeText) : Block
{
    /// <summary>Set below the chart, in the middle; empty is none.</summary>
    public IReadOnlyList<Run> Caption { get; init; } = [];

    public TextStyle CaptionStyle { get; init; } = OfficialStyles.Caption;
}
