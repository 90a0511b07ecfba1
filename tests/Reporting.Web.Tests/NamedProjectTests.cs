using Reporting.Access;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>What an entry says of projects, against the register: added ones, merged and retired ones, the same one in another plan.</summary>
public sealed class NamedProjectTests(AzuriteFixture azurite)
{
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";
    private const string Projects = "/api/henan-2012/projects";

    [Fact]
    public async Task AddedProject_IsReportedOn_AndReachesTheRegister()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var (unit, office) = (await api.KeyAsync(Role.Unit, "zhengzhou"), await api.KeyAsync(Role.Office, person: "王处长"));
        Assert.Equal((422, "unknown-project"), CodeOf(await api.ChangeAsync("PUT", Entry, unit, Reporting("automotive-P030"))));
        await api.SendAsync("POST", Projects, unit, """{"plan":"automotive","project":{"name":"新项目","kind":"project"}}""");

        Assert.Equal(201, (await api.ChangeAsync("PUT", Entry, unit, Reporting("automotive-P030"))).Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/submit", unit)).Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/accept?unit=zhengzhou", office)).Status);

        var read = await api.SendAsync("GET", Projects + "/automotive-P030", office);
        Assert.Equal("underConstruction", (string?)read.Json["reports"]?[0]?["stage"]);
        Assert.Equal((422, "unknown-project"), CodeOf(await api.ChangeAsync("PUT", Entry.Replace("R01", "R03", StringComparison.Ordinal), unit, Reporting("automotive-P031"))));
    }

    [Fact]
    public async Task Submission_NamesTheSuccessor_OfAMergedProject()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var (unit, office) = (await api.KeyAsync(Role.Unit, "zhengzhou"), await api.KeyAsync(Role.Office));
        await api.ChangeAsync("PUT", Entry, unit, Reporting("automotive-P002"));
        await api.ChangeAsync("POST", Projects + "/automotive-P002/merge", office, """{"into":"automotive-P001","reason":"同一项目。"}""");

        var merged = await api.ChangeAsync("POST", Entry + "/submit", unit);
        await api.ChangeAsync("POST", Projects + "/automotive-P002/restore", office);
        await api.ChangeAsync("POST", Projects + "/automotive-P002/retire", office, """{"reason":"停建。"}""");
        var retired = await api.ChangeAsync("POST", Entry + "/submit", unit);

        Assert.Equal((422, "project-merged"), CodeOf(merged));
        Assert.Equal(["projects[0].project"], merged.Fields);
        Assert.Contains("automotive-P001", (string?)merged.Json["detail"], StringComparison.Ordinal);
        Assert.Equal((422, "project-retired"), CodeOf(retired));
        Assert.Equal("draft", (string?)(await api.SendAsync("GET", Entry, unit)).Json["state"]);
    }

    [Fact]
    public async Task Submission_NeedsANote_WhenTheOtherPlanReportsTheSameProjectDifferently()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office, person: "王处长");
        var zhengzhou = await api.KeyAsync(Role.Unit, "zhengzhou");
        await api.ChangeAsync("PUT", Projects + "/automotive-P001", office, """{"name":"甲","kind":"project","sameAs":["biotech-P001"]}""");
        var obligations = (await api.SendAsync("GET", "/api/henan-2012/obligations?period=2012Q1&plan=biotech", zhengzhou)).Json["obligations"]?.AsArray() ?? [];
        var other = $"/api/henan-2012/progress/2012Q1/biotech/{(string?)obligations[0]?["task"]}";
        await api.ChangeAsync("PUT", other, zhengzhou, Reporting("biotech-P001", "inProduction", 90));
        await api.ChangeAsync("POST", other + "/submit", zhengzhou);
        Assert.Equal(200, (await api.ChangeAsync("POST", other + "/accept?unit=zhengzhou", office)).Status);

        await api.ChangeAsync("PUT", Entry, zhengzhou, Reporting("automotive-P001"));
        var refused = await api.ChangeAsync("POST", Entry + "/submit", zhengzhou);

        Assert.Equal((422, "note-required"), CodeOf(refused));
        Assert.Contains(refused.Fields, f => f?.StartsWith("projects[0]", StringComparison.Ordinal) == true);
    }

    private static string Reporting(string project, string stage = "underConstruction", int done = 25) => Sample.Task(
        more: $$""","projects":[{"project":"{{project}}","stage":"{{stage}}","plannedInvestment":100,"cumulativeInvestment":{{done}}}]""");

    private static (int Status, string? Code) CodeOf(Answer answer) => (answer.Status, answer.Code);
}
