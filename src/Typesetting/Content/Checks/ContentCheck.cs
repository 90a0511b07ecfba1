namespace Typesetting.Content.Checks;

/// <summary>Refuses documents that cannot be set, before anything is laid out: every number within its range, every table's rows within its columns.</summary>
internal sealed class ContentCheck
{
    /// <summary>In points, of a page (PDF Reference 1.4, appendix C).</summary>
    private const double LeastPaper = 3;

    private const double MostPaper = 14_400;

    private const int MostLines = 1000;
    private const int DeepestHeading = 6;

    private readonly PageLayout layout;
    private readonly TextCheck text;

    private ContentCheck(PageLayout layout) => (this.layout, text) = (layout, new TextCheck(layout.TextWidth, layout.TextHeight));

    /// <exception cref="ContentException">What cannot be set, by block and field.</exception>
    public static void Require(DocumentContent content)
    {
        var document = ContentPlace.Document;
        document.Present(content.Information, "信息", "Information");
        document.Present(content.Information.Title, "标题", "Title", "Information");
        document.Present(content.Information.Author, "作者", "Author", "Information");
        document.Present(content.Information.Language, "语言", "Language", "Information");
        document.Present(content.Blocks, "内容", "Blocks");
        document.Present(content.Layout, "版面", "Layout");
        Layout(content.Layout);
        new ContentCheck(content.Layout).Blocks(content.Blocks, document, false);
    }

    private static void Layout(PageLayout layout)
    {
        var place = ContentPlace.Document;
        place.Range(layout.Width, LeastPaper, MostPaper, "纸宽", "Layout.Width");
        place.Range(layout.Height, LeastPaper, MostPaper, "纸高", "Layout.Height");
        place.Range(layout.Left, 0, layout.Width, "左边距", "Layout.Left");
        place.Range(layout.Top, 0, layout.Height, "上边距", "Layout.Top");
        place.Range(layout.TextWidth, 1, layout.Width - layout.Left, "版心宽", "Layout.TextWidth");
        place.Range(layout.TextHeight, 1, layout.Height - layout.Top, "版心高", "Layout.TextHeight");
        place.Range(layout.LinesPerPage, 1, MostLines, "每页行数", "Layout.LinesPerPage");
        place.Range(layout.CharactersPerLine, 1, MostLines, "每行字数", "Layout.CharactersPerLine");
        if (!layout.PageNumbers)
            return;
        place.Range(layout.PageNumberSize, 1, layout.TextWidth / 4, "页码字号", "Layout.PageNumberSize");
        var below = layout.Height - layout.Top - layout.TextHeight - layout.PageNumberSize;
        place.Range(layout.PageNumberDistance, 0, below, "页码距版心", "Layout.PageNumberDistance");
    }

