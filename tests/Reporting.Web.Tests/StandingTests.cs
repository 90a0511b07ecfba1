using Reporting.Access;
using Testing;

namespace Reporting.Web.Tests;

public sealed class StandingTests(AzuriteFixture azurite)
{
    private const string Standing = "/api/henan-2012/standing?period=2012Q1";
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";

    [Fact]
    public async Task Standing_ShowsAllToTheOffice_AndAUnitItsOwnWithItsRank()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var unit = await api.KeyAsync(Role.Unit, "zhengzhou");
        var office = await api.KeyAsync(Role.Office);
        await SubmitAsync(api, unit);
        api.Clock.Now = api.Clock.Now.AddDays(1);

        var all = (await api.SendAsync("GET", Standing, office)).Json;
        var own = (await api.SendAsync("GET", Standing, unit)).Json;

        Assert.Equal((26, 14), (all["units"]?.AsArray().Count, all["plans"]?.AsArray().Count));
        Assert.Equal((162, 1, 161, 1), ((int?)all["overall"]?["owed"], (int?)all["overall"]?["submitted"], (int?)all["overall"]?["missing"], (int?)all["overall"]?["onTime"]));
        Assert.Equal(0.6m, (decimal?)all["overall"]?["completeness"]);
        Assert.Equal("2012-04-11T09:00:00+08:00", (string?)all["at"]);
        var shown = Assert.Single(own["units"]?.AsArray() ?? []);
        Assert.Equal(all["units"]?.AsArray().Single(u => (string?)u?["unit"] == "zhengzhou")?.ToJsonString(), shown?.ToJsonString());
        Assert.Equal(shown?["tally"]?.ToJsonString(), own["overall"]?.ToJsonString());
        Assert.Equal((int?)all["rankedUnits"], (int?)own["rankedUnits"]);
    }

    [Fact]
    public async Task Standing_IsCountedAsTheObligationsAreListed()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office);
        await SubmitAsync(api, await api.KeyAsync(Role.Unit, "zhengzhou"));
        api.Clock.Now = api.Clock.Now.AddDays(2);

        var units = (await api.SendAsync("GET", Standing + "&plan=automotive", office)).Json["units"]?.AsArray() ?? [];
        var listed = (await api.SendAsync("GET", "/api/henan-2012/obligations?period=2012Q1&plan=automotive", office)).Json["obligations"]?.AsArray() ?? [];

        Assert.NotEmpty(units);
        Assert.Equal(
            listed.GroupBy(o => (string?)o?["unit"])
                .Select(g => $"{g.Key} {g.Count()} {g.Count(o => (string?)o?["timing"] == "on-time")} {g.Count(o => (string?)o?["timing"] == "overdue")}")
                .Order(StringComparer.Ordinal),
            units.Select(u => $"{u?["unit"]} {u?["tally"]?["owed"]} {u?["tally"]?["onTime"]} {u?["tally"]?["missing"]}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", Role.Office, 400, "parameter-required")]
    [InlineData("?period=2013Q1", Role.Office, 404, "unknown-period")]
    [InlineData("?period=2012Q1&plan=ships", Role.Office, 404, "unknown-plan")]
    [InlineData("?period=2012Q1&unit=nobody", Role.Office, 404, "unknown-unit")]
    [InlineData("?period=2012Q1&unit=finance", Role.Unit, 403, "not-yours")]
    public async Task Standing_IsRefused(string query, Role role, int status, string code)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(role, role == Role.Unit ? "zhengzhou" : null);

        var answer = await api.SendAsync("GET", "/api/henan-2012/standing" + query, key);

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    private static async Task SubmitAsync(RunningApi api, string unit)
    {
        Assert.Equal(201, (await api.ChangeAsync("PUT", Entry, unit, Sample.Task())).Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/submit", unit)).Status);
    }
}
