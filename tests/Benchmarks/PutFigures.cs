using System.Diagnostics;
using System.Net.Http.Headers;
using Azure.Data.Tables;
using LocalHost.Demonstration;
using LocalHost.Hosting;
using Reporting;
using Reporting.Access;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;

namespace Benchmarks;

/// <summary>
/// One entry's PUT over HTTP, on condition and with an idempotency key, against the storage calls it cannot do without, made straight to the
/// emulator by as many clients at once: one keyed read of the entry as it stands and one transaction of four rows with the same content,
/// and of three, since the draft of an entry has nothing to derive from it. The writes go round all obligations of the quarter, and both
/// tables are made anew for every round: the emulator looks a row up by going through its partition.
/// </summary>
internal sealed class PutFigures : IDisposable
{
    private const int Clients = 16;
    private const int WritesAClient = 30;

    /// <summary>Rounds in which the program is still being compiled.</summary>
    private const int WarmUps = 3;
    private const int Rounds = 5;

    private readonly MeasuredSite site;
    private readonly TableClient progress;
    private readonly TableClient bare;
    private readonly HttpClient http;
    private readonly List<Obligation> owed;
    private readonly List<EntryContent> contents;
    private readonly EntityTagHeaderValue?[] versions;
    private string key = "";

    internal PutFigures(MeasuredSite site)
    {
        this.site = site;
        var entries = new DemonstrationEntries(site.Programme);
        owed = [.. Obligation.Of(site.Programme, site.Programme.Calendar.Periods[0]).Where(o => o.Task is not null)];
        contents = [.. owed.Select(entries.Of)];
        versions = new EntityTagHeaderValue?[owed.Count];
        http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = site.Address };
        var service = new TableServiceClient(site.ConnectionString);
        (progress, bare) = (service.GetTableClient(StorageNames.Progress), service.GetTableClient("BarePuts"));
    }

    public void Dispose() => http.Dispose();

    internal static async Task RunAsync(MeasuredSite site)
    {
        using var figures = new PutFigures(site);
        await figures.StartAsync();
        var (put, four, three) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            await figures.EmptyAsync();
            var rate = await PerSecondAsync(Clients, WritesAClient, figures.PutAsync);
            await figures.EmptyAsync();
            var fourRows = await PerSecondAsync(Clients, WritesAClient, (client, n) => figures.WriteAsync(figures.bare, client, n, mark: true));
            await figures.EmptyAsync();
            var threeRows = await PerSecondAsync(Clients, WritesAClient, (client, n) => figures.WriteAsync(figures.bare, client, n, mark: false));
            if (round < WarmUps)
                continue;
            put.Add(rate);
            four.Add(fourRows);
            three.Add(threeRows);
        }
        FiguresCommand.Line("entry: PUT over HTTP, 16 clients", FiguresCommand.Median(put), "a second");
        FiguresCommand.Line("entry: keyed read and four-row transaction, straight", FiguresCommand.Median(four), "a second");
        FiguresCommand.Line("entry: keyed read and three-row transaction, straight", FiguresCommand.Median(three), "a second");
        FiguresCommand.Line("entry: PUT against read and four rows", FiguresCommand.Median(put.Zip(four, (p, f) => p / f)), "of their rate");
        FiguresCommand.Line("entry: PUT against read and three rows", FiguresCommand.Median(put.Zip(three, (p, t) => p / t)), "of their rate");
    }

    internal async Task StartAsync()
    {
        var keys = await LocalKeys.GrantAsync(site.Services, CancellationToken.None);
        key = keys.First(k => k.Role == Role.Office).Key;
    }

    private async Task EmptyAsync()
    {
        foreach (var table in new[] { progress, bare })
        {
            await table.DeleteAsync();
            await table.CreateAsync();
        }
        Array.Clear(versions);
    }

    internal static async Task<double> PerSecondAsync(int clients, int writes, Func<int, int, Task> write)
    {
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async client =>
        {
            for (var n = 0; n < writes; n++)
                await write(client, n);
        }));
        return clients * writes / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>The n-th write of a client, to an obligation that no other client writes to.</summary>
    internal async Task PutAsync(int client, int n)
    {
        var at = At(client, n);
        var to = owed[at];
        var address = new Uri($"api/{site.Programme.Id}/progress/{to.Period}/{to.Plan}/{to.Task}?unit={to.Unit}", UriKind.Relative);
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(contents[at], options: ReportingJson.Options) };
        request.Headers.Add("X-Api-Key", key);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        if (versions[at] is { } version)
            request.Headers.IfMatch.Add(version);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        versions[at] = answer.Headers.ETag;
    }

    private int At(int client, int n) => n % (owed.Count / Clients) * Clients + client;

    /// <summary>What <see cref="PutAsync"/> asks of storage, asked straight.</summary>
    internal Task ReadAndWriteAsync(int client, int n) => WriteAsync(progress, client, n, mark: false);

    private async Task WriteAsync(TableClient table, int client, int n, bool mark)
    {
        var at = At(client, n);
        var to = owed[at];
        var entryKey = new EntryKey(site.Programme.Id, to.Period, to.Plan, to.Task, to.Unit);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(ProgressKeys.Partition(entryKey), ProgressKeys.CurrentRow(entryKey));
        var read = found.HasValue ? found.Value : null;
        var entry = EntryRow.Sealed(new Entry(
            entryKey, (read?.GetInt32("Version") ?? 0) + 1, EntryState.Draft, contents[at], null, BeijingTime.StartOf(to.Period.LastDay), "填报人", null, null, ""));
        var current = EntryRow.ToRow(entry, ProgressKeys.CurrentRow(entryKey));
        var idempotency = IdempotencyKey.Of("benchmark", "PUT", Guid.NewGuid().ToString("N"), []);
        List<TableTransactionAction> actions =
        [
            read is null ? new(TableTransactionActionType.Add, current) : new(TableTransactionActionType.UpdateReplace, current, read.ETag),
            new(TableTransactionActionType.Add, EntryRow.ToRow(entry, ProgressKeys.VersionRow(entryKey, entry.Version))),
            IdempotencyRow.Add(ProgressKeys.Partition(entryKey), idempotency, entry.Version),
        ];
        if (mark)
            actions.Add(new(TableTransactionActionType.UpsertReplace, EntryRow.ToMark(entry)));
        await table.SubmitTransactionAsync(actions);
    }
}
