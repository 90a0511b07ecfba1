using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Testing.Documents;
using Typesetting.Content;
using Typesetting.Fonts;
using Typesetting.Lines;
using Typesetting.Pages;
using Typesetting.Pdf;

namespace Benchmarks.Engines;

/// <summary>
/// Where the time of ten pages goes: breaking lines and pages; drawing; cutting the fonts; compressing; and the rest, which is the
/// structure, the bookmarks and the file around them. Cutting and compressing the same bytes is what any writer of such a file must do.
/// </summary>
internal static class StageFigures
{
    private const int WarmUps = 40;
    private const int Rounds = 80;

    internal static void Run()
    {
        var (content, fonts) = (TenPages.Read(), TenPages.Fonts());
        var streams = Streams(TenPages.Write(content, fonts));
        using var used = new DocumentFonts(fonts);
        Lay(content, used);
        List<(double Whole, double Layout, double Drawing, double Subsets, double Deflate)> times = [];
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            var time = (
                Milliseconds(() => TenPages.Write(content, fonts)),
                Milliseconds(() => Lay(content, fonts)),
                Draw(content, fonts),
                Milliseconds(() => Cut(used)),
                Milliseconds(() => Compress(streams)));
            if (round >= WarmUps)
                times.Add(time);
        }

        var whole = FiguresCommand.Median(times.Select(t => t.Whole));
        var bare = FiguresCommand.Median(times.Select(t => t.Subsets + t.Deflate));
        FiguresCommand.Line("typesetting: layout", FiguresCommand.Median(times.Select(t => t.Layout)), "ms");
        FiguresCommand.Line("typesetting: drawing", FiguresCommand.Median(times.Select(t => t.Drawing)), "ms");
        FiguresCommand.Line("typesetting: cutting the fonts", FiguresCommand.Median(times.Select(t => t.Subsets)), "ms");
        FiguresCommand.Line("typesetting: compressing", FiguresCommand.Median(times.Select(t => t.Deflate)), "ms");
        FiguresCommand.Line("typesetting: structure and the rest", FiguresCommand.Median(times.Select(t => t.Whole - t.Layout - t.Drawing - t.Subsets - t.Deflate)), "ms");
        FiguresCommand.Line("typesetting: the whole against bare cutting and compressing", whole / bare, "times");
    }

    private static void Lay(DocumentContent content, FontSet fonts)
    {
        using var used = new DocumentFonts(fonts);
        Lay(content, used);
    }

    private static void Lay(DocumentContent content, DocumentFonts used)
    {
        using var shaper = new TextShaper(used);
        PdfDocument.Lay(content, shaper, new StructureElement("Document", null));
    }

    /// <summary>Milliseconds of drawing the pages, nothing compressed.</summary>
    private static double Draw(DocumentContent content, FontSet fonts)
    {
        using var used = new DocumentFonts(fonts);
        using var shaper = new TextShaper(used);
        using var file = new PdfFile(compressionLevel: 0);
        var pages = PdfDocument.Lay(content, shaper, new StructureElement("Document", null));
        return Milliseconds(() => new DocumentWriter(file, content, shaper, used).WritePages(pages, new PageTree(file, pages.Count), file.NewObject()));
    }

    private static void Cut(DocumentFonts used)
    {
        using var program = new PdfBuffer();
        foreach (var font in used.Used)
        {
            program.Clear();
            new FontSubset(font).Write(program);
        }
    }

    private static void Compress(List<byte[]> streams)
    {
        using var packed = new PdfBuffer();
        var options = new ZLibCompressionOptions { CompressionLevel = PdfDocument.DefaultCompression };
        foreach (var stream in streams)
        {
            packed.Clear();
            using var deflate = new ZLibStream(packed, options, leaveOpen: true);
            deflate.Write(stream);
        }
    }

    /// <summary>What the file holds compressed, unpacked.</summary>
    private static List<byte[]> Streams(byte[] file)
    {
        var (begin, end) = (Encoding.ASCII.GetBytes("/FlateDecode/Length "), Encoding.ASCII.GetBytes("stream\n"));
        var streams = new List<byte[]>();
        for (var at = 0; file.AsSpan(at).IndexOf(begin) is >= 0 and var found;)
        {
            at += found + begin.Length;
            var length = int.Parse(file.AsSpan(at, file.AsSpan(at).IndexOf((byte)'>')), System.Globalization.CultureInfo.InvariantCulture);
            at += file.AsSpan(at).IndexOf(end) + end.Length;
            using var unpacked = new MemoryStream();
            using (var inflate = new ZLibStream(new MemoryStream(file, at, length), CompressionMode.Decompress))
                inflate.CopyTo(unpacked);
            streams.Add(unpacked.ToArray());
            at += length;
        }

        return streams;
    }

    private static double Milliseconds(Action work)
    {
        var began = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
