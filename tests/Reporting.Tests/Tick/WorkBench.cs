using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Reporting.Bulletins.Documents;
using Reporting.Catalogue;
using Reporting.Delivery;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tests.Catalogue;
using Reporting.Tick;
using Testing;

namespace Reporting.Tests.Tick;

/// <summary>
/// The core as a host runs it, over a storage account of its own and a programme of two plans: 3 issues after the first quarter, 6 after
/// the second. Every rendering gives other bytes, so that rendering twice shows.
/// </summary>
internal sealed class WorkBench : IAsyncDisposable
{
    /// <summary>A day on which the first quarter's issues are due and the second's are not.</summary>
    public static readonly DateTimeOffset AfterFirstQuarter = new(2012, 5, 10, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A day on which the second quarter's issues are due and the third's are not.</summary>
    public static readonly DateTimeOffset AfterSecondQuarter = new(2012, 8, 10, 9, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider services;

    private WorkBench(string storage, SettableClock clock, Programme? programme = null, IBulletinRenderer? renderer = null)
    {
        Clock = clock;
        var settings = new Dictionary<string, string?> { ["Storage:ConnectionString"] = storage, ["Publishing:Demonstration"] = "true" };
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddSingleton<IWorkTrace>(Trace);
        collection.AddReporting(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        collection.RemoveAll<IBulletinRenderer>();
        collection.AddSingleton(renderer ?? Renderer);
        collection.RemoveAll<IDeliveryChannel>();
        collection.AddSingleton<IDeliveryChannel>(Channel);
        collection.RemoveAll<Programmes>();
        collection.AddSingleton(new Programmes([programme ?? Programme]));
        services = collection.BuildServiceProvider();
    }

    public static Programme Programme { get; } = Henan2012.Programme with
    {
        Plans = [.. Henan2012.Programme.Plans.Where(p => p.Id is "automotive" or "nev")],
    };

    public SettableClock Clock { get; }

    public TestTrace Trace { get; } = new();

    /// <summary>What stands in the place of mail.</summary>
    public ScriptedChannel Channel { get; } = new();

    public UnlikeRenderer Renderer { get; } = new();

    /// <param name="programme">Another form of <see cref="Programme"/>; null is that one.</param>
    /// <param name="renderer">Used in place of <see cref="Renderer"/>.</param>
    public static async Task<WorkBench> StartAsync(string storage, DateTimeOffset now, Programme? programme = null, IBulletinRenderer? renderer = null)
    {
        var bench = new WorkBench(storage, new SettableClock(now), programme, renderer);
        await bench.Get<StorageSetup>().EnsureAsync(TestContext.Current.CancellationToken);
        return bench;
    }

    /// <summary>A second host over the same storage and the same clock.</summary>
    public static WorkBench Beside(WorkBench first, string storage) => new(storage, first.Clock);

    public static IssueKey Issue(string period, IssueKind kind, string? plan) => new(Programme.Id, Period.Parse(period, null), kind, plan);

    public T Get<T>()
        where T : class => services.GetRequiredService<T>();

    public Task<TickResult> TickAsync() => Get<RunTick>().RunAsync(TestContext.Current.CancellationToken);

    public Task<WorkOutcome> HandleAsync(IssueKey issue) =>
        Get<DoWork>().HandleAsync(WorkMessage.Write(issue), TestContext.Current.CancellationToken);

    /// <summary>Works until no message waits, and sends what is to be sent; how the work ended.</summary>
    public async Task<IReadOnlyList<WorkOutcome>> DrainAsync()
    {
        var all = new List<WorkOutcome>();
        while (await Get<TakeWork>().RunOnceAsync(TestContext.Current.CancellationToken) is { Count: > 0 } outcomes)
            all.AddRange(outcomes);
        await DeliverAsync();
        return all;
    }

    /// <summary>Sends what is to be sent, until no message waits; how many messages there were.</summary>
    public async Task<int> DeliverAsync()
    {
        var all = 0;
        while (await Get<TakeDeliveries>().RunOnceAsync(TestContext.Current.CancellationToken) is > 0 and var count)
            all += count;
        return all;
    }

    public async Task<IReadOnlyList<string>> PublishedAsync() =>
        [.. (await ListAsync()).Select(i => $"{i.Id} {i.Number}")];

    public Task<IReadOnlyList<PublishedIssue>> ListAsync() =>
        Get<ListIssues>().RunAsync(Programme, null, null, null, TestContext.Current.CancellationToken);

    public async Task<PublishedIssue> FindAsync(IssueKey issue) =>
        await Get<ListIssues>().FindAsync(Programme, IssueSeries.Id(issue), TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException($"{IssueSeries.Id(issue)} is not published.");

    public async Task<byte[]> FileAsync(PublishedIssue issue, string shortName) =>
        (await Get<GetIssueFile>().RunAsync(issue, shortName, TestContext.Current.CancellationToken))?.Content
        ?? throw new InvalidOperationException($"{issue.Id} has no {shortName}.");

    public Task<IReadOnlyList<RunRecord>> RunsAsync() => Get<RunsTable>()
        .ReadMonthAsync(Programme.Id, BeijingTime.DateOf(Clock.Now), 100, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>Does what a test asks at a step; nothing otherwise.</summary>
internal sealed class TestTrace : IWorkTrace
{
    public Action<IssueKey, WorkStep> At { get; set; } = (_, _) => { };

    public void Reached(IssueKey issue, WorkStep reached) => At(issue, reached);
}

/// <summary>A way to send that answers what a test says, and keeps what it was given.</summary>
internal sealed class ScriptedChannel : IDeliveryChannel
{
    private readonly ConcurrentQueue<Parcel> sent = new();

    public DeliveryChannel Channel => DeliveryChannel.Email;

    public bool Configured { get; set; } = true;

    public Func<Parcel, Task<SendResult>> Answer { get; set; } = _ => Task.FromResult(new SendResult(SendOutcome.Taken, "250 taken"));

    public IReadOnlyList<Parcel> Sent => [.. sent];

    /// <summary>What happens before anything is sent.</summary>
    public Action<Parcel> Preparing { get; set; } = _ => { };

    /// <summary>What happens while it is sent; gets what would break it off.</summary>
    public Action<CancellationToken> Sending { get; set; } = _ => { };

    public Task<IPreparedDelivery> PrepareAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        Preparing(parcel);
        return Task.FromResult<IPreparedDelivery>(new Prepared(this, parcel));
    }

    private sealed class Prepared(ScriptedChannel channel, Parcel parcel) : IPreparedDelivery
    {
        public Task<SendResult> SendAsync(CancellationToken cancellationToken)
        {
            channel.sent.Enqueue(parcel);
            channel.Sending(cancellationToken);
            return channel.Answer(parcel);
        }

        public void Dispose()
        {
        }
    }
}

/// <summary>Renders the same document to other bytes each time and counts.</summary>
internal sealed class UnlikeRenderer : IBulletinRenderer
{
    private readonly ConcurrentQueue<string> titles = new();

    public string FileName => "bulletin.pdf";

    public string Engine => "Unlike 1";

    public int Count => titles.Count;

    public byte[] Render(Document document)
    {
        titles.Enqueue(document.Title);
        return System.Text.Encoding.UTF8.GetBytes($"{document.Title} {Guid.NewGuid()}");
    }
}
