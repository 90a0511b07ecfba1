using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;
using Testing;

namespace Reporting.Tests.Storage;

public sealed class ContributionsTableTests(AzuriteFixture azurite)
{
    private static readonly EntryKey Key = new("henan-2012", new Period(2012, 1), "automotive", "R08", "finance");
    private static readonly DateTimeOffset At = new(2012, 4, 5, 9, 30, 0, 123, 456, TimeSpan.FromHours(8));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Period_HoldsContributionsThatSaySomething_OfItsPartition()
    {
        var storage = azurite.FreshStorage();
        var (table, _) = await NewTableAsync(storage);
        await WriteAsync(table, Key, "已拨付。");
        await WriteAsync(table, Key with { Unit = "zhengzhou" }, "选址已定。", null);
        await WriteAsync(table, Key with { Period = new Period(2012, 2) }, "下一期。");
        await WriteAsync(table, Key with { Task = "R01", Unit = "industry-it" }, "另一任务。");

        var period = await new ProgressTable(Connection(storage)).ReadPeriodAsync("henan-2012", Key.Period, "automotive", Cancellation);
        var task = await table.ReadTaskAsync("henan-2012", Key.Period, "automotive", "R08", Cancellation);

        Assert.Equal([("R01", "另一任务。"), ("R08", "已拨付。")], period.Contributions.Select(c => (c.Key.Task, c.Text)));
        Assert.Empty(period.Entries);
        Assert.Equal([("finance", 1, "已拨付。"), ("zhengzhou", 2, null)], task.Select(c => (c.Key.Unit, c.Version, c.Text)));
        Assert.All(task, c => Assert.Equal(At, c.At));
    }

    [Fact]
    public async Task Write_IsRefused_WhenAnotherWriterWasFirst()
    {
        var (table, _) = await NewTableAsync(azurite.FreshStorage());
        await WriteAsync(table, Key, "甲");
        var read = await table.FindAsync(Key, Cancellation);

        var first = await table.WriteAsync(Key, "乙", At, "李梅", read, idempotency: null, Cancellation);
        var second = await table.WriteAsync(Key, "丙", At, "李梅", read, idempotency: null, Cancellation);
        var anew = await table.WriteAsync(Key, "丁", At, "李梅", previous: null, idempotency: null, Cancellation);

        Assert.Equal((2, read?.Contribution.Hash), (first?.Version, first?.PreviousHash));
        Assert.Null(second);
        Assert.Null(anew);
        Assert.Equal(["甲", "乙"], (await table.ReadVersionsAsync(Key, Cancellation)).Select(v => v.Text));
    }

    [Theory]
    [InlineData("Text", "改过")]
    [InlineData("By", "别人")]
    [InlineData("At", "2012-04-01T00:00:00.0000000Z")]
    [InlineData("Unit", "zhengzhou")]
    [InlineData("Hash", "00")]
    public async Task Chain_IsBroken_WhenAStoredVersionIsChanged(string property, string value)
    {
        var (table, rows) = await NewTableAsync(azurite.FreshStorage());
        await WriteAsync(table, Key, "甲", "乙");
        Assert.Null(await table.FirstBrokenVersionAsync(Key, Cancellation));

        TableEntity row = await rows.GetEntityAsync<TableEntity>(
            ProgressKeys.Partition(Key), ProgressKeys.ContributionVersionRow(Key, 1), cancellationToken: Cancellation);
        row[property] = value;
        await rows.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancellation);

        Assert.Equal(1, await table.FirstBrokenVersionAsync(Key, Cancellation));
    }

    private static async Task WriteAsync(ContributionsTable table, EntryKey key, params string?[] texts)
    {
        foreach (var text in texts)
            Assert.NotNull(await table.WriteAsync(key, text, At, "李梅", await table.FindAsync(key, Cancellation), idempotency: null, Cancellation));
    }

    private static StorageConnection Connection(string storage) => new(Options.Create(new StorageOptions { ConnectionString = storage }));

    private static async Task<(ContributionsTable Table, TableClient Rows)> NewTableAsync(string storage)
    {
        await new StorageSetup(Connection(storage)).EnsureAsync(Cancellation);
        return (new ContributionsTable(Connection(storage)), new TableClient(storage, StorageNames.Progress));
    }
}
