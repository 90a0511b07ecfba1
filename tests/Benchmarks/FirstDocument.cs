using System.Diagnostics;
using System.Globalization;
using Reporting.Bulletins;
using Reporting.Bulletins.Pdf;

namespace Benchmarks;

/// <summary>One document in a process of its own: loading the fonts, compiling the code and rendering, from the start of the process on.</summary>
internal static class FirstDocument
{
    /// <summary>Prints the milliseconds from the start of this process to the finished document, then those of the rendering alone.</summary>
    internal static void Run()
    {
        var document = ComposeIssue.Compose(MeasuredIssue.Snapshot(MeasuredIssue.Programme()));
        var began = Stopwatch.GetTimestamp();
        _ = new PdfRenderer(MeasuredIssue.Fonts()).Render(document);
        var rendering = Stopwatch.GetElapsedTime(began);
        using var self = Process.GetCurrentProcess();
        var whole = TimeProvider.System.GetLocalNow().LocalDateTime - self.StartTime;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{whole.TotalMilliseconds} {rendering.TotalMilliseconds}"));
    }

    /// <summary>Runs it in fresh processes and gives the medians.</summary>
    internal static (double Whole, double Rendering) Measure(int processes)
    {
        var path = Environment.ProcessPath ?? throw new InvalidOperationException("This process has no path.");
        var times = Enumerable.Range(0, processes).Select(_ =>
        {
            using var process = Process.Start(new ProcessStartInfo(path, "first") { RedirectStandardOutput = true })
                ?? throw new InvalidOperationException($"{path} does not start.");
            var words = process.StandardOutput.ReadToEnd().Split(' ');
            process.WaitForExit();
            return (Whole: double.Parse(words[0], CultureInfo.InvariantCulture), Rendering: double.Parse(words[1], CultureInfo.InvariantCulture));
        }).ToList();
        return (FiguresCommand.Median(times.Select(t => t.Whole)), FiguresCommand.Median(times.Select(t => t.Rendering)));
    }
}
