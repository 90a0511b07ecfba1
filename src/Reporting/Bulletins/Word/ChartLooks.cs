using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Reporting.Bulletins.Word;

/// <summary>Colours, lines and faces in charts, all stated, so that no theme or version of Word draws them otherwise.</summary>
internal static class ChartLooks
{
    private const string Ink = "282828";
    private const string Dark = "3A5C8A";
    private const string Light = "CDD9E8";
    private const string Rule = "D0D0D0";

    /// <summary>10.5 pt, in hundredths of a point.</summary>
    private const int Size = 1050;

    public static C.ChartShapeProperties Bar(BarFill fill) => new(
        fill switch
        {
            BarFill.Dark => Solid(Dark),
            BarFill.Light => Solid(Light),
            BarFill.Hatched => new A.PatternFill(
                new A.ForegroundColor(Colour(Ink)), new A.BackgroundColor(Colour("FFFFFF")))
            { Preset = A.PresetPatternValues.WideUpwardDiagonal },
            BarFill.Blank => Solid("FFFFFF"),
            _ => throw new ArgumentOutOfRangeException(nameof(fill), fill, "No look for this fill."),
        },
        Outline(Ink));

    public static C.ChartShapeProperties Line(bool visible) => new(visible ? Outline(Rule) : new A.Outline(new A.NoFill()));

    public static C.ChartShapeProperties Axis() => new(Outline(Ink));

    /// <summary>A white ground for text on hatching.</summary>
    public static C.ChartShapeProperties Ground() => new(Solid("FFFFFF"));

    public static C.ShapeProperties Paper() => new(Solid("FFFFFF"), new A.Outline(new A.NoFill()));

    public static C.TextProperties Text(string face, string latin, bool onDark = false) => new(
        new A.BodyProperties(),
        new A.ListStyle(),
        new A.Paragraph(
            new A.ParagraphProperties(Filled(new A.DefaultRunProperties { FontSize = Size, Bold = false }, face, latin, onDark)),
            new A.EndParagraphRunProperties { Language = "zh-CN" }));

    public static C.RichText Rich(string text, string face, string latin, bool onDark = false) => new(
        new A.BodyProperties { Wrap = A.TextWrappingValues.None },
        new A.ListStyle(),
        new A.Paragraph(
            new A.ParagraphProperties(Filled(new A.DefaultRunProperties { FontSize = Size, Bold = false }, face, latin, onDark)),
            new A.Run(Filled(new A.RunProperties { Language = "zh-CN", FontSize = Size, Bold = false }, face, latin, onDark), new A.Text(WordText.Checked(text)))));

    private static T Filled<T>(T properties, string face, string latin, bool onDark)
        where T : A.TextCharacterPropertiesType
    {
        properties.Append(Solid(onDark ? "FFFFFF" : "000000"), new A.LatinFont { Typeface = latin }, new A.EastAsianFont { Typeface = face });
        return properties;
    }

    private static A.Outline Outline(string colour) => new(Solid(colour)) { Width = 6350 };

    private static A.SolidFill Solid(string colour) => new(Colour(colour));

    private static A.RgbColorModelHex Colour(string colour) => new() { Val = colour };
}
