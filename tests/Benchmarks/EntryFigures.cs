using System.Diagnostics;
using LocalHost.Demonstration;
using LocalHost.Emulator;
using LocalHost.Hosting;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;
using Testing;

namespace Benchmarks;

/// <summary>What the API adds to a write: one entry's PUT over HTTP against the same transaction written straight to Azurite.</summary>
internal static class EntryFigures
{
    internal static async Task PrintAsync()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = await Azurite.StartAsync(AzuriteOptions.OnFreePorts(folder.Path));
        var programme = SampleIssue.Programme();
        var period = new Period(2012, 2);
        var clock = new SettableClock(BeijingTime.StartOf(PeriodDates.Of(period, programme.Calendar).Due));
        var builder = Site.Configure([]);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Storage:ConnectionString"] = azurite.ConnectionString,
            ["Logging:LogLevel:Default"] = "Warning",
        });
        builder.Services.AddSingleton<TimeProvider>(clock);
        await using var app = await Site.BuildAsync(builder, CancellationToken.None);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var client = new ReportingClient(http, programme.Id, await LocalKeys.GrantAsync(app.Services, CancellationToken.None));
        var table = app.Services.GetRequiredService<ProgressTable>();
        var entries = new DemonstrationEntries(programme);

        List<double> overHttp = [], straight = [];
        // New entries only, one after the other and in turns, so that both meet the same state of machine and emulator.
        foreach (var owed in Obligation.Of(programme, period).Where(o => o.Task is not null))
        {
            var content = entries.Of(owed);
            overHttp.Add(await TimeAsync(() => client.PutAsync(owed, content, CancellationToken.None)));
            var change = new EntryChange(EntryState.Draft, content, null, clock.GetUtcNow(), "填报人", null);
            straight.Add(await TimeAsync(() => table.WriteAsync(
                new EntryKey("straight", period, owed.Plan, owed.Task, owed.Unit), change, null, CancellationToken.None)));
        }
        await app.StopAsync();
        Figures.Print("PUT of an entry over HTTP (median)", Figures.Median(overHttp), "ms");
        Figures.Print("the same transaction straight to Azurite (median)", Figures.Median(straight), "ms");
        Figures.Print("ratio", Figures.Median(overHttp) / Figures.Median(straight), "");
    }

    private static async Task<double> TimeAsync(Func<Task> action)
    {
        var began = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
