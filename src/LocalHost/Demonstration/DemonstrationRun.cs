using System.Diagnostics;
using LocalHost.Emulator;
using LocalHost.Hosting;
using Reporting.Catalogue;
using Reporting.Schedule;
using Reporting.Tick;

namespace LocalHost.Demonstration;

/// <summary>
/// The main job from end to end: a store of its own, the API on a free port, some quarters of entries, and the issues that the tick makes of
/// them, written to a folder. The same files come of it every time, but for the signatures.
/// </summary>
/// <param name="quarters">How many quarters of the year it tells, from the first on.</param>
internal sealed class DemonstrationRun(string output, DemonstrationWatcher watcher, int quarters = DemonstrationRun.UsualQuarters)
{
    internal const int UsualQuarters = 2;
    private const string ProgrammeId = "henan-2012";
    private static readonly Period[] Year = [new(2012, 1), new(2012, 2), new(2012, 3), new(2012, 4)];

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <summary>How long may pass without another issue; making one takes well under a second.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly IssueWatch watch = new();
    private readonly PublishedFolder folder = new(output);

    /// <exception cref="LocalRunException">Something failed, or fewer issues were published than are due.</exception>
    internal async Task<IReadOnlyList<WrittenIssue>> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        folder.Clear(Year);
        var store = Path.Combine(Path.GetTempPath(), $"bulletins-demo-{Guid.NewGuid():N}");
        try
        {
            await using var azurite = await Azurite.StartAsync(OwnStore(args, store), cancellationToken);
            using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var run = RunAsync(args, azurite.ConnectionString, cancelled.Token);
            if (await Task.WhenAny(run, azurite.Died) == run)
                return await run;
            await cancelled.CancelAsync();
            await run.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw await azurite.Died;
        }
        finally
        {
            if (Directory.Exists(store))
                Directory.Delete(store, recursive: true);
        }
    }

    /// <summary>The settings' Node and node_modules, but a folder and ports of our own.</summary>
    private static AzuriteOptions OwnStore(string[] args, string store)
    {
        var options = ServeCommand.OptionsOf<AzuriteOptions>(Site.Configure(args).Configuration, AzuriteOptions.Section);
        options.Location = store;
        (options.BlobPort, options.QueuePort, options.TablePort) = (0, 0, 0);
        return options;
    }

    private async Task<IReadOnlyList<WrittenIssue>> RunAsync(string[] args, string connectionString, CancellationToken cancellationToken)
    {
        var clock = new DemonstrationClock(BeijingTime.StartOf(Year[0].LastDay));
        var builder = Site.Configure(args);
        builder.Configuration.AddInMemoryCollection(Settings(connectionString));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IWorkTrace>(watch);
        builder.Services.AddHostedService<TickTimer>();
        QueueListener.AddTo(builder.Services);
        await using var app = await Site.BuildAsync(builder, cancellationToken);
        await app.StartAsync(cancellationToken);
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
        try
        {
            return await TellAsync(app, clock, cancelled.Token);
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    private static Dictionary<string, string?> Settings(string connectionString) => new()
    {
        ["Urls"] = "http://127.0.0.1:0",
        ["Storage:ConnectionString"] = connectionString,
        ["Storage:NamePrefix"] = "",
        ["Publishing:Demonstration"] = "true",
        ["Signing:PrivateKeyFile"] = "",
        ["Delivery:Mail:PickupFolder"] = "",
        ["Delivery:Webhook:KeyFile"] = "",
        ["Logging:LogLevel:Default"] = "Warning",
        // One machine plays all units and the office at once.
        ["RateLimits:PerSecond"] = "1000000",
        ["RateLimits:Burst"] = "1000000",
        ["Logging:LogLevel:Reporting.Publishing.ManifestSigner"] = "Error",
    };

    private async Task<IReadOnlyList<WrittenIssue>> TellAsync(WebApplication app, DemonstrationClock clock, CancellationToken cancellationToken)
    {
        if (!app.Services.GetRequiredService<Programmes>().TryGet(ProgrammeId, out var programme))
            throw new LocalRunException($"演示需要目录 {ProgrammeId}，请检查设置 Catalogue:Folders。", $"The demonstration needs the catalogue {ProgrammeId}; check the setting Catalogue:Folders.");
        var keys = await LocalKeys.GrantAsync(app.Services, cancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var client = new ReportingClient(http, programme.Id, keys);
        var entries = new DemonstrationEntries(programme);
        var written = new List<WrittenIssue>();
        foreach (var period in Year.Take(quarters))
        {
            await new DemonstrationCorrections(programme, period, entries, client, clock, watcher).RunAsync(cancellationToken);
            await new DemonstrationQuarter(programme, period, entries, client, clock, watcher).RunAsync(cancellationToken);
            written.AddRange(await PublishAsync(client, programme, period, clock, cancellationToken));
        }
        await folder.WriteKeyAsync(await client.FileAsync("api/signing-key", cancellationToken), cancellationToken);
        return written;
    }

    /// <summary>Moves the clock past the period's signing day, lets the timer and the listener do their work, and fetches what was published.</summary>
    private async Task<IReadOnlyList<WrittenIssue>> PublishAsync(
        ReportingClient client, Programme programme, Period period, DemonstrationClock clock, CancellationToken cancellationToken)
    {
        var dates = PeriodDates.Of(period, programme.Calendar);
        var after = BeijingTime.EndOf(dates.SignBy ?? dates.ReviewBy).AddMinutes(5);
        var due = DueWork.Of(programme, after).Count(i => i.Period == period);
        var step = $"{period} 编发 publish";
        watcher.Began(step, due);
        void Advance() => watcher.Advanced(step);
        watch.Published += Advance;
        clock.MoveTo(after);
        var issues = await PublishedAsync(client, period, due, cancellationToken);
        watch.Published -= Advance;

        var written = new List<WrittenIssue>();
        foreach (var issue in issues)
            written.Add(await folder.WriteAsync(programme, issue, client, watch.Of(issue.Id), cancellationToken));
        return written;
    }

    /// <exception cref="LocalRunException">A run failed, or nothing more came for a while.</exception>
    private static async Task<IReadOnlyList<ListedIssue>> PublishedAsync(
        ReportingClient client, Period period, int due, CancellationToken cancellationToken)
    {
        var count = -1;
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var issues = await client.PublishedAsync(period, cancellationToken);
            if (issues.Count == due)
                return issues;
            if ((await client.RunsAsync(cancellationToken)).FirstOrDefault(r => r.Bad) is { } bad)
            {
                throw new LocalRunException(
                    $"{period} 应编发 {due} 期，{bad.What} 未能编发（{bad.Outcome}）：{bad.Error}",
                    $"{period}: {due} issues are due; {bad.What} {bad.Outcome}: {bad.Error}");
            }
            if (issues.Count > count)
                (count, since) = (issues.Count, Stopwatch.GetTimestamp());
            else if (Stopwatch.GetElapsedTime(since) > Patience)
            {
                throw new LocalRunException(
                    $"{period} 应编发 {due} 期，已编发 {issues.Count} 期，此后再无进展。",
                    $"{period}: {due} issues are due, {issues.Count} were published, and no more came.");
            }
            await Task.Delay(BetweenLooks, cancellationToken);
        }
    }
}
