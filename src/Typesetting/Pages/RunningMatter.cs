using System.Globalization;
using Typesetting.Content;
using Typesetting.Content.Checks;
using Typesetting.Fonts;
using Typesetting.Lines;
using Typesetting.Pdf;

namespace Typesetting.Pages;

/// <summary>What every page bears outside the text area: the mark in its head and its number (GB/T 9704-2012, 7.5).</summary>
internal sealed class RunningMatter(DocumentContent content, DocumentFonts fonts, TextShaper shaper)
{
    private static readonly TextStyle MarkStyle = new(FontRole.Heading, 14) { Colour = Colour.OfficialRed };

    private readonly PageLayout layout = content.Layout;
    private readonly TextStyle numberStyle = new(FontRole.Body, content.Layout.PageNumberSize);
    private readonly LineBreaker breaker = new(shaper);

    public void Draw(PageCanvas canvas, int page)
    {
        using var outside = canvas.AllArtifact();
        if (content.RunningMark is { Length: > 0 } mark)
            canvas.DrawLine(Set(mark, MarkStyle, Alignment.Right, "页眉标记", nameof(content.RunningMark)), layout.Left, layout.Top - Length.Millimetres(10));
        if (!layout.PageNumbers)
            return;
        // Odd pages right, even pages left, one character in.
        var text = string.Create(CultureInfo.InvariantCulture, $"— {page} —");
        var line = Set(text, numberStyle, page % 2 == 1 ? Alignment.Right : Alignment.Left, "页码字号", "Layout.PageNumberSize");
        var inward = page % 2 == 1 ? -layout.Pitch : layout.Pitch;
        var top = layout.Top + layout.TextHeight + layout.PageNumberDistance;
        canvas.DrawLine(line, layout.Left + inward, top + DashTop());
    }

    /// <param name="field">What is to blame where one line does not hold the text.</param>
    private Line Set(string text, TextStyle style, Alignment alignment, string chinese, string field)
    {
        var lines = new List<Line>(1);
        breaker.Break(shaper.Shape([new Run(text)], style), layout.TextWidth, 0, alignment, lines);
        if (lines.Count > 1)
            throw ContentPlace.Document.Refusal($"{chinese}（{field}）使“{text}”一行放不下", $"{field} makes '{text}' take more than one line");
        return lines[0];
    }

    /// <summary>From the base line up to the dash's upper edge, in points.</summary>
    private double DashTop()
    {
        var file = fonts[numberStyle.Font].File;
        return file.TopOf(file.GlyphOf('—')) * numberStyle.Size / file.Metrics.UnitsPerEm;
    }
}
