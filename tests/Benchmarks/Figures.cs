using System.Diagnostics;
using System.Globalization;
using LocalHost.Demonstration;
using Reporting.Bulletins;
using Testing;

namespace Benchmarks;

/// <summary>The plain run: one line per figure, quick enough to be run before and after a change.</summary>
internal static class Figures
{
    private const int WarmRuns = 40;

    internal static async Task PrintAsync()
    {
        Rendering();
        await EntryFigures.PrintAsync();
        await ClosingAsync();
    }

    internal static void Print(string what, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-58} {value,12:0.0##} {unit}"));

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static void Rendering()
    {
        var snapshot = SampleIssue.Snapshot(SampleIssue.Programme());
        var clock = Stopwatch.StartNew();
        var renderer = new PdfRenderer(new FontOptions().Load(AppContext.BaseDirectory));
        var pdf = renderer.Render(ComposeIssue.Compose(snapshot));
        var first = clock.Elapsed.TotalMilliseconds;
        var pages = PublishedFolder.PagesOf(pdf);

        var times = new List<double>();
        var allocated = 0L;
        for (var run = 0; run < WarmRuns; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            clock.Restart();
            renderer.Render(ComposeIssue.Compose(snapshot));
            times.Add(clock.Elapsed.TotalMilliseconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Print("bulletin of one plan, pages", pages, "pages");
        Print("bulletin of one plan, first in process with fonts", first, "ms");
        Print("bulletin of one plan, warm (median)", Median(times), "ms");
        Print("bulletin of one plan, warm, per page", Median(times) / Math.Max(pages, 1), "ms");
        Print("bulletin of one plan, allocated", allocated / 1048576.0, "MiB");
        Print("bulletin of one plan, file", pdf.Length / 1024.0, "KiB");
    }

    /// <summary>A quarter is closed from the tick to the last published file; the demonstration does it twice.</summary>
    private static async Task ClosingAsync()
    {
        using var folder = new TemporaryFolder();
        var watcher = new ClosingWatcher();
        await new DemonstrationRun(folder.Path, watcher).RunAsync([], CancellationToken.None);
        foreach (var (step, parts, took) in watcher.Closings)
            Print(string.Create(CultureInfo.InvariantCulture, $"closing {step[..6]}, {parts} issues"), took.TotalMilliseconds, "ms");
    }

    private sealed class ClosingWatcher : DemonstrationWatcher
    {
        private readonly Dictionary<string, (int Parts, long Began, TimeSpan Took)> steps = new(StringComparer.Ordinal);

        internal IEnumerable<(string Step, int Parts, TimeSpan Took)> Closings =>
            steps.Where(s => s.Key.EndsWith("publish", StringComparison.Ordinal)).Select(s => (s.Key, s.Value.Parts, s.Value.Took));

        internal override void Began(string step, int parts)
        {
            lock (steps)
                steps[step] = (parts, Stopwatch.GetTimestamp(), TimeSpan.Zero);
        }

        internal override void Advanced(string step)
        {
            lock (steps)
                steps[step] = steps[step] with { Took = Stopwatch.GetElapsedTime(steps[step].Began) };
        }
    }
}
