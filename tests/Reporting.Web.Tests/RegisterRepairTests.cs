using Microsoft.Extensions.DependencyInjection;
using Reporting.Access;
using Reporting.Tick;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>The registers behind an accept over HTTP: filled at once, never in its way, made whole by the tick.</summary>
public sealed class RegisterRepairTests(AzuriteFixture azurite)
{
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";
    private const string More =
        """
        ,"problems":[{"kind":"land","text":"二期用地指标未落实。","askedOf":"land-resources"},{"kind":"funds","text":"流动资金不足。"}],
        "projects":[{"project":"automotive-P001","stage":"underConstruction","plannedInvestment":100,"cumulativeInvestment":25.5,"obstacle":"land"}]
        """;

    [Fact]
    public async Task Registers_HoldWhatWasAccepted_AtOnce()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office);

        var accepted = await AcceptAsync(api, office);

        Assert.Equal(200, accepted.Status);
        await HoldsAllAsync(api, office, (string?)accepted.Json["hash"]);
        Assert.Single((await api.SendAsync("GET", "/api/henan-2012/projects?obstacle=land", office)).Json["projects"]?.AsArray() ?? []);
        Assert.Single((await api.SendAsync("GET", "/api/henan-2012/projects?stage=underConstruction", office)).Json["projects"]?.AsArray() ?? []);
    }

    /// <summary>The carrier is cut off at every step of its way: before each register, and before the mark goes.</summary>
    [Theory]
    [InlineData("Projects(")]
    [InlineData("/Projects")]
    [InlineData("Problems(")]
    [InlineData("/Problems")]
    [InlineData("DELETE ")]
    public async Task Accept_Stands_AndTheTickMakesTheRegistersWhole_WhenTheyCannotBeReached(string cut)
    {
        await using var relay = StorageRelay.Before(azurite.FreshStorage());
        await using var api = await RunningApi.StartAsync(relay.ConnectionString, retries: 0);
        var office = await api.KeyAsync(Role.Office);
        await PostAsync(api);

        relay.RefuseRequestsWith(cut);
        var accepted = await api.ChangeAsync("POST", Entry + "/accept?unit=zhengzhou", office);
        relay.RefuseRequestsWith(null);
        Assert.Equal(200, accepted.Status);
        for (var tick = 0; tick < 2; tick++)
            Assert.Equal(0, (await api.Services.GetRequiredService<RunTick>().RunAsync(TestContext.Current.CancellationToken)).Failed);

        await HoldsAllAsync(api, office, (string?)accepted.Json["hash"]);
        Assert.DoesNotContain(await StoredRows.OfAsync(relay.ConnectionString, "Progress"), row => row.Contains("=derive~", StringComparison.Ordinal));
    }

    private static async Task<Answer> AcceptAsync(RunningApi api, string office)
    {
        await PostAsync(api);
        return await api.ChangeAsync("POST", Entry + "/accept?unit=zhengzhou", office);
    }

    private static async Task PostAsync(RunningApi api)
    {
        var unit = await api.KeyAsync(Role.Unit, "zhengzhou");
        Assert.Equal(201, (await api.SendAsync("PUT", Entry, unit, Sample.Task(more: More))).Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/submit", unit)).Status);
    }

    private static async Task HoldsAllAsync(RunningApi api, string office, string? hash)
    {
        var problems = (await api.SendAsync("GET", "/api/henan-2012/problems?plan=automotive", office)).Json["problems"]?.AsArray() ?? [];
        Assert.Equal(["funds", "land"], problems.Select(p => (string?)p?["kind"]).Order(StringComparer.Ordinal));
        Assert.All(problems, p => Assert.Equal((1, "open", hash), ((int?)p?["version"], (string?)p?["state"], (string?)p?["sources"]?[0]?["entryHash"])));
        var reports = (await api.SendAsync("GET", "/api/henan-2012/projects/automotive-P001", office)).Json["reports"]?.AsArray() ?? [];
        var report = Assert.Single(reports);
        Assert.Equal(("underConstruction", 25.5m, "land", 3), ((string?)report?["stage"], (decimal?)report?["cumulativeInvestment"], (string?)report?["obstacle"], (int?)report?["entryVersion"]));
        Assert.Equal(("2012Q1", "R01", "zhengzhou", hash), ((string?)report?["period"], (string?)report?["task"], (string?)report?["unit"], (string?)report?["entryHash"]));
    }
}
