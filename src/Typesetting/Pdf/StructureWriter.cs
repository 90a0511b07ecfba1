using Typesetting.Pages;

namespace Typesetting.Pdf;

/// <summary>Writes the structure tree and the way back from marked content to it.</summary>
internal sealed class StructureWriter(PdfFile file, IReadOnlyList<int> pageObjects)
{
    /// <summary>Returns the object number of the tree's root.</summary>
    public int Write(StructureElement document, IReadOnlyList<PageCanvas> pages)
    {
        var (root, parents) = (file.NewObject(), file.NewObject());
        Number(document);
        Write(document, root);
        file.Begin(parents).Raw("<</Nums["u8);
        for (var page = 0; page < pages.Count; page++)
        {
            file.Buffer.Integer(page).Raw("["u8);
            foreach (var element in pages[page].Marked)
                file.Buffer.Reference(element.ObjectNumber).Raw(" "u8);
            file.Buffer.Raw("]"u8);
        }

        file.Buffer.Raw("]>>"u8);
        file.End();
        file.Begin(root).Raw("<</Type/StructTreeRoot/K "u8).Reference(document.ObjectNumber).Raw("/ParentTree "u8).Reference(parents)
            .Raw("/ParentTreeNextKey "u8).Integer(pages.Count).Raw(">>"u8);
        file.End();
        return root;
    }

    private void Number(StructureElement element)
    {
        element.ObjectNumber = file.NewObject();
        foreach (var kid in element.Kids)
            if (kid.Child is not null)
                Number(kid.Child);
    }

    private void Write(StructureElement element, int parent)
    {
        var buffer = file.Begin(element.ObjectNumber).Raw("<</S/"u8).Text(element.Type).Raw("/P "u8).Reference(parent);
        // Alternative text stands in place of what it describes, so a table, which is read cell by cell, has a title instead.
        if (element.AlternativeText is { } text)
            buffer.Raw(element.Type == "Table" ? "/T "u8 : "/Alt "u8).TextString(text);
        if (element.Type == "TH")
            buffer.Raw("/A<</O/Table/Scope/Column>>"u8);
        else if (element.RowSpan > 1)
            buffer.Raw("/A<</O/Table/RowSpan "u8).Integer(element.RowSpan).Raw(">>"u8);
        WriteKids(buffer, element);
        buffer.Raw(">>"u8);
        file.End();
        foreach (var kid in element.Kids)
            if (kid.Child is not null)
                Write(kid.Child, element.ObjectNumber);
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
