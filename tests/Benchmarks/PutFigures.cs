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
/// One entry's PUT over HTTP against the storage calls it cannot do without, written straight to the emulator by as many clients at once:
/// the query for the entry as it stands and the transaction of current row and version.
/// </summary>
internal static class PutFigures
{
    private const int Clients = 16;
    private const int WritesAClient = 60;
    private const int Rounds = 3;

    internal static async Task RunAsync(MeasuredSite site)
    {
        var period = site.Programme.Calendar.Periods[0];
        var entries = new DemonstrationEntries(site.Programme);
        List<Obligation> owed = [.. Obligation.Of(site.Programme, period).Where(o => o.Task is not null).Take(Clients)];
        var keys = await LocalKeys.GrantAsync(site.Services, CancellationToken.None);
        var office = keys.Single(k => k.Role == Role.Office).Key;
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = site.Address };
        var bare = new TableServiceClient(site.ConnectionString).GetTableClient("BarePuts");
        await bare.CreateIfNotExistsAsync();

        var versions = new EntityTagHeaderValue?[Clients];

        var (put, query, transaction) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var measured = (
                Put: await PerSecondAsync(async (client, _) =>
                    versions[client] = await PutAsync(http, office, site.Programme.Id, owed[client], entries.Of(owed[client]), versions[client])),
                Both: await PerSecondAsync((client, n) => WriteAsync(bare, $"q{round}", entries.Of(owed[client]), owed[client], n, query: true)),
                Transaction: await PerSecondAsync((client, n) => WriteAsync(bare, $"t{round}", entries.Of(owed[client]), owed[client], n, query: false)));
            // The first round warms up.
            if (round > 0)
            {
                put.Add(measured.Put);
                query.Add(measured.Both);
                transaction.Add(measured.Transaction);
            }
        }
        var (http1, both1, transaction1) = (FiguresCommand.Median(put), FiguresCommand.Median(query), FiguresCommand.Median(transaction));
        FiguresCommand.Line("entry: PUT over HTTP, 16 clients", http1, "a second");
        FiguresCommand.Line("entry: the same transaction straight to storage", transaction1, "a second");
        FiguresCommand.Line("entry: query and transaction straight to storage", both1, "a second");
        FiguresCommand.Line("entry: PUT against transaction", http1 / transaction1, "of its rate");
        FiguresCommand.Line("entry: PUT against query and transaction", http1 / both1, "of its rate");
    }

    private static async Task<double> PerSecondAsync(Func<int, int, Task> write)
    {
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            for (var n = 0; n < WritesAClient; n++)
                await write(client, n);
        }));
        return Clients * WritesAClient / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<EntityTagHeaderValue?> PutAsync(
        HttpClient http, string key, string programme, Obligation owed, EntryContent content, EntityTagHeaderValue? version)
    {
        var address = new Uri($"api/{programme}/progress/{owed.Period}/{owed.Plan}/{owed.Task}?unit={owed.Unit}", UriKind.Relative);
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(content, options: ReportingJson.Options) };
        request.Headers.Add("X-Api-Key", key);
        if (version is not null)
            request.Headers.IfMatch.Add(version);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return answer.Headers.ETag;
    }

    private static async Task WriteAsync(TableClient table, string run, EntryContent content, Obligation owed, int n, bool query)
    {
        var key = new EntryKey(run, owed.Period, owed.Plan, owed.Task, owed.Unit);
        var entry = EntryRow.Sealed(new Entry(key, n + 1, EntryState.Draft, content, null, BeijingTime.StartOf(owed.Period.LastDay), "填报人", null, null, ""));
        if (query)
            await table.GetEntityIfExistsAsync<TableEntity>(ProgressKeys.Partition(key), ProgressKeys.CurrentRow(key));
        await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.UpsertReplace, EntryRow.ToRow(entry, ProgressKeys.CurrentRow(key))),
            new(TableTransactionActionType.Add, EntryRow.ToRow(entry, ProgressKeys.VersionRow(key, n + 1))),
        ]);
    }
}
