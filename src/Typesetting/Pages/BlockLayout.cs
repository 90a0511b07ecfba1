using System.Globalization;
using Typesetting.Charts;
using Typesetting.Content;
using Typesetting.Content.Checks;
using Typesetting.Lines;

namespace Typesetting.Pages;

/// <summary>Cuts blocks into slabs: breaks their lines, sizes their tables, and says what must stay together.</summary>
internal sealed class BlockLayout(TextShaper shaper, PageLayout layout, StructureElement root, ContentPlace holder)
{
    /// <summary>In points, between a chart and its caption.</summary>
    private const double CaptionGap = 3;

    /// <summary>In points, above a chart; below it the grid of the page adds to its own.</summary>
    private const double AboveFigure = 8;

    private const double BelowFigure = 6;

    private readonly double width = layout.TextWidth;
    private readonly LineBreaker breaker = new(shaper);
    private readonly List<Slab> slabs = [];
    private readonly List<Line> lines = [];
    private readonly Stack<(int Level, StructureElement Element)> sections = new([(0, root)]);
    private double pendingSpace;
    private bool pendingPage;

    /// <summary>Where the next block's element belongs: the section of the last heading.</summary>
    private StructureElement Section => sections.Peek().Element;

    public IReadOnlyList<Slab> Cut(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
            Add(blocks[i], holder.In(i + 1, blocks[i]));
        return slabs;
    }

    private void Add(Block block, ContentPlace place)
    {
        var first = slabs.Count;
        AddSlabs(block, place);
        if (slabs.Count == first)
            return;
        if (block is not PageBottom)
            PutOnGrid(first);
        slabs[first].SpaceBefore += block.SpaceBefore + pendingSpace;
        slabs[first].StartsPage |= pendingPage;
        slabs[^1].SpaceAfter += block.SpaceAfter;
        if (block.KeepWithNext && slabs[^1].Bond < Bond.Asked)
            slabs[^1].Bond = Bond.Asked;
        (pendingSpace, pendingPage) = (0, false);
    }

