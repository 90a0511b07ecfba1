namespace Typesetting.Content.Charts;

/// <summary>Figures to be drawn. Numbers in the text are written by the caller; the scale with its round steps is chosen here.</summary>
public abstract record Chart
{
    /// <summary>Of all text in the chart; where columns stand close, it is set smaller.</summary>
    public TextStyle Style { get; init; } = OfficialStyles.Chart;
}
