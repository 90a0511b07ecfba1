using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;
using Testing;

namespace Reporting.Tests.Storage;

/// <summary>Rows are changed behind the program's back; the walk names the first version that is not what was written, and what is wrong.</summary>
public sealed class VersionChainTests(AzuriteFixture azurite)
{
    private const int Versions = 4;

    private static readonly EntryKey Key = new("henan-2012", new Period(2012, 1), "automotive", "R03", "zhengzhou");
    private static readonly DateTimeOffset At = new(2012, 4, 5, 9, 30, 0, TimeSpan.FromHours(8));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chain_IsWhole_WhenNobodyTouchedIt()
    {
        var (table, _) = await WrittenAsync();

        var report = await table.WalkAsync(Key, Cancellation);

        Assert.Equal(new ChainReport(Versions, (await table.FindAsync(Key, Cancellation))?.Entry.Hash, FirstBroken: null), report);
        Assert.Null(await table.WalkAsync(Key with { Unit = "jiaozuo" }, Cancellation));
    }

    [Theory]
    [InlineData("Content", """{"figures":[],"problems":[],"projects":[],"progress":"改过"}""")]
    [InlineData("Content", "no longer JSON")]
    [InlineData("By", "别人")]
    [InlineData("Reason", "别的理由")]
    [InlineData("State", "accepted")]
    [InlineData("State", "nonsense")]
    [InlineData("At", "2012-04-01T00:00:00.0000000Z")]
    [InlineData("FirstSubmittedAt", "2012-04-01T00:00:00.0000000Z")]
    [InlineData("PreviousHash", "00")]
    [InlineData("Warnings", "[]")]
    [InlineData("Unit", "jiaozuo")]
    [InlineData("Hash", "00")]
    [InlineData("Hash", 7)]
    public async Task Version_HasAnotherHash_WhenAPropertyIsChanged(string property, object value)
    {
        for (var version = 1; version <= Versions; version++)
        {
            var (table, rows) = await WrittenAsync();
            await ChangeAsync(rows, ProgressKeys.VersionRow(Key, version), row => row[property] = value);
            Assert.Equal(new BrokenVersion(version, ChainFault.Hash), await FirstBrokenAsync(table));
        }
    }

