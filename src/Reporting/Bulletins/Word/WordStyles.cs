using static Reporting.Bulletins.Word.StyleWriter;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Reporting.Bulletins.Word;

/// <summary>The named styles of a bulletin after GB/T 9704-2012 (7.2 and 7.3); an office changes the looks of all paragraphs of a kind at once.</summary>
internal sealed class WordStyles(WordOptions faces)
{
    /// <summary>The red of a masthead and of the rule under it.</summary>
    public const string OfficialRed = "D6000F";

    private const int Body = 32;
    private const int Small = 28;
    private const int TableSize = 21;

    public W.Styles Make() => new(
        [Defaults(), .. Text(), .. Headings(), .. Head(), .. Tables(), .. Ending(), .. Margins()]);

    private static W.DocDefaults Defaults() => new(
        new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle
        {
            Languages = new W.Languages { Val = "en-US", EastAsia = "zh-CN", Bidi = "ar-SA" },
        }),
        new W.ParagraphPropertiesDefault());

    private IEnumerable<W.Style> Text()
    {
        yield return Paragraph(
            StyleIds.Normal,
            "Normal",
            1,
            new W.StyleParagraphProperties
            {
                WidowControl = new W.WidowControl { Val = false },
                Kinsoku = new W.Kinsoku(),
                OverflowPunctuation = new W.OverflowPunctuation(),
                // Blanks between Chinese and Western characters would push the text off the grid.
                AutoSpaceDE = new W.AutoSpaceDE { Val = false },
                AutoSpaceDN = new W.AutoSpaceDN { Val = false },
                SpacingBetweenLines = Lines(Geometry.LinePitch),
                Justification = Aligned(W.JustificationValues.Both),
            },
            Face(faces.Body, Body, faces.Latin),
            basedOn: null);
        yield return Paragraph(StyleIds.Body, "Body Text", 2, new W.StyleParagraphProperties { Indentation = TwoCharacters() }, OnPitch(new W.StyleRunProperties()));
        yield return Character(StyleIds.Lead, "段首小标题", 3, Face(faces.Kai));
        yield return Paragraph(
            StyleIds.Note,
            "说明",
            20,
            new W.StyleParagraphProperties
            {
                KeepNext = new W.KeepNext(),
                KeepLines = new W.KeepLines(),
                SnapToGrid = OffGrid,
                SpacingBetweenLines = Lines(480, before: 240),
                Indentation = new W.Indentation { FirstLineChars = 200, FirstLine = "560" },
            },
            Face(faces.Body, Small, faces.Latin));
    }

    private IEnumerable<W.Style> Headings()
    {
        yield return Paragraph(
            StyleIds.Title,
            "Title",
            4,
            new W.StyleParagraphProperties
            {
                KeepNext = new W.KeepNext(),
                SnapToGrid = OffGrid,
                SpacingBetweenLines = Lines(700, after: 360),
                Justification = Aligned(W.JustificationValues.Center),
            },
            Face(faces.Title, 44, bold: faces.TitleBold),
            next: StyleIds.Body);
        yield return Heading(StyleIds.Heading1, "heading 1", 0, faces.Heading);
        yield return Heading(StyleIds.Heading2, "heading 2", 1, faces.Kai);
    }

    private static W.Style Heading(string id, string name, int level, string face) => Paragraph(
        id,
        name,
        5 + level,
        new W.StyleParagraphProperties
        {
            KeepNext = new W.KeepNext(),
            KeepLines = new W.KeepLines(),
            Indentation = TwoCharacters(),
            OutlineLevel = new W.OutlineLevel { Val = level },
        },
        OnPitch(Face(face)),
        next: StyleIds.Body);

    private IEnumerable<W.Style> Head()
    {
        yield return Paragraph(
            StyleIds.Secrecy,
            "密级标识",
            9,
            new W.StyleParagraphProperties { SpacingBetweenLines = Lines(Geometry.LinePitch), Justification = Aligned(W.JustificationValues.Left) },
            Face(faces.Heading));
        yield return Centred(StyleIds.MastheadProgramme, "红头计划名称", 10, Lines(720), Face(faces.Title, 44, colour: OfficialRed, bold: faces.TitleBold));
        yield return Centred(StyleIds.MastheadName, "红头名称", 11, Lines(1560), Face(faces.Title, 104, colour: OfficialRed, bold: faces.TitleBold));
        yield return Centred(StyleIds.IssueNumber, "期号", 12, Lines(Geometry.LinePitch), face: null);
        yield return Paragraph(
            StyleIds.MastheadLine,
            "红头机关和日期",
            13,
            new W.StyleParagraphProperties
            {
                ParagraphBorders = new W.ParagraphBorders { BottomBorder = new W.BottomBorder { Val = W.BorderValues.Single, Size = 16, Space = 2, Color = OfficialRed } },
                Tabs = new W.Tabs(new W.TabStop { Val = W.TabStopValues.Right, Position = Geometry.TextWidth }),
                SnapToGrid = OffGrid,
                SpacingBetweenLines = Lines(480, before: 120, after: 480),
                Justification = Aligned(W.JustificationValues.Left),
            },
            Face(faces.Body, Small, faces.Latin));
    }

    private IEnumerable<W.Style> Tables()
    {
        yield return Centred(StyleIds.Caption, "caption", 14, Lines(400, before: 120, after: 60), Face(faces.Heading, 24));
        yield return Centred(StyleIds.Figure, "图", 15, Lines(line: null, before: 160), face: null, keep: true);
        yield return Centred(StyleIds.TableHead, "表头", 16, Lines(300), Face(faces.Heading, TableSize), keep: true);
        yield return Paragraph(
            StyleIds.TableText,
            "表中文字",
            17,
            new W.StyleParagraphProperties { SnapToGrid = OffGrid, SpacingBetweenLines = Lines(300), Justification = Aligned(W.JustificationValues.Left) },
            Face(faces.Body, TableSize, faces.Latin));
        yield return Paragraph(StyleIds.TableTotal, "表中合计", 18, new W.StyleParagraphProperties(), Face(faces.Heading), StyleIds.TableText);
        yield return TableStyle();
    }

    /// <summary>Thin rules around every cell, 2 pt around its text.</summary>
    private static W.Style TableStyle() => new()
    {
        Type = W.StyleValues.Table,
        StyleId = StyleIds.Table,
        CustomStyle = true,
        StyleName = new W.StyleName { Val = "通报表格" },
        UIPriority = new W.UIPriority { Val = 19 },
        PrimaryStyle = new W.PrimaryStyle(),
        StyleTableProperties = new W.StyleTableProperties(
            new W.TableBorders(
                Border<W.TopBorder>(), Border<W.LeftBorder>(), Border<W.BottomBorder>(), Border<W.RightBorder>(), Border<W.InsideHorizontalBorder>(), Border<W.InsideVerticalBorder>()),
            new W.TableCellMarginDefault(
                new W.TopMargin { Width = "40", Type = W.TableWidthUnitValues.Dxa },
                new W.TableCellLeftMargin { Width = 40, Type = W.TableWidthValues.Dxa },
                new W.BottomMargin { Width = "40", Type = W.TableWidthUnitValues.Dxa },
                new W.TableCellRightMargin { Width = 40, Type = W.TableWidthValues.Dxa })),
    };

    private static T Border<T>()
        where T : W.BorderType, new() => new() { Val = W.BorderValues.Single, Size = 4, Space = 0, Color = "000000" };

    private IEnumerable<W.Style> Ending()
    {
        yield return Paragraph(
            StyleIds.Signature,
            "Signature",
            21,
            new W.StyleParagraphProperties
            {
                KeepNext = new W.KeepNext(),
                SpacingBetweenLines = Lines(Geometry.LinePitch, before: Geometry.LinePitch),
                Indentation = new W.Indentation { Right = Number(2 * Geometry.Character) },
                Justification = Aligned(W.JustificationValues.Right),
            },
            OnPitch(new W.StyleRunProperties()));
        yield return Paragraph(
            StyleIds.SignatureDate,
            "Date",
            22,
            new W.StyleParagraphProperties { KeepNext = new W.KeepNext(), Justification = Aligned(W.JustificationValues.Left) },
            OnPitch(new W.StyleRunProperties()));
        yield return Paragraph(
            StyleIds.Distribution,
            "报送发",
            23,
            new W.StyleParagraphProperties
            {
                SnapToGrid = OffGrid,
                SpacingBetweenLines = Lines(480),
                Indentation = new W.Indentation { Left = "840", Hanging = "560", Right = "280" },
            },
            Face(faces.Body, Small, faces.Latin));
        yield return Paragraph(
            StyleIds.PrintRun,
            "印数",
            24,
            new W.StyleParagraphProperties
            {
                Indentation = new W.Indentation { Left = "0", FirstLine = "0", Right = "280" },
                Justification = Aligned(W.JustificationValues.Right),
            },
            face: null,
            StyleIds.Distribution);
        yield return Paragraph(
            StyleIds.DistributionRule,
            "版记分隔线",
            25,
            new W.StyleParagraphProperties
            {
                ParagraphBorders = new W.ParagraphBorders { BottomBorder = new W.BottomBorder { Val = W.BorderValues.Single, Size = 8, Space = 0, Color = "000000" } },
                SnapToGrid = OffGrid,
                SpacingBetweenLines = Lines(80),
            },
            face: null);
    }

    private IEnumerable<W.Style> Margins()
    {
        yield return Paragraph(
            StyleIds.Header,
            "header",
            26,
            new W.StyleParagraphProperties { SnapToGrid = OffGrid, SpacingBetweenLines = Lines(360), Justification = Aligned(W.JustificationValues.Right) },
            Face(faces.Heading, Small, colour: OfficialRed));
        yield return Paragraph(
            StyleIds.Footer, "footer", 26, new W.StyleParagraphProperties { SnapToGrid = OffGrid, SpacingBetweenLines = Lines(400) }, Face(faces.PageNumber, Small));
    }

    private static W.Style Centred(string id, string name, int rank, W.SpacingBetweenLines lines, W.StyleRunProperties? face, bool keep = false) => Paragraph(
        id,
        name,
        rank,
        new W.StyleParagraphProperties
        {
            KeepNext = keep ? new W.KeepNext() : null,
            SnapToGrid = OffGrid,
            SpacingBetweenLines = lines,
            Justification = Aligned(W.JustificationValues.Center),
        },
        face);

    /// <summary>28 characters a line.</summary>
    private static W.StyleRunProperties OnPitch(W.StyleRunProperties face)
    {
        face.Spacing = new W.Spacing { Val = Geometry.CharacterSpace };
        return face;
    }

    private static W.Indentation TwoCharacters() => new() { FirstLineChars = 200, FirstLine = Number(2 * Geometry.Character) };
}
