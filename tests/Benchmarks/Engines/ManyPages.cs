using System.Diagnostics;
using System.Globalization;
using Testing.Documents;

namespace Benchmarks.Engines;

/// <summary>Many documents in a row in a process of their own: what it holds of memory after some of them, and at most.</summary>
internal static class ManyPages
{
    private const int Documents = 500;
    private const int Early = 50;

    /// <summary>Prints the bytes resident after the 50th document, after the last, and at most.</summary>
    internal static void Run()
    {
        var (content, fonts) = (TenPages.Read(), TenPages.Fonts());
        var early = 0L;
        for (var i = 1; i <= Documents; i++)
        {
            _ = TenPages.Write(content, fonts);
            if (i == Early)
                early = Environment.WorkingSet;
        }

        var late = Environment.WorkingSet;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{early} {late} {self.PeakWorkingSet64}"));
    }

    internal static void Measure()
    {
        var path = Environment.ProcessPath ?? throw new InvalidOperationException("This process has no path.");
        using var process = Process.Start(new ProcessStartInfo(path, "many-pages") { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{path} does not start.");
        double[] bytes = [.. process.StandardOutput.ReadToEnd().Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        process.WaitForExit();
        FiguresCommand.Line("typesetting: resident after 50 documents", bytes[0] / 1024 / 1024, "MiB");
        FiguresCommand.Line("typesetting: resident after 500 documents", bytes[1] / 1024 / 1024, "MiB");
        FiguresCommand.Line("typesetting: the 500th against the 50th (at most 1.1)", bytes[1] / bytes[0], "times");
        FiguresCommand.Line("typesetting: resident at most (under 200)", bytes[2] / 1024 / 1024, "MiB");
    }
}
