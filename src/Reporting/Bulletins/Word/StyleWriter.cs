using System.Globalization;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Reporting.Bulletins.Word;

/// <summary>Builds single styles.</summary>
internal static class StyleWriter
{
    /// <summary>A face for all characters.</summary>
    /// <param name="halfPoints">The size; null for that of the style it is based on.</param>
    /// <param name="latin">The face of digits and Latin letters where it is another.</param>
    public static W.StyleRunProperties Face(string name, int? halfPoints = null, string? latin = null, string? colour = null, bool bold = false) => new()
    {
        RunFonts = new W.RunFonts { Ascii = latin ?? name, HighAnsi = latin ?? name, EastAsia = name, ComplexScript = latin ?? name },
        Bold = bold ? new W.Bold() : null,
        BoldComplexScript = bold ? new W.BoldComplexScript() : null,
        Color = colour is null ? null : new W.Color { Val = colour },
        FontSize = halfPoints is { } size ? new W.FontSize { Val = Number(size) } : null,
        FontSizeComplexScript = halfPoints is { } complex ? new W.FontSizeComplexScript { Val = Number(complex) } : null,
    };

    /// <param name="line">Of exactly this height in twentieths of a point; null for as high as its content.</param>
    public static W.SpacingBetweenLines Lines(int? line, int before = 0, int after = 0) => new()
    {
        Before = Number(before),
        After = Number(after),
        Line = Number(line ?? 240),
        LineRule = line is null ? W.LineSpacingRuleValues.Auto : W.LineSpacingRuleValues.Exact,
    };

    public static W.Justification Aligned(W.JustificationValues value) => new() { Val = value };

    public static W.SnapToGrid OffGrid => new() { Val = false };

    /// <param name="name">Word shows names that it knows in the reader's language.</param>
    /// <param name="rank">Where it stands in the list of styles.</param>
    public static W.Style Paragraph(string id, string name, int rank, W.StyleParagraphProperties layout, W.StyleRunProperties? face, string? basedOn = StyleIds.Normal, string? next = null) => new()
    {
        Type = W.StyleValues.Paragraph,
        StyleId = id,
        CustomStyle = IsOurs(name) ? true : null,
        Default = id == StyleIds.Normal ? true : null,
        StyleName = new W.StyleName { Val = name },
        BasedOn = basedOn is null ? null : new W.BasedOn { Val = basedOn },
        NextParagraphStyle = next is null ? null : new W.NextParagraphStyle { Val = next },
        UIPriority = new W.UIPriority { Val = rank },
        PrimaryStyle = new W.PrimaryStyle(),
        StyleParagraphProperties = layout,
        StyleRunProperties = face,
    };

    public static W.Style Character(string id, string name, int rank, W.StyleRunProperties face) => new()
    {
        Type = W.StyleValues.Character,
        StyleId = id,
        CustomStyle = true,
        StyleName = new W.StyleName { Val = name },
        UIPriority = new W.UIPriority { Val = rank },
        PrimaryStyle = new W.PrimaryStyle(),
        StyleRunProperties = face,
    };

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Names of our own are Chinese; those of Word are English in every file.</summary>
    private static bool IsOurs(string name) => name.Any(c => c > '~');
}