    private void AddSlabs(Block block, ContentPlace place)
    {
        switch (block)
        {
            case Space space:
                pendingSpace += space.Height;
                break;
            case PageBreak:
                (pendingSpace, pendingPage) = (0, true);
                break;
            case Paragraph paragraph:
                AddParagraph(paragraph);
                break;
            case Heading heading:
                AddHeading(heading);
                break;
            case ItemList list:
                new ListLayout(shaper, breaker, width, Section, place).Cut(list, slabs);
                break;
            case PartsLine parts:
                AddParts(parts);
                break;
            case Rule rule:
                slabs.Add(new RuleSlab(rule, width));
                break;
            case Table table:
                new TableLayout(shaper, breaker, width, layout.TextHeight, Section, place).Cut(table, slabs);
                break;
            case Figure figure:
                AddFigure(figure, place);
                break;
            case PageBottom bottom:
                AddBottom(bottom, place);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "Checked before.");
        }
    }

    /// <summary>Lines a leading of the page apart are body text; those at the lower edge of a page count from there.</summary>
    private void PutOnGrid(int first)
    {
        for (var i = first; i < slabs.Count; i++)
            slabs[i].OnGrid = slabs[i] is TextSlab or PartsSlab && Math.Abs(slabs[i].Height - layout.Leading) < 0.005;
    }

    private void AddParagraph(Paragraph paragraph)
    {
        var (style, em) = (paragraph.Style, paragraph.Style.Pitch ?? paragraph.Style.Size);
        var indent = paragraph.LeftIndent * em;
        lines.Clear();
        breaker.Break(
            shaper.Shape(paragraph.Runs, style), width - indent - (paragraph.RightIndent * em), FirstIndent(paragraph.FirstLineIndent, paragraph.Alignment) * em, paragraph.Alignment, lines);
        TextSlab.Stack(style, lines, indent, Section.Add("P"), paragraph.KeepTogether, slabs);
    }

    private void AddHeading(Heading heading)
    {
        var (style, em) = (heading.Style, heading.Style.Pitch ?? heading.Style.Size);
        lines.Clear();
        breaker.Break(shaper.Shape(heading.Runs, style), width, FirstIndent(heading.FirstLineIndent, heading.Alignment) * em, heading.Alignment, lines);
        var title = heading.Bookmark ?? string.Concat(heading.Runs.Select(run => run.Text)).Replace("\n", "", StringComparison.Ordinal);
        SettableText.Require(title);
        var bookmark = title.Length == 0 || heading is { Level: 0, Bookmark: null } ? null : new Bookmark(title, Math.Clamp(heading.Level, 1, 6));
        var first = slabs.Count;
        TextSlab.Stack(style, lines, 0, heading.Level == 0 ? Section.Add("Title") : BeginSection(heading.Level), true, slabs);
        ((TextSlab)slabs[first]).Bookmark = bookmark;
        slabs[^1].Bond = Bond.Firm;
    }

    /// <summary>Opens a section inside that of the next higher heading and returns the element of its own.</summary>
    private StructureElement BeginSection(int level)
    {
        while (sections.Peek().Level >= level)
            sections.Pop();
        sections.Push((level, Section.Add("Sect")));
        return Section.Add("H" + level.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>An indent is meant from the left margin only.</summary>
    private static double FirstIndent(double indent, Alignment alignment) => alignment is Alignment.Left or Alignment.Justify ? indent : 0;

    private void AddParts(PartsLine parts)
    {
        var (style, indent) = (parts.Style, parts.Indent * (parts.Style.Pitch ?? parts.Style.Size));
        var inner = width - (2 * indent);
        lines.Clear();
        Break(parts.Left, Alignment.Left);
        Break(parts.Centre, Alignment.Centre);
        Break(parts.Right, Alignment.Right);
        if (lines.Count <= 3 && Apart())
            slabs.Add(new PartsSlab(style, [.. lines.Select(line => (line, Section.Add("P")))], indent));
        else
            TextSlab.Stack(style, lines, indent, Section.Add("P"), true, slabs);

        void Break(IReadOnlyList<Run> runs, Alignment alignment)
        {
            if (runs.Count > 0)
                breaker.Break(shaper.Shape(runs, style), inner, 0, alignment, lines);
        }
    }

    private bool Apart()
    {
        for (var i = 0; i + 1 < lines.Count; i++)
            if (lines[i].Offset + lines[i].Width > lines[i + 1].Offset)
                return false;
        return true;
    }

    private void AddFigure(Figure figure, ContentPlace place)
    {
        var drawing = ChartDrawing.Of(figure.Chart, shaper, breaker, width, place);
        lines.Clear();
        if (figure.Caption.Count > 0)
            breaker.Break(shaper.Shape(figure.Caption, figure.CaptionStyle), width, 0, Alignment.Centre, lines);
        if (drawing.Height + CaptionGap + (lines.Count * figure.CaptionStyle.Leading) > layout.TextHeight)
            throw place.Refusal("高度超过一页", "it is taller than a page");
        // The caption stands beside the figure, not in it: a reader that speaks the alternative text passes over what is within.
        var parent = lines.Count > 0 ? Section.Add("Div") : Section;
        var first = slabs.Count;
        slabs.Add(new FigureSlab(drawing, width, parent.Add("Figure", figure.AlternativeText)) { Bond = lines.Count > 0 ? Bond.Firm : Bond.None, SpaceAfter = lines.Count > 0 ? CaptionGap : 0 });
        if (lines.Count > 0)
            TextSlab.Stack(figure.CaptionStyle, lines, 0, parent.Add("Caption").Add("P"), true, slabs);
        slabs[first].SpaceBefore += AboveFigure;
        slabs[^1].SpaceAfter += BelowFigure;
    }

    private void AddBottom(PageBottom bottom, ContentPlace place)
    {
        // An imprint belongs to the whole document; what follows it cannot be part of a section before it.
        while (sections.Count > 1)
            sections.Pop();
        var cut = new BlockLayout(shaper, layout, root, place).Cut(bottom.Blocks);
        if (cut.Count == 0)
            return;
        cut[0].AtBottom = true;
        for (var i = 0; i + 1 < cut.Count; i++)
            cut[i].Bond = Bond.Firm;
        foreach (var slab in cut)
            slab.OnGrid = false;
        slabs.AddRange(cut);
    }
}
