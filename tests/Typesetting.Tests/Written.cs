using Typesetting.Content;
using UglyToad.PdfPig.Content;

namespace Typesetting.Tests;

/// <summary>A document written and opened again by other people's readers.</summary>
internal sealed class Written
{
    private Written(byte[] bytes, int pages) => (Bytes, PageCount) = (bytes, pages);

    public byte[] Bytes { get; }
    public int PageCount { get; }

    public static Written Of(DocumentContent content)
    {
        using var target = new MemoryStream();
        var written = Typesetting.Pdf.PdfDocument.Write(content, TestFonts.Set, target);
        return new Written(target.ToArray(), written.Pages);
    }

    public static Written Of(params Block[] blocks) => Of(SampleBulletin.Of(blocks));

    public IReadOnlyList<Page> Pages()
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(Bytes);
        return [.. document.GetPages()];
    }

    /// <summary>Letters of the text area as lines from the top, each from the left.</summary>
    public static List<List<Letter>> LinesOf(Page page)
    {
        var bottom = page.Height - Length.Millimetres(37 + 225);
        var top = page.Height - Length.Millimetres(37);
        return [.. page.Letters
            .Where(letter => letter.StartBaseLine.Y > bottom && letter.StartBaseLine.Y < top)
            .GroupBy(letter => Math.Round(letter.StartBaseLine.Y, 1))
            .OrderByDescending(line => line.Key)
            .Select(line => line.OrderBy(letter => letter.StartBaseLine.X).ToList())];
    }

    public static string TextOf(IEnumerable<Letter> letters) => string.Concat(letters.Select(letter => letter.Value));

    /// <summary>Runs with a file that holds the document, and deletes it.</summary>
    public async Task<T> WithFileAsync<T>(Func<string, Task<T>> use)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pdf");
        await File.WriteAllBytesAsync(path, Bytes);
        try
        {
            return await use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
