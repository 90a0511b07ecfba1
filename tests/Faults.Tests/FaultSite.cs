using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Reporting;
using Reporting.Access;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Delivery;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tick;
using Testing;

namespace Faults.Tests;

/// <summary>
/// A storage account with the programme of 2012, and LocalHost as a process over it, started again and again at a later time. What is stored is
/// looked at from here, by the core's own tables over the true storage, whatever stands between it and the host.
/// </summary>
internal sealed class FaultSite : IAsyncDisposable
{
    /// <summary>The tests start several processes each and would only be in each other's way.</summary>
    public const string OneAtATime = "faults";

    /// <summary>Longer than a claim stands, so that a host that is started again may take over what the one before held.</summary>
    public static readonly TimeSpan BetweenStarts = DoWork.Lease + TimeSpan.FromMinutes(5);

    /// <summary>A day on which entries of the first quarter are taken; nothing that is done from here looks at the clock later.</summary>
    private static readonly DateTimeOffset WhileUnitsReport = new(2012, 4, 5, 1, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly TemporaryFolder folder = new();
    private readonly ServiceProvider services;
    private readonly string storage;
    private readonly CatalogueCopy? copy;
    private readonly string catalogue;

    private FaultSite(string storage, DateTimeOffset now, IReadOnlyList<string>? plans)
    {
        this.storage = storage;
        Now = now;
        copy = plans is null ? null : CopyWith(plans);
        catalogue = copy?.Folder ?? Original;
        var settings = new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = storage,
            ["Signing:PrivateKeyFile"] = KeyFile,
            ["Catalogue:Folders:0"] = catalogue,
            ["Publishing:StartOn"] = "2012-01-01",
        };
        services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new SettableClock(WhileUnitsReport)).AddReporting(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        Programme = services.GetRequiredService<Programmes>().All.Single();
    }

    public Programme Programme { get; }

    /// <summary>What the next host's clock begins with.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>In place of the storage itself for the hosts that are started; null for none.</summary>
    public string? Through { get; set; }

    public string PublicKey => services.GetRequiredService<ManifestSigner>().PublicKey;

    private static string Original => Path.Combine(AppContext.BaseDirectory, CatalogueOptions.DefaultFolder);

    private string KeyFile => Path.Combine(folder.Path, "signing-key.pem");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Entries that were accepted before anything went wrong; each must stand as it was.</summary>
    public IReadOnlyList<Entry> Accepted { get; private set; } = [];

    /// <summary>Gets every issue, by mail into a folder.</summary>
    public const string Subscriber = "governor";

    /// <summary>The mails that were handed over.</summary>
    public IReadOnlyList<string> Mails => Directory.Exists(MailFolder) ? [.. Directory.EnumerateFiles(MailFolder, "*.eml").Select(file => Path.GetFileNameWithoutExtension(file))] : [];

    private string MailFolder => Path.Combine(folder.Path, "mail");

    /// <summary>A new site in whose first quarter each plan has an accepted entry.</summary>
    /// <param name="plans">The only plans that have a bulletin, so that a slow fault is met in a few issues; null for the calendar as it is.</param>
    public static async Task<FaultSite> OverAsync(string storage, DateTimeOffset now, IReadOnlyList<string>? plans = null)
    {
        var site = new FaultSite(storage, now, plans);
        await site.Get<StorageSetup>().EnsureAsync(Cancellation);
        var accepted = new List<Entry>();
        foreach (var plan in site.Programme.Plans)
            accepted.Add(await site.ReportAsync(plan));
        site.Accepted = accepted;
        var subscriber = new Subscriber("副省长办公室", DeliveryChannel.Email, "governor@example.gov.cn");
        Assert.Empty((await site.Get<SubscriberBook>().PutAsync(
            new Caller("李梅", Role.Office, null, "key-2"), site.Programme.Id, Subscriber, subscriber, ChangeTerms.None, Cancellation)).Refusals);
        return site;
    }

    public T Get<T>()
        where T : class => services.GetRequiredService<T>();

    /// <param name="hold">A step and how often it is reached before the host stops there; null to let it work.</param>
    public HostProcess Start((WorkStep Step, int Count)? hold = null, params string[] more)
    {
        Dictionary<string, string> environment = new() { ["ASPNETCORE_ENVIRONMENT"] = "Production" };
        if (hold is var (step, count))
        {
            environment["DOTNET_STARTUP_HOOKS"] = Path.Combine(AppContext.BaseDirectory, "Faults.Hooks.dll");
            environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = "Faults.Hooks";
            environment["FAULTS_HOLD_AT"] = string.Create(CultureInfo.InvariantCulture, $"{step}:{count}");
        }
        return HostProcess.Start(
            folder.Path,
            environment,
            [
                "--urls=http://127.0.0.1:0",
                $"--Storage:ConnectionString={Through ?? storage}",
                $"--Catalogue:Folders:0={catalogue}",
                $"--Clock:Start={Now:O}",
                $"--Signing:PrivateKeyFile={KeyFile}",
                $"--Delivery:Mail:PickupFolder={MailFolder}",
                "--Access:AdminKey=an admin key for tests, forty characters long",
                .. more,
            ]);
    }

