using System.Diagnostics;
using Testing;
using Testing.Documents;

namespace Benchmarks.Engines;

/// <summary>The ten pages in a process of their own, from its start to its end: runtime, fonts, setting, the file on disk.</summary>
internal static class FirstPages
{
    internal static void Run(string target) => File.WriteAllBytes(target, TenPages.Write(TenPages.Read(), TenPages.Fonts()));

    /// <summary>Milliseconds of one such process.</summary>
    internal static double Measure()
    {
        var path = Environment.ProcessPath ?? throw new InvalidOperationException("This process has no path.");
        using var folder = new TemporaryFolder();
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(path, ["first-pages", Path.Combine(folder.Path, "pages.pdf")]);
        process.WaitForExit();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
