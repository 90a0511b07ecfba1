using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;
using Testing;

namespace Reporting.Tests.Storage;

public sealed class ProgressTableTests(AzuriteFixture azurite)
{
    private static readonly EntryKey Key = new("henan-2012", new Period(2012, 1), "automotive", "R03", "zhengzhou");
    private static readonly DateTimeOffset At = new(2012, 4, 5, 9, 30, 0, 123, 456, TimeSpan.FromHours(8));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entry_IsReadAsItWasWritten()
    {
        var (table, _) = await NewTableAsync();
        var content = new EntryContent(
            SelfRating.Blocked,
            12.5m,
            "第一行\n第二行",
            null,
            [new EntryFigure("automotive-T05", 15.60m, "万辆", 12m, Preliminary: false)],
            [new EntryProblem(ProblemKind.Land, "征地", "请协调", "land-resources")],
            [new ProjectUpdate("automotive-P001", ProjectStage.InProduction, 1m, null, ProblemKind.Funds)],
            "说明");

        var written = await table.WriteAsync(Key, Change(content), previous: null, idempotency: null, Cancellation);
        var read = await table.FindAsync(Key, Cancellation);

        Assert.Equal(Json(written), Json(read?.Entry));
        Assert.Equal(Json(content), Json(read?.Entry.Content));
        Assert.Equal(At, read?.Entry.At);
    }

    [Fact]
    public async Task Period_HoldsTheCurrentEntriesOfItsPartitionOnly()
    {
        var (table, _) = await NewTableAsync();
        var indicators = Key with { Task = null, Unit = "industry-it" };
        EntryKey[] others = [Key with { Period = new Period(2012, 2) }, Key with { Plan = "steel" }, Key with { Programme = "henan-2013" }];
        foreach (var key in (EntryKey[])[Key, indicators, .. others])
            await WriteTwiceAsync(table, key);

        var entries = (await table.ReadPeriodAsync("henan-2012", Key.Period, "automotive", Cancellation)).Entries;

        Assert.Equal([Key, indicators], entries.Select(e => e.Key));
        Assert.All(entries, e => Assert.Equal(2, e.Version));
    }

    [Fact]
    public async Task Write_IsRefused_WhenAnotherWriterWasFirst()
    {
        var (table, _) = await NewTableAsync();
        await table.WriteAsync(Key, Change(Content("甲")), previous: null, idempotency: null, Cancellation);
        var read = await table.FindAsync(Key, Cancellation);
        var first = await table.WriteAsync(Key, Change(Content("乙")), read, idempotency: null, Cancellation);

        var second = await table.WriteAsync(Key, Change(Content("丙")), read, idempotency: null, Cancellation);
        var anew = await table.WriteAsync(Key, Change(Content("丁")), previous: null, idempotency: null, Cancellation);

        Assert.Equal(2, first?.Version);
        Assert.Null(second);
        Assert.Null(anew);
        Assert.Equal(["甲", "乙"], (await table.ReadVersionsAsync(Key, Cancellation)).Select(v => v.Content.Progress));
    }

    private static string Json(object? value) => JsonSerializer.Serialize(value, ReportingJson.Options);

    private static EntryContent Content(string progress) => new(null, null, progress, null, [], [], []);

    private static EntryChange Change(EntryContent content) => new(EntryState.Draft, content, FirstSubmittedAt: null, At, "张三", Reason: null);

    private static async Task WriteTwiceAsync(ProgressTable table, EntryKey key)
    {
        await table.WriteAsync(key, Change(Content("甲")), previous: null, idempotency: null, Cancellation);
        await table.WriteAsync(key, Change(Content("乙")), await table.FindAsync(key, Cancellation), idempotency: null, Cancellation);
    }

    private async Task<(ProgressTable Table, TableClient Rows)> NewTableAsync()
    {
        var connection = new StorageConnection(Options.Create(new StorageOptions { ConnectionString = azurite.FreshStorage() }));
        await new StorageSetup(connection).EnsureAsync(Cancellation);
        return (new ProgressTable(connection), connection.Table(StorageNames.Progress));
    }
}
