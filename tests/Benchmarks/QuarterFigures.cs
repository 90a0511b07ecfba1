using System.Diagnostics;
using LocalHost.Demonstration;
using LocalHost.Hosting;
using Reporting.Collecting;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Tick;

namespace Benchmarks;

/// <summary>A quarter: collecting all its entries over HTTP, then closing it, from the tick to the last published file.</summary>
internal static class QuarterFigures
{
    internal static async Task RunAsync(MeasuredSite site)
    {
        // The second quarter: the first has the writes of the PUT figures in it.
        var period = site.Programme.Calendar.Periods[1];
        var dates = PeriodDates.Of(period, site.Programme.Calendar);
        site.Clock.MoveTo(BeijingTime.StartOf(dates.Due));
        var keys = await LocalKeys.GrantAsync(site.Services, CancellationToken.None);
        using var http = new HttpClient { BaseAddress = site.Address };
        var client = new ReportingClient(http, site.Programme.Id, keys);
        var entries = new DemonstrationEntries(site.Programme);
        var owed = Obligation.Of(site.Programme, period);

        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(owed, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (one, cancelled) =>
        {
            await client.PutAsync(one, entries.Of(one), cancelled);
            await client.SubmitAsync(one, cancelled);
            await client.AcceptAsync(one, cancelled);
        });
        var collecting = Stopwatch.GetElapsedTime(began);

        site.Clock.MoveTo(BeijingTime.EndOf(dates.SignBy ?? dates.ReviewBy));
        began = Stopwatch.GetTimestamp();
        await site.Services.GetRequiredService<RunTick>().RunAsync(CancellationToken.None);
        while ((await site.Services.GetRequiredService<TakeWork>().RunOnceAsync(CancellationToken.None)).Count > 0)
        {
        }
        var closing = Stopwatch.GetElapsedTime(began);
        var issues = await site.Services.GetRequiredService<ListIssues>().RunAsync(site.Programme, null, null, null, CancellationToken.None);

        FiguresCommand.Line("quarter: entries put, submitted and accepted", owed.Count, "entries");
        FiguresCommand.Line("quarter: collecting them over HTTP", collecting.TotalSeconds, "s");
        FiguresCommand.Line("quarter: issues published (two quarters were due)", issues.Count, "issues");
        FiguresCommand.Line("quarter: closing, tick to last file", closing.TotalSeconds, "s");
        FiguresCommand.Line("quarter: closing, an issue", closing.TotalMilliseconds / issues.Count, "ms");
    }
}
