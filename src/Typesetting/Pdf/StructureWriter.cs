using Typesetting.Pages;

namespace Typesetting.Pdf;

/// <summary>Writes the structure tree and the way back from marked content to it.</summary>
internal sealed class StructureWriter(PdfFile file, IReadOnlyList<int> pageObjects, double paperHeight)
{
    /// <summary>Pages have two entries each in an array.</summary>
    private const int MostPages = PdfFile.MostEntries / 2;

    /// <summary>Returns the object number of the tree's root.</summary>
    public int Write(StructureElement document, IReadOnlyList<PageCanvas> pages)
    {
        var root = file.NewObject();
        Number(document);
        Write(document, root);
        var parents = WriteParents(pages);
        file.Begin(root).Raw("<</Type/StructTreeRoot/K "u8).Reference(document.ObjectNumber).Raw("/ParentTree "u8).Reference(parents)
            .Raw("/ParentTreeNextKey "u8).Integer(pages.Count);
        WriteRoles();
        file.Buffer.Raw(">>"u8);
        file.End();
        return root;
    }

    /// <summary>The way back from each page's marked content, a number tree of one or two levels.</summary>
    private int WriteParents(IReadOnlyList<PageCanvas> pages)
    {
        var parents = file.NewObject();
        if (pages.Count <= MostPages)
        {
            file.Begin(parents).Raw("<<"u8);
            WriteParents(pages, 0, pages.Count);
            return parents;
        }

        var leaves = new List<int>();
        for (var from = 0; from < pages.Count; from += MostPages)
        {
            var to = Math.Min(from + MostPages, pages.Count);
            leaves.Add(file.NewObject());
            file.Begin(leaves[^1]).Raw("<</Limits["u8).Integer(from).Raw(" "u8).Integer(to - 1).Raw("]"u8);
            WriteParents(pages, from, to);
        }

        file.Begin(parents).Raw("<</Kids["u8);
        foreach (var leaf in leaves)
            file.Buffer.Reference(leaf).Raw(" "u8);
        file.Buffer.Raw("]>>"u8);
        file.End();
        return parents;
    }

    private void WriteParents(IReadOnlyList<PageCanvas> pages, int from, int to)
    {
        file.Buffer.Raw("/Nums["u8);
        for (var page = from; page < to; page++)
        {
            file.Buffer.Integer(page).Raw("["u8);
            foreach (var element in pages[page].Marked)
                file.Buffer.Reference(element.ObjectNumber).Raw(" "u8);
            file.Buffer.Raw("]"u8);
        }

        file.Buffer.Raw("]>>"u8);
        file.End();
    }

    private void Number(StructureElement element)
    {
        element.Group(PdfFile.MostEntries);
        element.ObjectNumber = file.NewObject();
        foreach (var kid in element.Kids)
            if (kid.Child is not null)
                Number(kid.Child);
    }

    private void Write(StructureElement element, int parent)
    {
        var buffer = file.Begin(element.ObjectNumber).Raw("<</S/"u8).Text(element.Type).Raw("/P "u8).Reference(parent);
        // Alternative text stands in place of what it describes; a table is read cell by cell, and has a summary (PDF 1.7) instead.
        if (element.AlternativeText is { } text && element.Type != "Table")
            buffer.Raw("/Alt "u8).TextString(text);
        else if (element.AlternativeText is { } summary)
            buffer.Raw("/A<</O/Table/Summary "u8).TextString(summary).Raw(">>"u8);
        if (element.Type is "TH" or "TD")
            WriteCellAttributes(buffer, element);
        else if (element.Type == "Figure")
            WriteFigureAttributes(buffer, element);
        WriteKids(buffer, element);
        buffer.Raw(">>"u8);
        file.End();
        foreach (var kid in element.Kids)
            if (kid.Child is not null)
                Write(kid.Child, element.ObjectNumber);
    }

    private void WriteRoles()
    {
        file.Buffer.Raw("/RoleMap<<"u8);
        foreach (var (type, standsFor) in StructureTypes.Roles)
            file.Buffer.Raw("/"u8).Text(type).Raw("/"u8).Text(standsFor);
        file.Buffer.Raw(">>"u8);
    }

    /// <summary>Spans (PDF Reference 1.4, 9.7.5, standard table attributes); the scope of a header came with 1.5, and older readers pass over it.</summary>
    private static void WriteCellAttributes(PdfBuffer buffer, StructureElement cell)
    {
        if (cell is { RowSpan: 1, ColumnSpan: 1, Scope: HeaderScope.None })
            return;
        buffer.Raw("/A<</O/Table"u8);
        if (cell.Scope != HeaderScope.None)
            buffer.Raw(cell.Scope == HeaderScope.Row ? "/Scope/Row"u8 : "/Scope/Column"u8);
        if (cell.RowSpan > 1)
            buffer.Raw("/RowSpan "u8).Integer(cell.RowSpan);
        if (cell.ColumnSpan > 1)
            buffer.Raw("/ColSpan "u8).Integer(cell.ColumnSpan);
        buffer.Raw(">>"u8);
    }

    /// <summary>Where a figure stands (PDF Reference 1.4, 9.7.5, layout attributes); one inside a cell or a line stands in the line.</summary>
    private void WriteFigureAttributes(PdfBuffer buffer, StructureElement figure)
    {
        var block = figure.Parent?.Type is not ("TD" or "TH" or "P");
        if (figure.BoundingBox is not { } box)
            return;
        buffer.Raw("/A<</O/Layout/Placement"u8).Raw(block ? "/Block"u8 : "/Inline"u8).Raw("/BBox["u8)
            .Number(box.Left).Raw(" "u8).Number(paperHeight - box.Top - box.Height).Raw(" "u8)
            .Number(box.Left + box.Width).Raw(" "u8).Number(paperHeight - box.Top).Raw("]>>"u8);
    }

    private void WriteKids(PdfBuffer buffer, StructureElement element)
    {
        var page = -1;
        foreach (var kid in element.Kids)
            if (kid.Child is null)
            {
                page = kid.Page;
                buffer.Raw("/Pg "u8).Reference(pageObjects[page]);
                break;
            }

        if (element.Kids.Count == 0)
            return;
        buffer.Raw("/K["u8);
        foreach (var kid in element.Kids)
        {
            if (kid.Child is not null)
                buffer.Reference(kid.Child.ObjectNumber);
            else if (kid.Page == page)
                buffer.Integer(kid.Mark);
            else
                buffer.Raw("<</Type/MCR/Pg "u8).Reference(pageObjects[kid.Page]).Raw("/MCID "u8).Integer(kid.Mark).Raw(">>"u8);
            buffer.Raw(" "u8);
        }

        buffer.Raw("]"u8);
    }
}
