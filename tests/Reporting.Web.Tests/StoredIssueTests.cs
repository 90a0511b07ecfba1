using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using Reporting.Access;
using Reporting.Tick;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>What somebody with access to the storage account changes behind a published issue is found by verifying it.</summary>
public sealed class StoredIssueTests(AzuriteFixture azurite)
{
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";
    private const string Id = "2012Q1-bulletin-automotive";
    private const string Partition = "henan-2012~2012Q1~automotive";
    private readonly string storage = azurite.FreshStorage();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Untouched_ItHolds()
    {
        await using var api = await PublishedAsync();

        var verified = await VerifyAsync(api);

        Assert.Empty(verified.Failed);
        Assert.Contains("1 versions", verified.EntriesDetail, StringComparison.Ordinal);
    }

    /// <summary>The hash that stands beside a text says nothing about it.</summary>
    [Theory]
    [InlineData("By", "别人")]
    [InlineData("At", "not a time")]
    [InlineData("Task", null)]
    public async Task EntryChangedBesideItsHash_IsFound(string property, string? value)
    {
        await using var api = await PublishedAsync();
        await ChangeAsync(row => row[property] = value);

        Assert.Equal(["entries"], (await VerifyAsync(api)).Failed);
    }

    [Fact]
    public async Task EntryTakenOut_IsFound()
    {
        await using var api = await PublishedAsync();
        await new TableClient(storage, "Progress").DeleteEntityAsync(Partition, "version~R01~zhengzhou~000003", cancellationToken: Cancellation);

        Assert.Equal(["entries"], (await VerifyAsync(api)).Failed);
    }

    /// <summary>Whole and signed, and another issue.</summary>
    [Fact]
    public async Task AnotherIssueInItsPlace_IsFound()
    {
        await using var api = await PublishedAsync();
        var blobs = new BlobContainerClient(storage, "bulletins");
        await foreach (var blob in blobs.GetBlobsAsync(BlobTraits.None, BlobStates.None, "henan-2012/2012Q1/bulletin/nev/1/", Cancellation))
        {
            var content = await blobs.GetBlobClient(blob.Name).DownloadContentAsync(Cancellation);
            await blobs.GetBlobClient(blob.Name.Replace("/nev/", "/automotive/", StringComparison.Ordinal)).UploadAsync(content.Value.Content, overwrite: true, Cancellation);
        }

        Assert.Equal(["register"], (await VerifyAsync(api)).Failed);
    }

    private async Task ChangeAsync(Action<TableEntity> change)
    {
        var rows = new TableClient(storage, "Progress");
        TableEntity row = await rows.GetEntityAsync<TableEntity>(Partition, "version~R01~zhengzhou~000003", cancellationToken: Cancellation);
        change(row);
        await rows.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancellation);
    }

    private static async Task<(IReadOnlyList<string> Failed, string EntriesDetail)> VerifyAsync(RunningApi api)
    {
        var answer = await api.SendAsync("POST", $"/api/henan-2012/bulletins/{Id}/verify", await api.KeyAsync(Role.Leader));
        Assert.Equal(200, answer.Status);
        var checks = answer.Json["checks"]?.AsArray() ?? [];
        List<string> failed = [.. checks.Where(c => (string?)c?["outcome"] == "failed").Select(c => (string?)c?["name"] ?? "")];
        Assert.Equal(failed.Count == 0, (bool?)answer.Json["holds"]);
        return (failed, (string?)checks.FirstOrDefault(c => (string?)c?["name"] == "entries")?["detailEn"] ?? "");
    }

    /// <summary>An entry (versions: draft, submitted, accepted) and what was published of it.</summary>
    private async Task<RunningApi> PublishedAsync()
    {
        var api = await RunningApi.StartAsync(storage);
        var unit = await api.KeyAsync(Role.Unit, "zhengzhou", "李梅");
        var office = await api.KeyAsync(Role.Office);
        const string body = """{"selfRating":"lagging","percent":10,"progress":"一期厂房主体完工。","nextStep":"安装设备。"}""";
        Assert.Equal(201, (await api.ChangeAsync("PUT", Entry, unit, body)).Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/submit", unit)).Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/accept?unit=zhengzhou", office)).Status);
        api.Clock.Now = new DateTimeOffset(2012, 4, 28, 9, 0, 0, TimeSpan.FromHours(8));
        await api.Services.GetRequiredService<RunTick>().RunAsync(Cancellation);
        while ((await api.Services.GetRequiredService<TakeWork>().RunOnceAsync(Cancellation)).Count > 0)
        {
            // Until no message waits.
        }
        return api;
    }
}
