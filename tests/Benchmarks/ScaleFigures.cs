using System.Diagnostics;
using LocalHost.Demonstration;
using LocalHost.Emulator;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Reporting;
using Reporting.Access;
using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tick;

namespace Benchmarks;

/// <summary>
/// What closing a quarter costs beside the storage calls and the rendering in it, what the cost of an issue becomes with 31 programmes, and how
/// often two hosts on one queue work on a piece. Every entry of the quarter is accepted.
/// </summary>
internal static class ScaleFigures
{
    private const int Provinces = 31;

    private static readonly Programme Henan = MeasuredIssue.Programme();

    private static readonly Period Quarter = new(2012, 1);

    private static readonly PeriodDates Dates = PeriodDates.Of(Quarter, Henan.Calendar);

    internal static async Task RunAsync()
    {
        await using var azurite = await Azurite.StartAsync(MeasuredAccounts(), CancellationToken.None);
        // Once to warm everything up, once to be measured.
        await using (var warm = await CollectedAsync(azurite.ConnectionStringOf(1), 1))
            await CloseAsync(warm);
        double one;
        await using (var single = await CollectedAsync(azurite.ConnectionStringOf(2), 1))
            one = await MeasureAsync(single);
        await using (var many = await CollectedAsync(azurite.ConnectionStringOf(3), Provinces))
            await MeasureManyAsync(many, one);
        await MeasureTwoHostsAsync(azurite.ConnectionStringOf(4));
    }

    private static AzuriteOptions MeasuredAccounts()
    {
        var options = AzuriteOptions.OnFreePortsInMemory();
        options.Accounts = 8;
        return options;
    }

    /// <summary>A quarter of one programme, beside the storage calls and the rendering in it. Milliseconds an issue.</summary>
    private static async Task<double> MeasureAsync(ServiceProvider host)
    {
        double closing, storage;
        int count;
        using (var calls = new StorageTime())
        {
            closing = await CloseAsync(host);
            (storage, count) = (calls.Milliseconds, calls.Count);
        }
        var issues = await PublishedAsync(host, Henan);
        var rendering = await RenderAsync(host, issues);
        FiguresCommand.Line("closing a quarter: issues", issues.Count, "issues");
        FiguresCommand.Line("closing a quarter: storage calls, an issue", (double)count / issues.Count, "calls");
        FiguresCommand.Line("closing a quarter: tick to last file", closing, "ms");
        FiguresCommand.Line("closing a quarter: time in storage calls", storage, "ms");
        FiguresCommand.Line("closing a quarter: composing and rendering alone", rendering, "ms");
        FiguresCommand.Line("closing a quarter: beside storage, an issue", (closing - storage) / issues.Count, "ms");
        FiguresCommand.Line("closing a quarter: beside both", closing / (storage + rendering), "times");
        return closing / issues.Count;
    }

