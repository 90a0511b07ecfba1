using Microsoft.Extensions.Options;
using Reporting.Access;
using Reporting.Inspections;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Zones;
using Testing;

namespace Reporting.Tests.Storage;

public sealed class OfficeRecordsTableTests(AzuriteFixture azurite)
{
    private const string Programme = "henan-2012";
    private static readonly DateTimeOffset At = new(2012, 7, 5, 9, 30, 0, 123, 456, TimeSpan.FromHours(8));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_GivesWhatStandsInThePlan_ByNumber_InItsLastVersion()
    {
        var table = new InspectionsTable(await ConnectionAsync());
        var other = await WriteAsync(table, "nev", "nev-I001", null, Visit("别的计划"));
        foreach (var id in new[] { "equipment-I1000", "equipment-I002", "equipment-I999", "equipment-I001" })
            await WriteAsync(table, "equipment", id, null, Visit(id));
        var changed = await WriteAsync(table, "equipment", "equipment-I002", await FindAsync(table, "equipment-I002"), Visit("改后"));
        await WriteAsync(table, "equipment", "equipment-I999", await FindAsync(table, "equipment-I999"), Visit("撤回", OfficeRecordState.Withdrawn));

        var standing = await table.ReadAsync(Programme, "equipment", Cancellation);
        var all = await table.ReadNumberedAsync(Programme, "equipment", Cancellation);

        Assert.Equal([("equipment-I001", 1, "equipment-I001"), ("equipment-I002", 2, "改后"), ("equipment-I1000", 1, "equipment-I1000")], standing.Select(r => (r.Id, r.Version, r.Content.Details.Site)));
        Assert.Equal(changed.Hash, standing[1].Hash);
        Assert.Equal(["equipment-I001", "equipment-I002", "equipment-I999", "equipment-I1000"], all.Select(r => r.Id));
        Assert.Equal([other.Hash], (await table.ReadAsync(Programme, "nev", Cancellation)).Select(r => r.Hash));
        Assert.Empty(await table.ReadAsync(Programme, "food", Cancellation));
        Assert.Equal(["equipment-I002", "改后"], (await table.ReadVersionsAsync(Programme, "equipment", "equipment-I002", Cancellation)).Select(v => v.Content.Details.Site));
    }

    [Fact]
    public async Task Name_BelongsToOneZone_AlsoWhereNobodyLookedBefore()
    {
        var table = new ZonesTable(await ConnectionAsync());
        var first = await WriteAsync(table, "food", "food-Z001", null, Place("马寨"));
        var second = await WriteAsync(table, "food", "food-Z002", null, Place("临颍"));

        Assert.Null(await TryWriteAsync(table, "food", "food-Z003", null, Place("马 寨")));
        Assert.Null(await TryWriteAsync(table, "food", "food-Z002", second, Place("马寨")));
        Assert.Equal(["food-Z001", "food-Z002"], (await table.ReadAsync(Programme, "food", Cancellation)).Select(z => z.Id));
        Assert.Equal(("food-Z001", "food-Z002", null), (await HolderAsync(table, "马寨"), await HolderAsync(table, "临颍"), await HolderAsync(table, "二七")));

        first = await WriteAsync(table, "food", "food-Z001", first, Place("二七"));
        Assert.Equal((null, "food-Z001"), (await HolderAsync(table, "马寨"), await HolderAsync(table, "二七")));
        await WriteAsync(table, "food", "food-Z001", first, Place("二七", OfficeRecordState.Withdrawn));
        Assert.Null(await HolderAsync(table, "二七"));
        await WriteAsync(table, "food", "food-Z003", null, Place("二七"));
    }

    private static OfficeRecord<Inspection> Visit(string site, OfficeRecordState state = OfficeRecordState.Recorded) => new(
        "equipment", state, new Inspection(new Period(2012, 2), new DateOnly(2012, 7, 3), site, null, null, [], [], null), new OfficeStep(OfficeAction.Recorded, Role.Office, null));

    private static OfficeRecord<Zone> Place(string name, OfficeRecordState state = OfficeRecordState.Recorded) => new(
        "food", state, new Zone(name, null, 1, null, "亿元", null, true, null, null), new OfficeStep(OfficeAction.Recorded, Role.Office, null));

    private static async Task<Recorded<T>> WriteAsync<T>(PlanRecordsTable<T> table, string plan, string id, Recorded<T>? before, T content)
        where T : class
    {
        var written = await TryWriteAsync(table, plan, id, before, content);
        Assert.NotNull(written);
        return await table.FindAsync(Programme, plan, id, Cancellation) ?? throw new InvalidOperationException("It was not stored.");
    }

    private static Task<Recorded<T>?> TryWriteAsync<T>(PlanRecordsTable<T> table, string plan, string id, Recorded<T>? before, T content)
        where T : class => table.WriteAsync(Programme, plan, new RecordChange<T>(id, before, content, At, "王处长"), idempotency: null, Cancellation);

    private static Task<Recorded<OfficeRecord<Inspection>>?> FindAsync(InspectionsTable table, string id) => table.FindAsync(Programme, "equipment", id, Cancellation);

    private static Task<string?> HolderAsync(ZonesTable table, string name) => table.FindHolderAsync(Programme, "food", name, Cancellation);

    private async Task<StorageConnection> ConnectionAsync()
    {
        var connection = new StorageConnection(Options.Create(new StorageOptions { ConnectionString = azurite.FreshStorage() }));
        await new StorageSetup(connection).EnsureAsync(Cancellation);
        return connection;
    }
}
