namespace Typesetting.Pdf;

/// <summary>The pages in order: one list, or, where that would be longer than a PDF/A-1 file allows, a list of lists.</summary>
internal sealed class PageTree
{
    private readonly PdfFile file;
    private readonly int[] groups;

    public PageTree(PdfFile file, int pages)
    {
        this.file = file;
        Root = file.NewObject();
        groups = pages <= PdfFile.MostEntries ? [] : Numbers((pages + PdfFile.MostEntries - 1) / PdfFile.MostEntries);
        PageObjects = Numbers(pages);
    }

    public int Root { get; }

    public IReadOnlyList<int> PageObjects { get; }

    public int ParentOf(int page) => groups.Length == 0 ? Root : groups[page / PdfFile.MostEntries];

    public void Write()
    {
        if (groups.Length == 0)
        {
            Write(Root, null, PageObjects.Count, PageObjects);
            return;
        }

        for (var i = 0; i < groups.Length; i++)
        {
            int[] held = [.. PageObjects.Skip(i * PdfFile.MostEntries).Take(PdfFile.MostEntries)];
            Write(groups[i], Root, held.Length, held);
        }

        Write(Root, null, PageObjects.Count, groups);
    }

    private void Write(int number, int? parent, int count, IReadOnlyList<int> kids)
    {
        var buffer = file.Begin(number).Raw("<</Type/Pages/Count "u8).Integer(count);
        if (parent is { } above)
            buffer.Raw("/Parent "u8).Reference(above);
        buffer.Raw("/Kids["u8);
        foreach (var kid in kids)
            buffer.Reference(kid).Raw(" "u8);
        buffer.Raw("]>>"u8);
        file.End();
    }

    private int[] Numbers(int count)
    {
        var numbers = new int[count];
        for (var i = 0; i < count; i++)
            numbers[i] = file.NewObject();
        return numbers;
    }
}