    private static async Task MeasureManyAsync(ServiceProvider host, double one)
    {
        var peak = 0L;
        using var looking = new Timer(_ => peak = Math.Max(peak, Environment.WorkingSet), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
        using var calls = new StorageTime();
        var closing = await CloseAsync(host);
        await looking.DisposeAsync();
        var issues = 0;
        foreach (var programme in host.GetRequiredService<Programmes>().All)
            issues += (await PublishedAsync(host, programme)).Count;
        FiguresCommand.Line($"{Provinces} programmes: issues", issues, "issues");
        FiguresCommand.Line($"{Provinces} programmes: tick to last file", closing / 1000, "s");
        FiguresCommand.Line($"{Provinces} programmes: an issue, beside one programme's", closing / issues / one, "times");
        FiguresCommand.Line($"{Provinces} programmes: storage calls, an issue", (double)calls.Count / issues, "calls");
        FiguresCommand.Line($"{Provinces} programmes: time in storage calls, an issue", calls.Milliseconds / issues, "ms");
        FiguresCommand.Line($"{Provinces} programmes: beside storage, an issue", (closing - calls.Milliseconds) / issues, "ms");
        FiguresCommand.Line($"{Provinces} programmes: most memory while closing", peak / 1e6, "MB");
    }

    private static async Task MeasureTwoHostsAsync(string storage)
    {
        await using var first = await CollectedAsync(storage, 4);
        await using var second = HostOf(storage, 4, Closing());
        await first.GetRequiredService<RunTick>().RunAsync(CancellationToken.None);
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(DrainAsync(first), DrainAsync(second));
        var took = Stopwatch.GetElapsedTime(began);
        var (runs, issues) = (0, 0);
        foreach (var programme in first.GetRequiredService<Programmes>().All)
        {
            issues += (await PublishedAsync(first, programme)).Count;
            runs += (await first.GetRequiredService<RunsTable>().ReadMonthAsync(programme.Id, BeijingTime.DateOf(Closing()), 500, CancellationToken.None)).Count(r => r.Outcome == "published");
        }
        FiguresCommand.Line("two hosts on one queue: issues", issues, "issues");
        FiguresCommand.Line("two hosts on one queue: runs that published one", runs, "runs");
        FiguresCommand.Line("two hosts on one queue: all of it", took.TotalMilliseconds, "ms");
    }

    /// <summary>A host over storage in which every entry of the quarter is accepted; its clock stands behind the signing day.</summary>
    private static async Task<ServiceProvider> CollectedAsync(string storage, int programmes)
    {
        await using (var reporting = HostOf(storage, programmes, BeijingTime.StartOf(Dates.Due)))
        {
            await reporting.GetRequiredService<StorageSetup>().EnsureAsync(CancellationToken.None);
            var entries = new DemonstrationEntries(Henan);
            var owed = reporting.GetRequiredService<Programmes>().All.SelectMany(p => Obligation.Of(p, Quarter).Select(o => (Programme: p, Owed: o)));
            await Parallel.ForEachAsync(owed, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (one, _) => await ReportAsync(reporting, one.Programme, one.Owed, entries.Of(one.Owed)));
        }
        return HostOf(storage, programmes, Closing());
    }

    private static DateTimeOffset Closing() => BeijingTime.EndOf(Dates.SignBy ?? Dates.ReviewBy).AddMinutes(5);

    private static ServiceProvider HostOf(string storage, int programmes, DateTimeOffset now)
    {
        var settings = new Dictionary<string, string?> { ["Storage:ConnectionString"] = storage, ["Publishing:Demonstration"] = "true" };
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new DemonstrationClock(now))
            .AddReporting(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.RemoveAll<Programmes>();
        services.AddSingleton(new Programmes([.. Enumerable.Range(1, programmes).Select(n => Henan with { Id = $"province-{n:00}" })]));
        return services.BuildServiceProvider();
    }

    private static async Task ReportAsync(ServiceProvider host, Programme programme, Obligation owed, EntryContent content)
    {
        var address = new EntryAddress(programme.Id, owed.Period.ToString(), owed.Plan, owed.Task, owed.Unit);
        var clerk = new Caller("李梅", Role.Unit, owed.Unit, "key-1");
        var put = Stored(await host.GetRequiredService<PutEntry>().RunAsync(clerk, address, content, ChangeTerms.None, CancellationToken.None));
        var submitted = Stored(await host.GetRequiredService<SubmitEntry>().RunAsync(clerk, address, new ChangeTerms(new IfMatch([put.Hash]), null), CancellationToken.None));
        Stored(await host.GetRequiredService<AcceptEntry>().RunAsync(
            new Caller("王强", Role.Office, null, "key-2"), address, new ChangeTerms(new IfMatch([submitted.Hash]), null), CancellationToken.None));
    }

    private static Entry Stored(Outcome<Entry> outcome) => outcome.Value ?? throw new InvalidOperationException(outcome.Refusals[0].DetailEn);

    /// <summary>From the tick to the last file; milliseconds.</summary>
    private static async Task<double> CloseAsync(ServiceProvider host)
    {
        var began = Stopwatch.GetTimestamp();
        await host.GetRequiredService<RunTick>().RunAsync(CancellationToken.None);
        await DrainAsync(host);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task DrainAsync(ServiceProvider host)
    {
        while ((await host.GetRequiredService<TakeWork>().RunOnceAsync(CancellationToken.None)).Count > 0)
        {
        }
    }

    private static Task<IReadOnlyList<PublishedIssue>> PublishedAsync(ServiceProvider host, Programme programme) =>
        host.GetRequiredService<ListIssues>().RunAsync(host.GetRequiredService<Programmes>().All.First(p => p.Id == programme.Id || programme == Henan), null, null, null, CancellationToken.None);

    /// <summary>The same documents in the same forms, from their snapshots, with nothing stored; milliseconds.</summary>
    private static async Task<double> RenderAsync(ServiceProvider host, IReadOnlyList<PublishedIssue> issues)
    {
        var renderers = host.GetServices<IBulletinRenderer>().ToList();
        var snapshots = new List<byte[]>();
        foreach (var issue in issues)
            snapshots.Add((await host.GetRequiredService<GetIssueFile>().RunAsync(issue, "snapshot", CancellationToken.None))?.Content ?? throw new InvalidOperationException($"{issue.Id} has no snapshot."));
        var began = Stopwatch.GetTimestamp();
        foreach (var snapshot in snapshots)
        {
            var document = ComposeIssue.Compose(SnapshotJson.Read(snapshot));
            foreach (var renderer in renderers)
                renderer.Render(document);
        }
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>How long at least one HTTP request to storage was under way.</summary>
    private sealed class StorageTime : IDisposable
    {
        private readonly List<(DateTime From, DateTime To)> requests = [];
        private readonly ActivityListener listener;

        public StorageTime()
        {
            listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "System.Net.Http",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = activity =>
                {
                    lock (requests)
                        requests.Add((activity.StartTimeUtc, activity.StartTimeUtc + activity.Duration));
                },
            };
            ActivitySource.AddActivityListener(listener);
        }

        public int Count
        {
            get
            {
                lock (requests)
                    return requests.Count;
            }
        }

        public double Milliseconds
        {
            get
            {
                var (total, until) = (TimeSpan.Zero, DateTime.MinValue);
                lock (requests)
                {
                    foreach (var (from, to) in requests.OrderBy(r => r.From))
                    {
                        if (to > until)
                            total += to - (from > until ? from : until);
                        until = to > until ? to : until;
                    }
                }
                return total.TotalMilliseconds;
            }
        }

        public void Dispose() => listener.Dispose();
    }
}
