using Azure.Data.Tables;
using LocalHost.Demonstration;
using Microsoft.Extensions.DependencyInjection;
using Reporting.Access;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;
using Testing;

namespace Reporting.Web.Tests.Workbooks;

/// <summary>The whole quarter of all 26 units, once as JSON and once as workbooks: what is stored is the same, row by row and hash by hash.</summary>
public sealed class WholeQuarterTests(AzuriteFixture azurite)
{
    private const int AtOnce = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Quarter_IsStoredTheSame_ByJsonAndByWorkbooks(int quarter)
    {
        var period = new Period(2012, quarter);
        var now = new DateTimeOffset(2012, 3 * quarter + 1, 5, 10, 0, 0, TimeSpan.FromHours(8));
        var (json, books) = (azurite.FreshStorage(), azurite.FreshStorage());

        await using (var api = await RunningApi.StartAsync(json))
            await EachUnitAsync(api, now, period, async (programme, key, unit, owed) => await PutAsync(api, programme, key, owed));
        await using (var api = await RunningApi.StartAsync(books))
            await EachUnitAsync(api, now, period, async (programme, key, unit, owed) => await PostAsync(api, programme, key, unit, period, owed));

        var stored = await RowsAsync(json);
        // Draft and submitted: the current row and two versions of 162 entries.
        Assert.Equal(162 * 3, stored.Count);
        Assert.Equal(stored, await RowsAsync(books));
    }

    private static async Task EachUnitAsync(RunningApi api, DateTimeOffset now, Period period, Func<Programme, string, string, IReadOnlyList<Obligation>, Task> report)
    {
        api.Clock.Now = now;
        Assert.True(api.Services.GetRequiredService<Programmes>().TryGet("henan-2012", out var programme));
        var units = Obligation.Of(programme, period).GroupBy(o => o.Unit, StringComparer.Ordinal).ToList();
        Assert.Equal(26, units.Count);
        await Parallel.ForEachAsync(
            units,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (owed, _) => await report(programme, await api.KeyAsync(Role.Unit, owed.Key, "经办人" + owed.Key), owed.Key, [.. owed]));
    }

    private static async Task PutAsync(RunningApi api, Programme programme, string key, IReadOnlyList<Obligation> owed)
    {
        var entries = new DemonstrationEntries(programme);
        foreach (var one in owed)
        {
            var path = one.Task is null ? $"/api/henan-2012/indicators/{one.Period}/{one.Plan}" : $"/api/henan-2012/progress/{one.Period}/{one.Plan}/{one.Task}";
            var content = System.Text.Json.JsonSerializer.Serialize(entries.Of(one), ReportingJson.Options);
            Assert.Equal(201, (await api.SendAsync("PUT", path, key, content)).Status);
            var handed = await api.ChangeAsync("POST", path + "/submit", key);
            Assert.True(handed.Status == 200, handed.Body);
        }
    }

    private static async Task PostAsync(RunningApi api, Programme programme, string key, string unit, Period period, IReadOnlyList<Obligation> owed)
    {
        var entries = new DemonstrationEntries(programme);
        using var book = new EditedWorkbook(await api.GetWorkbookAsync(key, unit, period.ToString())) { SharesTexts = unit.Length % 2 == 0 };
        foreach (var one in owed)
            book.Fill(programme, one, entries.Of(one));
        var answer = await api.PostWorkbookAsync(key, book.Save(), unit, period.ToString(), submit: true);
        Assert.Empty(answer.Errors());
        Assert.All(answer.Outcomes(), outcome => Assert.EndsWith(" submitted v2", outcome, StringComparison.Ordinal));
        Assert.Equal(owed.Count, answer.Outcomes().Count);
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(string connectionString)
    {
        var rows = new List<string>();
        await foreach (var row in new TableClient(connectionString, "Progress").QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
            rows.Add(string.Join('|', row.Where(p => p.Key is not ("odata.etag" or "Timestamp")).Select(p => $"{p.Key}={p.Value}")));
        return rows;
    }
}
