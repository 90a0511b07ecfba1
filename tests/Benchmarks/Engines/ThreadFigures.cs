using System.Diagnostics;
using Testing.Documents;
using Typesetting.Content;
using Typesetting.Fonts;

namespace Benchmarks.Engines;

/// <summary>What four threads set in the time in which one sets as much, measured in turns.</summary>
internal static class ThreadFigures
{
    private const int Threads = 4;
    private const int DocumentsAThread = 40;
    private const int Rounds = 11;

    internal static void Run()
    {
        var (content, fonts) = (TenPages.Read(), TenPages.Fonts());
        List<double> gains = [];
        for (var round = 0; round < Rounds; round++)
        {
            var one = PerSecond(content, fonts, 1);
            var four = PerSecond(content, fonts, Threads);
            gains.Add(four / one);
        }

        FiguresCommand.Line("typesetting: processors", Environment.ProcessorCount, "processors");
        FiguresCommand.Line("typesetting: four threads against one (at least 1.6)", FiguresCommand.Median(gains), "times");
    }

    private static double PerSecond(DocumentContent content, FontSet fonts, int threads)
    {
        var began = Stopwatch.GetTimestamp();
        List<Thread> working = [.. Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < DocumentsAThread; i++)
                TenPages.Write(content, fonts);
        }))];
        working.ForEach(thread => thread.Start());
        working.ForEach(thread => thread.Join());
        return threads * DocumentsAThread / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
