using System.Diagnostics;
using Reporting.Bulletins;
using Reporting.Bulletins.Pdf;
using UglyToad.PdfPig;

namespace Benchmarks;

/// <summary>Rendering one plan's bulletin: first in a process, warm, a page, allocated, bytes.</summary>
internal static class BulletinFigures
{
    private const int WarmUps = 20;
    private const int Rounds = 60;

    internal static void Run()
    {
        var (whole, first) = FirstDocument.Measure(processes: 3);
        var snapshot = MeasuredIssue.Snapshot(MeasuredIssue.Programme());
        var renderer = new PdfRenderer(MeasuredIssue.Fonts());
        var document = ComposeIssue.Compose(snapshot);
        var file = renderer.Render(document);
        using var opened = PdfDocument.Open(file);
        var pages = opened.NumberOfPages;
        var composing = Warm(() => ComposeIssue.Compose(snapshot));
        var rendering = Warm(() => renderer.Render(document));
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = renderer.Render(document);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        FiguresCommand.Line("bulletin: first document, whole process", whole, "ms");
        FiguresCommand.Line("bulletin: first document, fonts and rendering", first, "ms");
        FiguresCommand.Line("bulletin: composing, warm", composing, "ms");
        FiguresCommand.Line("bulletin: rendering, warm", rendering, "ms");
        FiguresCommand.Line("bulletin: pages", pages, "pages");
        FiguresCommand.Line("bulletin: rendering a page, warm", rendering / pages, "ms");
        FiguresCommand.Line("bulletin: rendering, allocated", allocated / 1024.0, "KiB");
        FiguresCommand.Line("bulletin: file", file.Length / 1024.0, "KiB");
    }

    private static double Warm(Action render)
    {
        for (var i = 0; i < WarmUps; i++)
            render();
        return FiguresCommand.Median(Enumerable.Range(0, Rounds).Select(_ =>
        {
            var began = Stopwatch.GetTimestamp();
            render();
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }).ToList());
    }
}
