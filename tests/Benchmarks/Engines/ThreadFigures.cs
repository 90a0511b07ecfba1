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
        List<(double Gain, double Cost)> rounds = [];
        for (var round = 0; round < Rounds; round++)
        {
            var (alone, alonePerCpu) = PerSecond(content, fonts, 1);
            var (together, togetherPerCpu) = PerSecond(content, fonts, Threads);
            rounds.Add((together / alone, alonePerCpu / togetherPerCpu));
        }

        FiguresCommand.Line("typesetting: processors", Environment.ProcessorCount, "processors");
        FiguresCommand.Line("typesetting: four threads against one (at least 1.6)", FiguresCommand.Median(rounds.Select(r => r.Gain)), "times");
        // What others leave of the processors bounds the gain; this does not depend on them.
        FiguresCommand.Line("typesetting: processor time of a document, four against one", FiguresCommand.Median(rounds.Select(r => r.Cost)), "times");
    }

    /// <summary>Documents for each second of the clock, and of the processors.</summary>
    private static (double OfClock, double OfProcessors) PerSecond(DocumentContent content, FontSet fonts, int threads)
    {
        var (began, spent) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        List<Thread> working = [.. Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < DocumentsAThread; i++)
                TenPages.Write(content, fonts);
        }))];
        working.ForEach(thread => thread.Start());
        working.ForEach(thread => thread.Join());
        double documents = threads * DocumentsAThread;
        return (documents / Stopwatch.GetElapsedTime(began).TotalSeconds, documents / (Environment.CpuUsage.TotalTime - spent).TotalSeconds);
    }
}
