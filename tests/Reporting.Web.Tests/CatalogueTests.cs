using Reporting.Access;

namespace Reporting.Web.Tests;

public sealed class CatalogueTests(ApiWithKeys shared) : IClassFixture<ApiWithKeys>
{
    [Fact]
    public async Task Catalogue_IsReadableByEveryRole()
    {
        var plans = (await GetAsync("/api/henan-2012/plans"))["plans"]?.AsArray();
        var plan = await GetAsync("/api/henan-2012/plans/automotive");
        var units = (await GetAsync("/api/henan-2012/units"))["units"]?.AsArray();
        var period = await GetAsync("/api/henan-2012/periods/2012Q1");

        Assert.Equal(14, plans?.Count);
        Assert.Equal("河南省汽车产业2012年行动计划", (string?)plan["title"]);
        Assert.Equal("target", (string?)plan["figures"]?[4]?["role"]);
        Assert.Contains(units ?? [], u => (string?)u?["id"] == "zhengzhou");
        Assert.Equal("2012-04-10", (string?)period["dates"]?["due"]);
        Assert.Equal("on-time", (string?)period["now"]);
    }

    [Theory]
    [InlineData(Role.Office, "", 162)]
    [InlineData(Role.Leader, "&plan=automotive", 14)]
    [InlineData(Role.Office, "&unit=zhengzhou&plan=automotive", 2)]
    [InlineData(Role.Office, "&state=accepted", 0)]
    public async Task Obligations_AreThoseOfThePeriod(Role role, string query, int count)
    {
        var answer = await shared.Api.SendAsync("GET", "/api/henan-2012/obligations?period=2012Q1" + query, shared.Keys[role]);

        Assert.Equal(count, answer.Json["obligations"]?.AsArray().Count);
    }

    [Fact]
    public async Task Obligations_AreTheUnitsOwn_WhenAUnitAsks()
    {
        var answer = await shared.Api.SendAsync("GET", "/api/henan-2012/obligations?period=2012Q1", shared.Keys[Role.Unit]);
        var foreign = await shared.Api.SendAsync("GET", "/api/henan-2012/obligations?period=2012Q1&unit=jiaozuo", shared.Keys[Role.Unit]);

        Assert.NotEmpty(answer.Json["obligations"]?.AsArray() ?? []);
        Assert.All(answer.Json["obligations"]?.AsArray() ?? [], o => Assert.Equal("zhengzhou", (string?)o?["unit"]));
        Assert.Equal((403, "not-yours"), (foreign.Status, foreign.Code));
    }

    private async Task<System.Text.Json.Nodes.JsonNode> GetAsync(string path)
    {
        var answer = await shared.Api.SendAsync("GET", path, shared.Keys[Role.Leader]);
        Assert.Equal(200, answer.Status);
        return answer.Json;
    }
}
