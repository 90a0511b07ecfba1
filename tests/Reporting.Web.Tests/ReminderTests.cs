using Microsoft.Extensions.DependencyInjection;
using Reporting.Access;
using Reporting.Tick;
using Testing;

namespace Reporting.Web.Tests;

public sealed class ReminderTests(AzuriteFixture azurite)
{
    private const string Reminders = "/api/henan-2012/reminders?period=2012Q1";
    private const string Entry = "/api/henan-2012/progress/2012Q1/building-materials/R05";

    [Fact]
    public async Task Reminders_AreShownToTheOffice_AndToTheirUnit_AndEndWithSubmission()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var unit = await api.KeyAsync(Role.Unit, "anyang");
        var office = await api.KeyAsync(Role.Office);
        Assert.Empty((await api.SendAsync("GET", Reminders, office)).Json["reminders"]?.AsArray() ?? []);
        await TickAsync(api);

        var all = (await api.SendAsync("GET", Reminders, office)).Json["reminders"]?.AsArray() ?? [];
        var own = Assert.Single((await api.SendAsync("GET", Reminders, unit)).Json["reminders"]?.AsArray() ?? []);
        await api.ChangeAsync("PUT", Entry, unit, Sample.Task());
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/submit", unit)).Status);
        await TickAsync(api);

        Assert.Equal(26, all.Count);
        Assert.Equal(["due"], all.Select(r => (string?)r?["stage"]).Distinct());
        Assert.Equal(all.Single(r => (string?)r?["unit"] == "anyang")?.ToJsonString(), own?.ToJsonString());
        Assert.Equal(("安阳市政府", "2012-04-10", "2012-04-10T09:00:00+08:00"), ((string?)own?["unitName"], (string?)own?["date"], (string?)own?["createdAt"]));
        Assert.Equal("R05", (string?)own?["obligations"]?[0]?["task"]);
        Assert.StartsWith("安阳市政府：\n　　2012年一季度行动计划进展情况的报送截止时间为今日（4月10日）24时。", (string?)own?["body"], StringComparison.Ordinal);
        Assert.Equal(25, (await api.SendAsync("GET", Reminders + "&state=waiting", office)).Json["reminders"]?.AsArray().Count);
        var cancelled = (await api.SendAsync("GET", Reminders + "&state=cancelled&unit=anyang", office)).Json["reminders"]?.AsArray();
        Assert.Equal("cancelled", (string?)Assert.Single(cancelled ?? [])?["state"]);
    }

    [Theory]
    [InlineData("", 400, "parameter-required")]
    [InlineData("?period=2012Q1&state=lost", 400, "parameter-invalid")]
    [InlineData("?period=2012Q1&unit=finance", 403, "not-yours")]
    public async Task Reminders_AreRefused(string query, int status, string code)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());

        var answer = await api.SendAsync("GET", "/api/henan-2012/reminders" + query, await api.KeyAsync(Role.Unit, "anyang"));

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    private static Task<TickResult> TickAsync(RunningApi api) =>
        api.Services.GetRequiredService<RunTick>().RunAsync(TestContext.Current.CancellationToken);
}
