using DocumentFormat.OpenXml.Spreadsheet;

namespace Reporting.Workbooks.Writing;

/// <summary>Fonts, fills, borders and the cell formats of <see cref="CellStyle"/>.</summary>
internal static class StyleSheet
{
    // Built-in formats: General, #,##0.00 and @. Percentages stay General: typed as 25% Excel then marks the cell as a percentage, which is read back as 25.
    private const uint General = 0;
    private const uint Amount = 4;
    private const uint AsText = 49;

    private enum Face : uint
    {
        Body,
        Title,
        Bold,
        Grey,
    }

    private enum Filling : uint
    {
        None,
        Reserved,
        Shown,
        Input,
        Closed,
    }

    public static Stylesheet Make() => new(
        new Fonts(Font("宋体", 11), Font("黑体", 16), Font("黑体", 11), Font("宋体", 10, "FF595959")),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid("FFE7E6E6"),
            Solid("FFBDD7EE"),
            Solid("FFD9D9D9")),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()),
        new CellStyleFormats(new CellFormat { NumberFormatId = General, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(Enum.GetValues<CellStyle>().Select(Format)));

    /// <summary>The variant for a text that a program could take for a formula.</summary>
    public static CellStyle Quoted(CellStyle style) => style switch
    {
        CellStyle.InputText => CellStyle.QuotedInputText,
        CellStyle.Plain => CellStyle.QuotedPlain,
        _ => CellStyle.QuotedShownText,
    };

    private static CellFormat Format(CellStyle style) => style switch
    {
        CellStyle.Title => Cell(General, Face.Title, Filling.None, boxed: false, wraps: false),
        CellStyle.Hint => Cell(General, Face.Grey, Filling.None, boxed: false, wraps: true),
        CellStyle.ShownHeader => Centred(Cell(General, Face.Bold, Filling.Shown, boxed: true, wraps: true)),
        CellStyle.InputHeader => Centred(Cell(General, Face.Bold, Filling.Input, boxed: true, wraps: true)),
        CellStyle.ShownText => Cell(General, Face.Body, Filling.Shown, boxed: true, wraps: true),
        CellStyle.ShownNumber => Cell(General, Face.Body, Filling.Shown, boxed: true, wraps: false),
        CellStyle.ShownAmount => Cell(Amount, Face.Body, Filling.Shown, boxed: true, wraps: false),
        CellStyle.InputText => Open(Cell(AsText, Face.Body, Filling.None, boxed: true, wraps: true)),
        CellStyle.InputNumber => Open(Cell(General, Face.Body, Filling.None, boxed: true, wraps: false)),
        CellStyle.InputAmount => Open(Cell(Amount, Face.Body, Filling.None, boxed: true, wraps: false)),
        CellStyle.Closed => Cell(General, Face.Body, Filling.Closed, boxed: true, wraps: true),
        CellStyle.QuotedShownText => Prefixed(Format(CellStyle.ShownText)),
        CellStyle.QuotedInputText => Prefixed(Format(CellStyle.InputText)),
        CellStyle.QuotedPlain => Prefixed(Format(CellStyle.Plain)),
        CellStyle.Heading => Cell(General, Face.Bold, Filling.None, boxed: false, wraps: true),
        CellStyle.Paragraph => Cell(General, Face.Body, Filling.None, boxed: false, wraps: true),
        _ => Cell(General, Face.Body, Filling.None, boxed: false, wraps: false),
    };

    private static CellFormat Cell(uint numberFormat, Face face, Filling filling, bool boxed, bool wraps) => new()
    {
        NumberFormatId = numberFormat,
        FontId = (uint)face,
        FillId = (uint)filling,
        BorderId = boxed ? 1U : 0U,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyAlignment = true,
        ApplyProtection = true,
        Alignment = new Alignment { Vertical = VerticalAlignmentValues.Center, WrapText = wraps },
        Protection = new Protection { Locked = true },
    };

    private static CellFormat Centred(CellFormat format)
    {
        format.Alignment = new Alignment { Horizontal = HorizontalAlignmentValues.Center, Vertical = VerticalAlignmentValues.Center, WrapText = true };
        return format;
    }

    private static CellFormat Open(CellFormat format)
    {
        format.Protection = new Protection { Locked = false };
        return format;
    }

    private static CellFormat Prefixed(CellFormat format)
    {
        format.QuotePrefix = true;
        return format;
    }

    private static Font Font(string name, double size, string? colour = null)
    {
        var font = new Font(new FontSize { Val = size });
        if (colour is not null)
            font.Append(new Color { Rgb = colour });
        font.Append(new FontName { Val = name }, new FontFamilyNumbering { Val = 3 }, new FontCharSet { Val = 134 });
        return font;
    }

    private static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static Border Thin() => new(
        new LeftBorder(Line()) { Style = BorderStyleValues.Thin },
        new RightBorder(Line()) { Style = BorderStyleValues.Thin },
        new TopBorder(Line()) { Style = BorderStyleValues.Thin },
        new BottomBorder(Line()) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());

    private static Color Line() => new Color { Rgb = "FFA6A6A6" };
}
