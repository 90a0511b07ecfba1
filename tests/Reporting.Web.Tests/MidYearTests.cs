using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Reporting.Access;
using Reporting.Catalogue;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>Automotive R03 is led by 开封 and 郑州 from 1 July, in place of the six governments that led it before.</summary>
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

    private static string Task(string period) => $"/api/henan-2012/progress/{period}/automotive/R03";

    private static IEnumerable<string?> Units(JsonNode list) => (list["obligations"]?.AsArray() ?? [])
        .Where(o => (string?)o?["plan"] == "automotive" && (string?)o?["task"] == "R03")
        .Select(o => (string?)o?["unit"]);

    private static Programmes Changed()
    {
        var whole = Programmes.Load(new CatalogueOptions()).All[0];
        var plan = whole.Plans.Single(p => p.Id == "automotive");
        var changed = plan with
        {
            Tasks = [.. plan.Tasks.SelectMany(t => t.Id == "R03"
                ? [t with { Until = new DateOnly(2012, 6, 30) }, t with { From = new DateOnly(2012, 7, 1), LeadUnits = ["kaifeng", "zhengzhou"] }]
                : new[] { t })],
        };
        return new Programmes([whole with { Plans = [.. whole.Plans.Select(p => p.Id == plan.Id ? changed : p)] }]);
    }
}
