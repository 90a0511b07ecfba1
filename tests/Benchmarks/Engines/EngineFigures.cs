using System.Diagnostics;
using Testing.Documents;
using Typesetting.Content;
using Typesetting.Fonts;
using UglyToad.PdfPig;

namespace Benchmarks.Engines;

/// <summary>The ten pages by us, by Typst and by SkiaSharp, in turns.</summary>
internal sealed class EngineFigures : IDisposable
{
    private const int WarmUps = 30;
    private const int Rounds = 60;
    private const int Processes = 9;

    private readonly DocumentContent content = TenPages.Read();
    private readonly FontSet fonts = TenPages.Fonts();
    private readonly DocumentFonts used;
    private readonly byte[] file;
    private readonly SkiaPages skia;
    private readonly TypstCompiler typst;

    private EngineFigures()
    {
        file = TenPages.Write(content, fonts);
        used = new DocumentFonts(fonts);
        skia = new SkiaPages(PlacedPages.Of(file, fonts, used));
        typst = new TypstCompiler(content);
    }

    internal static void Run()
    {
        using var figures = new EngineFigures();
        figures.RunWarm();
        figures.RunFirst();
        figures.RunSizes();
        ThreadFigures.Run();
        ManyPages.Measure();
        LongTableFigures.Run();
        StageFigures.Run();
    }

    public void Dispose()
    {
        typst.Dispose();
        skia.Dispose();
        used.Dispose();
    }

    private void RunWarm()
    {
        skia.Trim();
        List<(double Ours, double Typst, double Drawing, double Trimmed)> times = [];
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            var ours = Milliseconds(() => TenPages.Write(content, fonts));
            var theirs = typst.Compile();
            var trimming = Milliseconds(skia.Trim);
            var drawing = Milliseconds(() => skia.Draw());
            if (round >= WarmUps)
                times.Add((ours, theirs, drawing, trimming + drawing));
        }

        FiguresCommand.Line("typesetting: ten pages, warm", FiguresCommand.Median(times.Select(t => t.Ours)), "ms");
        FiguresCommand.Line("typesetting: Typst, full compile, warm", FiguresCommand.Median(times.Select(t => t.Typst)), "ms");
        FiguresCommand.Line("typesetting: SkiaSharp, drawing alone, fonts trimmed before", FiguresCommand.Median(times.Select(t => t.Drawing)), "ms");
        FiguresCommand.Line("typesetting: SkiaSharp, trimming the fonts and drawing", FiguresCommand.Median(times.Select(t => t.Trimmed)), "ms");
        FiguresCommand.Line("typesetting: ours against Typst (at most 0.4)", FiguresCommand.Median(times.Select(t => t.Ours / t.Typst)), "of its time");
        FiguresCommand.Line("typesetting: ours against SkiaSharp's drawing (at most 0.6)", FiguresCommand.Median(times.Select(t => t.Ours / t.Drawing)), "of its time");
    }

    private void RunFirst()
    {
        List<(double Ours, double Typst)> times = [.. Enumerable.Range(0, Processes).Select(_ => (FirstPages.Measure(), typst.WholeProcess()))];
        FiguresCommand.Line("typesetting: first document, whole process", FiguresCommand.Median(times.Select(t => t.Ours)), "ms");
        FiguresCommand.Line("typesetting: Typst, whole process", FiguresCommand.Median(times.Select(t => t.Typst)), "ms");
        FiguresCommand.Line("typesetting: first document against Typst (at most 1)", FiguresCommand.Median(times.Select(t => t.Ours / t.Typst)), "of its time");
    }

    private void RunSizes()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = TenPages.Write(content, fonts);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var theirs = File.ReadAllBytes(typst.Target);
        FiguresCommand.Line("typesetting: file (at most 250)", file.Length / 1024.0, "KiB");
        FiguresCommand.Line("typesetting: Typst, file", theirs.Length / 1024.0, "KiB");
        FiguresCommand.Line("typesetting: pages", PagesOf(file), "pages");
        FiguresCommand.Line("typesetting: Typst, pages", PagesOf(theirs), "pages");
        FiguresCommand.Line("typesetting: SkiaSharp, file", skia.Draw().Length / 1024.0, "KiB");
        FiguresCommand.Line("typesetting: allocated (at most 5)", allocated / 1024.0 / 1024.0, "MiB");
    }

    private static int PagesOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.NumberOfPages;
    }

    private static double Milliseconds(Action work)
    {
        var began = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