    private void Blocks(IReadOnlyList<Block> blocks, ContentPlace holder, bool nested)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            holder.Present(blocks[i], "内容", "Blocks");
            var place = holder.In(i + 1, blocks[i]);
            place.Range(blocks[i].SpaceBefore, 0, layout.TextHeight, "段前空白", nameof(Block.SpaceBefore));
            place.Range(blocks[i].SpaceAfter, 0, layout.TextHeight, "段后空白", nameof(Block.SpaceAfter));
            Check(blocks[i], place, nested);
        }
    }

    private void Check(Block block, ContentPlace place, bool nested)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Check(paragraph, place);
                break;
            case Heading heading:
                Check(heading, place);
                break;
            case ItemList list:
                Check(list, place);
                break;
            case PartsLine parts:
                Check(parts, place);
                break;
            case Table table:
                new TableCheck(table, place, text, layout).Require();
                break;
            case Figure figure:
                new FigureCheck(figure, place, text).Require();
                break;
            case Rule rule:
                place.Range(rule.Thickness, 0.01, layout.TextHeight, "粗细", nameof(rule.Thickness));
                break;
            case Space space:
                place.Range(space.Height, 0, layout.TextHeight, "高度", nameof(space.Height));
                break;
            case PageBottom bottom when !nested:
                place.Present(bottom.Blocks, "内容", nameof(bottom.Blocks));
                Blocks(bottom.Blocks, place, true);
                break;
            case PageBreak when !nested:
                break;
            default:
                throw nested && block is PageBottom or PageBreak
                    ? place.Refusal("位置不对：不能放在页末块里", "it may not stand in a block at the foot of a page")
                    : place.Refusal($"类型{block.GetType().Name}没有排版方法", $"blocks of type {block.GetType().Name} are not known");
        }
    }

    private void Check(Paragraph paragraph, ContentPlace place)
    {
        text.Style(paragraph.Style, place, nameof(paragraph.Style));
        TextCheck.Runs(paragraph.Runs, paragraph.Style, place, nameof(paragraph.Runs));
        TextCheck.Line(paragraph.Alignment, place);
        var em = Em(paragraph.Style);
        place.Range(paragraph.LeftIndent, 0, layout.TextWidth / em, "左缩进", nameof(paragraph.LeftIndent));
        place.Range(paragraph.RightIndent, 0, layout.TextWidth / em, "右缩进", nameof(paragraph.RightIndent));
        place.Range(paragraph.FirstLineIndent, -layout.TextWidth / em, layout.TextWidth / em, "首行缩进", nameof(paragraph.FirstLineIndent));
        var first = paragraph.Alignment is Alignment.Left or Alignment.Justify ? paragraph.FirstLineIndent : 0;
        text.Room(paragraph.LeftIndent * em, first * em, paragraph.RightIndent * em, paragraph.Style, paragraph.Runs, place);
    }

    private void Check(Heading heading, ContentPlace place)
    {
        place.Range(heading.Level, 0, DeepestHeading, "级别", nameof(heading.Level));
        text.Style(heading.Style, place, nameof(heading.Style));
        TextCheck.Runs(heading.Runs, heading.Style, place, nameof(heading.Runs));
        TextCheck.Line(heading.Alignment, place);
        var em = Em(heading.Style);
        place.Range(heading.FirstLineIndent, 0, layout.TextWidth / em, "首行缩进", nameof(heading.FirstLineIndent));
        text.Room(0, heading.Alignment is Alignment.Left or Alignment.Justify ? heading.FirstLineIndent * em : 0, 0, heading.Style, heading.Runs, place);
    }

    private void Check(PartsLine parts, ContentPlace place)
    {
        text.Style(parts.Style, place, nameof(parts.Style));
        var em = Em(parts.Style);
        place.Range(parts.Indent, 0, layout.TextWidth / em / 2, "缩进", nameof(parts.Indent));
        foreach (var (runs, field) in ((IReadOnlyList<Run>, string)[])[(parts.Left, nameof(parts.Left)), (parts.Centre, nameof(parts.Centre)), (parts.Right, nameof(parts.Right))])
        {
            TextCheck.Runs(runs, parts.Style, place, field);
            text.Room(parts.Indent * em, 0, parts.Indent * em, parts.Style, runs, place);
        }
    }

    private void Check(ItemList list, ContentPlace place)
    {
        text.Style(list.Style, place, nameof(list.Style));
        TextCheck.Line(list.Alignment, place);
        var em = Em(list.Style);
        place.Range(list.Indent, 0, layout.TextWidth / em, "缩进", nameof(list.Indent));
        if (list.LabelWidth is { } labelWidth)
            place.Range(labelWidth, 0, layout.TextWidth / em, "标号宽", nameof(list.LabelWidth));
        Items(list, list.Items, place, false);
    }

    private static void Items(ItemList list, IReadOnlyList<ListItem> items, ContentPlace place, bool nested)
    {
        place.Present(items, "列表项", nameof(list.Items));
        for (var i = 0; i < items.Count; i++)
        {
            var part = place.Part(i + 1, PartKind.Item);
            part.Present(items[i], "内容", nameof(list.Items));
            part.Present(items[i].Label, "标号", nameof(ListItem.Label));
            if (items[i].Label.Contains('\n', StringComparison.Ordinal))
                throw part.Refusal("标号（Label）里有换行符", "its Label has a line feed");
            TextCheck.Runs(items[i].Runs, list.Style, part, nameof(ListItem.Runs));
            part.Present(items[i].Items, "下级项", nameof(ListItem.Items));
            if (nested && items[i].Items.Count > 0)
                throw part.Refusal("下级项（Items）还有下级，列表最多两级", "Items nest deeper than one level");
            Items(list, items[i].Items, part, true);
        }
    }

    private static double Em(TextStyle style) => style.Pitch ?? style.Size;
}
