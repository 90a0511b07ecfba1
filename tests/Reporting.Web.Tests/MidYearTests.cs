using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Reporting.Access;
using Reporting.Catalogue;
using Reporting.Tick;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>The catalogue changes while the year runs: automotive R03 is led by 开封 and 郑州 from 1 July, or is lost by a slip.</summary>
public sealed class MidYearTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Obligations_OfPastPeriodsStay_WhenTheLeadsChange()
    {
        var storage = azurite.FreshStorage();
        await using var before = await RunningApi.StartAsync(storage);
        var hebi = await before.KeyAsync(Role.Unit, "hebi");
        var office = await before.KeyAsync(Role.Office);
        Assert.Equal(201, (await before.SendAsync("PUT", Task("2012Q1"), hebi, Sample.Task())).Status);
        await using var after = await RunningApi.StartAsync(storage, adjust: services => services.Replace(ServiceDescriptor.Singleton(Changed())));

        foreach (var (period, same) in new[] { ("2012Q1", true), ("2012Q2", true), ("2012Q3", false), ("2012Q4", false) })
        {
            var path = $"/api/henan-2012/obligations?period={period}";
            var (was, now) = (await before.SendAsync("GET", path, office), await after.SendAsync("GET", path, office));
            Assert.Equal((200, 200), (was.Status, now.Status));
            if (same)
                Assert.Equal(was.Body, now.Body);
            else
                Assert.Equal(["kaifeng", "zhengzhou"], Units(now.Json));
        }
    }

    [Fact]
    public async Task Entry_IsTakenFromWhoLeadsInThePeriod_WhenTheLeadsChange()
    {
        await using var api = await RunningApi.StartAsync(
            azurite.FreshStorage(), adjust: services => services.Replace(ServiceDescriptor.Singleton(Changed())));
        var hebi = await api.KeyAsync(Role.Unit, "hebi");
        var kaifeng = await api.KeyAsync(Role.Unit, "kaifeng");

        Assert.Equal("not-yours", (await api.SendAsync("PUT", Task("2012Q1"), kaifeng, Sample.Task())).Code);
        Assert.Equal(201, (await api.SendAsync("PUT", Task("2012Q1"), hebi, Sample.Task())).Status);

        api.Clock.Now = new DateTimeOffset(2012, 10, 8, 9, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal("not-yours", (await api.SendAsync("PUT", Task("2012Q3"), hebi, Sample.Task())).Code);
        Assert.Equal(201, (await api.SendAsync("PUT", Task("2012Q3"), kaifeng, Sample.Task())).Status);
        Assert.Equal(200, (await api.SendAsync("GET", Task("2012Q1"), hebi)).Status);
    }

    [Fact]
    public async Task Obligations_OfALockedPeriodStay_WhenTheCatalogueIsEditedWrongly()
    {
        var storage = azurite.FreshStorage();
        await using var before = await RunningApi.StartAsync(storage);
        var hebi = await before.KeyAsync(Role.Unit, "hebi");
        var office = await before.KeyAsync(Role.Office);
        before.Clock.Now = new DateTimeOffset(2012, 4, 21, 0, 0, 0, TimeSpan.FromHours(8));
        await before.Services.GetRequiredService<RunTick>().RunAsync(TestContext.Current.CancellationToken);

        // R03 is lost, and with it all that hebi owed on automotive.
        await using var after = await RunningApi.StartAsync(storage, adjust: services => services.Replace(ServiceDescriptor.Singleton(
            Changed(task => task.Id == "R03" ? [] : [task]))));
        after.Clock.Now = before.Clock.Now;

        foreach (var key in new[] { hebi, office })
        {
            const string Locked = "/api/henan-2012/obligations?period=2012Q1";
            Assert.Equal((await before.SendAsync("GET", Locked, key)).Body, (await after.SendAsync("GET", Locked, key)).Body);
            const string Open = "/api/henan-2012/obligations?period=2012Q2";
            Assert.Empty(Units((await after.SendAsync("GET", Open, key)).Json));
        }
        const string Standing = "/api/henan-2012/standing?period=2012Q1";
        Assert.Equal((await before.SendAsync("GET", Standing, office)).Body, (await after.SendAsync("GET", Standing, office)).Body);
        Assert.Contains("hebi", Units((await after.SendAsync("GET", "/api/henan-2012/obligations?period=2012Q1", office)).Json));
    }

    [Fact]
    public async Task LockedObligation_IsReportedUnderAnException_WhenTheCatalogueHasLostItsTask()
    {
        var storage = azurite.FreshStorage();
        await using var before = await RunningApi.StartAsync(storage);
        var (hebi, kaifeng) = (await before.KeyAsync(Role.Unit, "hebi"), await before.KeyAsync(Role.Unit, "kaifeng"));
        var office = await before.KeyAsync(Role.Office, person: "王强");
        before.Clock.Now = new DateTimeOffset(2012, 4, 21, 0, 0, 0, TimeSpan.FromHours(8));
        await before.Services.GetRequiredService<RunTick>().RunAsync(TestContext.Current.CancellationToken);
        await using var after = await RunningApi.StartAsync(storage, adjust: services => services.Replace(ServiceDescriptor.Singleton(
            Changed(task => task.Id == "R03" ? [] : [task]))));
        after.Clock.Now = before.Clock.Now;
        var entry = Task("2012Q1");

        Assert.Equal("period-locked", (await after.SendAsync("PUT", entry, hebi, Sample.Task())).Code);
        Assert.Equal("not-yours", (await after.SendAsync("PUT", entry, kaifeng, Sample.Task())).Code);
        var asked = await after.SendAsync("POST", entry + "/exception", hebi, """{"reason":"目录误删。","until":"2012-04-25"}""");
        Assert.Equal(201, asked.Status);
        Assert.Equal(200, (await after.SendAsync(
            "POST", entry + "/exception/grant?unit=hebi", office, null, request => request.Headers.TryAddWithoutValidation("If-Match", asked.ETag))).Status);
        Assert.Equal(201, (await after.SendAsync("PUT", entry, hebi, Sample.Task())).Status);
        Assert.Equal(200, (await after.ChangeAsync("POST", entry + "/submit", hebi)).Status);
        Assert.Equal(200, (await after.ChangeAsync("POST", entry + "/accept?unit=hebi", office)).Status);

        var listed = (await after.SendAsync("GET", "/api/henan-2012/obligations?period=2012Q1&plan=automotive&state=accepted", office)).Json;
        Assert.Equal(["hebi"], Units(listed));
        Assert.Equal("unknown-task", (await after.SendAsync("PUT", Task("2012Q2"), hebi, Sample.Task())).Code);
    }

    private static string Task(string period) => $"/api/henan-2012/progress/{period}/automotive/R03";

    private static IEnumerable<string?> Units(JsonNode list) => (list["obligations"]?.AsArray() ?? [])
        .Where(o => (string?)o?["plan"] == "automotive" && (string?)o?["task"] == "R03")
        .Select(o => (string?)o?["unit"]);

    private static Programmes Changed() => Changed(task => task.Id == "R03"
        ? [task with { Until = new DateOnly(2012, 6, 30) }, task with { From = new DateOnly(2012, 7, 1), LeadUnits = ["kaifeng", "zhengzhou"] }]
        : [task]);

    private static Programmes Changed(Func<PlanTask, IEnumerable<PlanTask>> change)
    {
        var whole = Programmes.Load(new CatalogueOptions()).All[0];
        return new Programmes(
            [whole with { Plans = [.. whole.Plans.Select(p => p.Id == "automotive" ? p with { Tasks = [.. p.Tasks.SelectMany(change)] } : p)] }]);
    }
}