    [Fact]
    public async Task Version_OfTheFirstForm_IsWhole()
    {
        var (table, rows) = await NewTableAsync();
        const string content = """{"selfRating":null,"percent":null,"progress":"甲","nextStep":null,"figures":[],"problems":[],"projects":[],"note":null}""";
        const string hashed = """[1,"henan-2012","2012Q1","automotive","R03","zhengzhou",1,"draft",""";
        var text = $"{hashed}{JsonSerializer.Serialize(content, ReportingJson.Options)},null,\"2012-04-05T01:30:00.0000000Z\",\"张三\",null,null]";
        foreach (var rowKey in new[] { ProgressKeys.CurrentRow(Key), ProgressKeys.VersionRow(Key, 1) })
        {
            var row = new TableEntity(ProgressKeys.Partition(Key), rowKey)
            {
                ["SchemaVersion"] = 1,
                ["Task"] = "R03",
                ["Unit"] = "zhengzhou",
                ["Version"] = 1,
                ["State"] = "draft",
                ["Content"] = content,
                ["At"] = "2012-04-05T01:30:00.0000000Z",
                ["By"] = "张三",
                ["Hash"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            };
            await rows.AddEntityAsync(row, Cancellation);
        }

        Assert.Null(await FirstBrokenAsync(table));
        var read = await table.FindAsync(Key, Cancellation);
        Assert.Equal(("甲", null), (read?.Entry.Content.Progress, read?.Entry.Warnings));
        await table.WriteAsync(Key, new EntryChange(EntryState.Draft, read?.Entry.Content ?? throw new InvalidOperationException(), null, At, "张三", null), read, null, Cancellation);
        Assert.Null(await FirstBrokenAsync(table));
    }

    [Fact]
    public async Task NextVersion_DoesNotFollow_WhenAChangedOneIsSealedAnew()
    {
        var (table, rows) = await WrittenAsync();
        var second = await table.FindVersionAsync(Key, 2, Cancellation) ?? throw new InvalidOperationException("not written");

        var forged = EntryRow.Sealed(second with { By = "别人" });
        await rows.UpsertEntityAsync(EntryRow.ToRow(forged, ProgressKeys.VersionRow(Key, 2)), TableUpdateMode.Replace, Cancellation);

        Assert.Equal(new BrokenVersion(3, ChainFault.Link), await FirstBrokenAsync(table));
    }

    [Fact]
    public async Task Version_IsMissing_WhenItIsTakenOut()
    {
        for (var version = 1; version <= Versions; version++)
        {
            var (table, rows) = await WrittenAsync();
            await rows.DeleteEntityAsync(ProgressKeys.Partition(Key), ProgressKeys.VersionRow(Key, version), cancellationToken: Cancellation);
            Assert.Equal(new BrokenVersion(version, ChainFault.Missing), await FirstBrokenAsync(table));
        }
    }

    [Fact]
    public async Task FirstVersion_IsMissing_WhenAllAreTakenOut()
    {
        var (table, rows) = await WrittenAsync();
        for (var version = 1; version <= Versions; version++)
            await rows.DeleteEntityAsync(ProgressKeys.Partition(Key), ProgressKeys.VersionRow(Key, version), cancellationToken: Cancellation);

        Assert.Equal(new BrokenVersion(1, ChainFault.Missing), await FirstBrokenAsync(table));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(1, 4)]
    [InlineData(3, 4)]
    public async Task Version_IsOutOfItsPlace_WhenTwoAreSwapped(int one, int other)
    {
        var (table, rows) = await WrittenAsync();
        TableEntity first = await rows.GetEntityAsync<TableEntity>(ProgressKeys.Partition(Key), ProgressKeys.VersionRow(Key, one), cancellationToken: Cancellation);
        TableEntity second = await rows.GetEntityAsync<TableEntity>(ProgressKeys.Partition(Key), ProgressKeys.VersionRow(Key, other), cancellationToken: Cancellation);
        (first.RowKey, second.RowKey) = (second.RowKey, first.RowKey);
        await rows.UpsertEntityAsync(first, TableUpdateMode.Replace, Cancellation);
        await rows.UpsertEntityAsync(second, TableUpdateMode.Replace, Cancellation);

        Assert.Equal(new BrokenVersion(one, ChainFault.Link), await FirstBrokenAsync(table));
    }

    [Theory]
    [InlineData("Content", """{"figures":[],"problems":[],"projects":[],"progress":"改过"}""")]
    [InlineData("State", "accepted")]
    [InlineData("By", "别人")]
    [InlineData("Version", 9)]
    [InlineData("Hash", "00")]
    public async Task Entry_IsNotItsLastVersion_WhenOnlyTheCurrentRowIsChanged(string property, object value)
    {
        var (table, rows) = await WrittenAsync();

        await ChangeAsync(rows, ProgressKeys.CurrentRow(Key), row => row[property] = value);

        Assert.Equal(new BrokenVersion(Versions, ChainFault.Current), await FirstBrokenAsync(table));
    }

    [Fact]
    public async Task Entry_IsNotItsLastVersion_WhenTheCurrentRowIsGoneOrOlder()
    {
        var (table, rows) = await WrittenAsync();
        var older = await table.FindVersionAsync(Key, 2, Cancellation) ?? throw new InvalidOperationException("not written");
        await rows.UpsertEntityAsync(EntryRow.ToRow(older, ProgressKeys.CurrentRow(Key)), TableUpdateMode.Replace, Cancellation);
        Assert.Equal(new BrokenVersion(Versions, ChainFault.Current), await FirstBrokenAsync(table));

        await rows.DeleteEntityAsync(ProgressKeys.Partition(Key), ProgressKeys.CurrentRow(Key), cancellationToken: Cancellation);

        Assert.Equal(new BrokenVersion(Versions, ChainFault.Current), await FirstBrokenAsync(table));
    }

    [Fact]
    public async Task Version_HasAnotherHash_WhenItComesFromAnotherEntry()
    {
        var (table, rows) = await WrittenAsync();
        var foreign = EntryRow.Sealed(new Entry(
            Key with { Unit = "jiaozuo" }, 1, EntryState.Draft, Content("甲"), FirstSubmittedAt: null, At, "张三", Reason: null, PreviousHash: null, Hash: ""));

        await rows.UpsertEntityAsync(EntryRow.ToRow(foreign, ProgressKeys.VersionRow(Key, 1)), TableUpdateMode.Replace, Cancellation);

        Assert.Equal(new BrokenVersion(1, ChainFault.Hash), await FirstBrokenAsync(table));
    }

    private static EntryContent Content(string progress) => new(null, null, progress, null, [], [], []);

    private static async Task<BrokenVersion?> FirstBrokenAsync(ProgressTable table) => (await table.WalkAsync(Key, Cancellation))?.FirstBroken;

    private static async Task ChangeAsync(TableClient rows, string rowKey, Action<TableEntity> change)
    {
        TableEntity row = await rows.GetEntityAsync<TableEntity>(ProgressKeys.Partition(Key), rowKey, cancellationToken: Cancellation);
        change(row);
        await rows.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancellation);
    }

    private async Task<(ProgressTable Table, TableClient Rows)> WrittenAsync()
    {
        var (table, rows) = await NewTableAsync();
        for (var version = 1; version <= Versions; version++)
        {
            var change = new EntryChange(EntryState.Draft, Content($"第{version}稿。"), FirstSubmittedAt: null, At.AddMinutes(version), "张三", Reason: null);
            await table.WriteAsync(Key, change, await table.FindAsync(Key, Cancellation), idempotency: null, Cancellation);
        }
        return (table, rows);
    }

    private async Task<(ProgressTable Table, TableClient Rows)> NewTableAsync()
    {
        var connection = new StorageConnection(Options.Create(new StorageOptions { ConnectionString = azurite.FreshStorage() }));
        await new StorageSetup(connection).EnsureAsync(Cancellation);
        return (new ProgressTable(connection), connection.Table(StorageNames.Progress));
    }
}