    /// <summary>Every issue that is to be published by now.</summary>
    public IReadOnlyList<IssueKey> Due() =>
        [.. DueWork.Of(Programme, Now).Where(issue => DueWork.SignsItself(issue.Period, Programme.Calendar, Now))];

    public Task<IReadOnlyList<PublishedIssue>> PublishedAsync() => Get<ListIssues>().RunAsync(Programme, null, null, null, Cancellation);

    /// <summary>Every row of the outbox.</summary>
    public async Task<IReadOnlyList<OutboxDelivery>> OutboxAsync() =>
        (await Get<DeliveryBook>().ListAsync(new DeliveryQuery(Programme.Id, null, null, null), Cancellation)).Value?.Deliveries ?? [];

    /// <summary>Whether everything due is published, its pieces of work are done, and nothing in the outbox waits.</summary>
    public async Task<bool> IsSettledAsync()
    {
        var due = Due().ToHashSet();
        var done = new HashSet<IssueKey>();
        foreach (var year in due.Select(issue => issue.Period.Year).Distinct())
            done.UnionWith((await Get<WorkTable>().ReadYearAsync(Programme.Id, year, Cancellation)).Where(piece => piece.State == WorkState.Done).Select(piece => piece.Issue));
        return due.IsSubsetOf(done) && (await OutboxAsync()).All(row => row.State is not (OutboxState.Waiting or OutboxState.Sending));
    }

    /// <summary>Returns when everything due is published and sent, or the host has ended, or said the text, or has had nothing new to show for a minute.</summary>
    /// <returns>Whether everything due is published and sent.</returns>
    public async Task<bool> UntilSettledAsync(HostProcess host, string? orSaid = null)
    {
        var (before, since) = (-1, Stopwatch.GetTimestamp());
        while (!host.HasExited && Stopwatch.GetElapsedTime(since) < Patience && (orSaid is null || !host.Output.Contains(orSaid, StringComparison.Ordinal)))
        {
            if (await IsSettledAsync())
                return true;
            if (host.Output.Length is var said && said != before)
                (before, since) = (said, Stopwatch.GetTimestamp());
            await Task.Delay(BetweenLooks, Cancellation);
        }
        return await IsSettledAsync();
    }

    private static CatalogueCopy CopyWith(IReadOnlyList<string> plans)
    {
        var copy = new CatalogueCopy();
        copy.Edit("calendar.json", text =>
        {
            var calendar = JsonNode.Parse(text) ?? throw new InvalidOperationException("No calendar.");
            var rule = calendar["kinds"]?[0]?.DeepClone() ?? throw new InvalidOperationException("No kinds.");
            rule["plans"] = new JsonArray([.. plans.Select(plan => JsonValue.Create(plan))]);
            calendar["kinds"] = new JsonArray(rule);
            return calendar.ToJsonString();
        });
        return copy;
    }

    private async Task<Entry> ReportAsync(Plan plan)
    {
        var unit = plan.Tasks[0].LeadUnits.First(id => Programme.TryGetUnit(id, out var found) && !found.Generic);
        var address = new EntryAddress(Programme.Id, "2012Q1", plan.Id, plan.Tasks[0].Id, unit);
        var clerk = new Caller("李梅", Role.Unit, unit, "key-1");
        var content = new EntryContent(SelfRating.OnTrack, 26m, "一期工程主体完工。", "安装设备。", [], [], []);
        var put = Stored(await Get<PutEntry>().RunAsync(clerk, address, content, ChangeTerms.None, Cancellation));
        var submitted = Stored(await Get<SubmitEntry>().RunAsync(clerk, address, new ChangeTerms(new IfMatch([put.Hash]), null), Cancellation));
        return Stored(await Get<AcceptEntry>().RunAsync(new Caller("王强", Role.Office, null, "key-2"), address, new ChangeTerms(new IfMatch([submitted.Hash]), null), Cancellation));
    }

    private static Entry Stored(Outcome<Entry> outcome) => outcome.Value ?? throw new InvalidOperationException(outcome.Refusals[0].DetailEn);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        copy?.Dispose();
        folder.Dispose();
    }
}
