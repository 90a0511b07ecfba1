using Reporting.Access;
using Reporting.Delivery;
using Reporting.Storage;
using Reporting.Storage.Backup;
using Reporting.Tests.Tick;
using Reporting.Tick;
using Testing;

namespace Reporting.Tests.Storage.Backup;

/// <summary>A whole programme out of one account and into another.</summary>
public sealed class BackupTests(AzuriteFixture azurite) : IDisposable
{
    private const string Programme = "henan-2012";

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string First => Path.Combine(folder.Path, "first");

    private string Second => Path.Combine(folder.Path, "second");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Programme_IsTheSame_InAnotherAccount_AndGoesOnThere()
    {
        await using var bench = await ExportedAsync();
        await using var other = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);

        var imported = await other.Get<ImportProgramme>().RunAsync(First, Cancellation);
        await other.Get<ExportProgramme>().RunAsync(Programme, Second, Cancellation);

        Assert.InRange(imported.Rows, 20, 1000);
        Assert.InRange(imported.Blobs, 20, 1000);
        string[] files = [.. Files(First)];
        Assert.Equal(files, Files(Second));
        Assert.All(files.Where(f => f != "backup.json"), file => Assert.Equal(File.ReadAllBytes(Path.Combine(First, file)), File.ReadAllBytes(Path.Combine(Second, file))));
        Assert.Equal(await bench.PublishedAsync(), await other.PublishedAsync());
        Assert.Equal(0, (await other.TickAsync()).Hinted);
        Assert.Equal("办公厅", (await other.Get<SubscriberBook>().FindAsync(Programme, "everything", Cancellation)).Value?.Content.Name);

        other.Clock.Now = WorkBench.AfterSecondQuarter;
        await other.TickAsync();
        await other.DrainAsync();
        Assert.Contains("2012Q2-bulletin-automotive 2", await other.PublishedAsync());
    }

    [Fact]
    public async Task ImportThatWasBrokenOff_IsRunAgain_AndOneOverOtherContentIsRefused()
    {
        await using var bench = await ExportedAsync();
        await using var other = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        await other.Get<ImportProgramme>().RunAsync(First, Cancellation);

        Assert.InRange((await other.Get<ImportProgramme>().RunAsync(First, Cancellation)).Rows, 20, 1000);
        var row = (await other.Get<DeliveriesTable>().ReadAsync(Programme, new(2012, 1), Cancellation))[0];
        await other.Get<DeliveriesTable>().ReplaceAsync(row with { Failures = 3 }, Cancellation);
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => other.Get<ImportProgramme>().RunAsync(First, Cancellation));
        Assert.Contains("Outbox", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("missing")]
    [InlineData("outside")]
    [InlineData("no list")]
    public async Task BackupThatIsNotWhole_IsRefused_BeforeAnythingIsWritten(string how)
    {
        await using var bench = await ExportedAsync();
        var list = Path.Combine(First, "backup.json");
        var blob = Directory.EnumerateFiles(Path.Combine(First, "blobs"), "*", SearchOption.AllDirectories).Last();
        if (how == "changed")
            await File.AppendAllTextAsync(blob, "x", Cancellation);
        else if (how == "missing")
            File.Delete(blob);
        else if (how == "outside")
            await File.WriteAllTextAsync(list, (await File.ReadAllTextAsync(list, Cancellation)).Replace("tables/Runs.ndjson", "tables/../../../etc/passwd", StringComparison.Ordinal), Cancellation);
        else
            File.Delete(list);
        await using var other = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);

        await Assert.ThrowsAsync<InvalidDataException>(() => other.Get<ImportProgramme>().RunAsync(First, Cancellation));

        Assert.Empty(await other.PublishedAsync());
        Assert.Empty((await other.Get<SubscriberBook>().ListAsync(Programme, Cancellation)).Value?.Subscribers ?? []);
    }

    [Fact]
    public async Task Export_LeavesWhatIsThere()
    {
        await using var bench = await ExportedAsync();

        await Assert.ThrowsAsync<InvalidDataException>(() => bench.Get<ExportProgramme>().RunAsync(Programme, First, Cancellation));
    }

    /// <summary>A quarter that is published and sent, and another programme beside it that has nothing to do with it.</summary>
    private async Task<WorkBench> ExportedAsync()
    {
        var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        var clerk = new Caller("李梅", Role.Office, null, "k1");
        var everything = new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn");
        Assert.Empty((await bench.Get<SubscriberBook>().PutAsync(clerk, Programme, "everything", everything, ChangeTerms.None, Cancellation)).Refusals);
        await bench.TickAsync();
        await bench.DrainAsync();
        await bench.Get<RunsTable>().AddAsync(new RunRecord("hebei-2012", "tick", bench.Clock.Now, "ticked", TimeSpan.Zero, null), Cancellation);
        await bench.Get<ExportProgramme>().RunAsync(Programme, First, Cancellation);
        Assert.DoesNotContain("hebei-2012", await File.ReadAllTextAsync(Path.Combine(First, "tables", "Runs.ndjson"), Cancellation), StringComparison.Ordinal);
        return bench;
    }

    private static IEnumerable<string> Files(string root) =>
        Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file)).Order(StringComparer.Ordinal);
}
