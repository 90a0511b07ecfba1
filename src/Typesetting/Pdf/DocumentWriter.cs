using Typesetting.Content;
using Typesetting.Fonts;
using Typesetting.Lines;
using Typesetting.Pages;

namespace Typesetting.Pdf;

/// <summary>Writes placed pages and all that a reader needs around them.</summary>
internal sealed class DocumentWriter(PdfFile file, DocumentContent content, TextShaper shaper, DocumentFonts fonts)
{
    private readonly PageLayout layout = content.Layout;

    public void Write(IReadOnlyList<IReadOnlyList<PlacedSlab>> pages, StructureElement structure)
    {
        var (catalogue, resources, tree) = (file.NewObject(), file.NewObject(), new PageTree(file, pages.Count));
        var pageObjects = tree.PageObjects;
        var canvases = WritePages(pages, tree, resources);
        tree.Write();
        WriteFonts(resources);
        var root = new StructureWriter(file, pageObjects, layout.Height).Write(structure, canvases);
        var outline = new OutlineWriter(file, pageObjects).Write(canvases);
        var metadata = new MetadataWriter(file, content.Information);
        var (information, xmp) = (metadata.WriteInformation(), metadata.WriteXmp());
        var profile = file.NewObject();
        file.Stream(profile, ColourProfile.Bytes, "/N 3");
        WriteCatalogue(catalogue, tree.Root, root, outline, xmp, profile);
        file.Finish(catalogue, information);
    }

    internal List<PageCanvas> WritePages(IReadOnlyList<IReadOnlyList<PlacedSlab>> pages, PageTree tree, int resources)
    {
        var canvases = new List<PageCanvas>(pages.Count);
        var running = new RunningMatter(content, fonts, shaper);
        using var stream = new PdfBuffer();
        for (var i = 0; i < pages.Count; i++)
        {
            stream.Clear();
            var canvas = new PageCanvas(stream, shaper, layout.Height, i);
            Draw(canvas, pages[i]);
            running.Draw(canvas, i + 1);
            canvas.CloseTag();
            canvases.Add(canvas);
            var contents = file.NewObject();
            file.Stream(contents, stream.Written);
            file.Begin(tree.PageObjects[i]).Raw("<</Type/Page/Parent "u8).Reference(tree.ParentOf(i)).Raw("/MediaBox[0 0 "u8).Number(layout.Width).Raw(" "u8).Number(layout.Height)
                .Raw("]/Resources "u8).Reference(resources).Raw("/Contents "u8).Reference(contents).Raw("/StructParents "u8).Integer(i).Raw(">>"u8);
            file.End();
        }

        return canvases;
    }

    private void Draw(PageCanvas canvas, IReadOnlyList<PlacedSlab> page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            var (slab, y, repeated) = page[i];
            var neighbours = new Neighbours(page, i);
            if (repeated && slab is RowSlab row)
                row.DrawAgain(canvas, layout.Left, layout.Top + y, neighbours);
            else
                slab.Draw(canvas, layout.Left, layout.Top + y, neighbours);
        }
    }

    /// <summary>A font that only empty runs name has nothing to embed.</summary>
    private void WriteFonts(int resources)
    {
        var written = new List<(int Number, int Object)>(fonts.Used.Count);
        foreach (var font in fonts.Used)
            if (font.CodePoints.Count > 1)
                written.Add((font.Number, new FontWriter(file, font).Write()));
        file.Begin(resources).Raw("<</Font<<"u8);
        foreach (var (number, font) in written)
            file.Buffer.Raw("/F"u8).Integer(number).Raw(" "u8).Reference(font);
        file.Buffer.Raw(">>>>"u8);
        file.End();
    }

    private void WriteCatalogue(int catalogue, int tree, int structure, int? outline, int xmp, int profile)
    {
        var buffer = file.Begin(catalogue).Raw("<</Type/Catalog/Pages "u8).Reference(tree).Raw("/MarkInfo<</Marked true>>/StructTreeRoot "u8).Reference(structure)
            .Raw("/Lang("u8).Text(content.Information.Language).Raw(")/ViewerPreferences<</DisplayDocTitle true>>/Metadata "u8).Reference(xmp);
        if (outline is { } bookmarks)
            buffer.Raw("/Outlines "u8).Reference(bookmarks).Raw("/PageMode/UseOutlines"u8);
        buffer.Raw("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile "u8)
            .Reference(profile).Raw(">>]>>"u8);
        file.End();
    }
}
