using Microsoft.Extensions.DependencyInjection;
using Reporting.Access;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;
using Testing;

namespace Reporting.Web.Tests;

public sealed class ContributionTests(AzuriteFixture azurite)
{
    private const string Contributions = "/api/henan-2012/contributions/2012Q1/automotive/R08";
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R08";

    private static readonly EntryKey Key = new("henan-2012", new Period(2012, 1), "automotive", "R08", "finance");

    [Fact]
    public async Task Contribution_StandsUnderTheLeadsEntry_AndKeepsItsVersions()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var lead = await api.KeyAsync(Role.Unit, "commerce");
        var finance = await api.KeyAsync(Role.Unit, "finance", "李梅");
        var zhengzhou = await api.KeyAsync(Role.Unit, "zhengzhou");
        await api.ChangeAsync("PUT", Entry, lead, Sample.Task());

        var first = await api.SendAsync("PUT", Contributions, finance, """{"text":" 已安排专项资金。\r\n"}""");
        var second = await PutAsync(api, finance, """{"text":"已拨付专项资金1200万元。"}""", first.ETag);
        await api.SendAsync("PUT", Contributions, zhengzhou, """{"text":"中心选址已定。"}""");

        Assert.Equal((201, 200), (first.Status, second.Status));
        Assert.Equal(("已安排专项资金。", 1, "李梅"), ((string?)first.Json["text"], (int?)first.Json["version"], (string?)first.Json["by"]));
        Assert.Equal($"\"{second.Json["hash"]}\"", second.ETag);
        Assert.Equal((string?)first.Json["hash"], (string?)second.Json["previousHash"]);
        var entry = await api.SendAsync("GET", Entry, lead);
        Assert.Equal(
            ["省财政厅 2 已拨付专项资金1200万元。", "郑州市政府 1 中心选址已定。"],
            entry.Json["contributions"]?.AsArray().Select(c => $"{c?["unitName"]} {c?["version"]} {c?["text"]}"));
        var put = await api.ChangeAsync("PUT", Entry, lead, Sample.Task("另写。"));
        Assert.Null(put.Json["contributions"]);
        var versions = (await api.SendAsync("GET", Contributions + "/versions?unit=finance", lead)).Json["contributions"]?.AsArray() ?? [];
        Assert.Equal(["1 已安排专项资金。", "2 已拨付专项资金1200万元。"], versions.Select(v => $"{v?["version"]} {v?["text"]}"));
        Assert.Null(await api.Services.GetRequiredService<ContributionsTable>().FirstBrokenVersionAsync(Key, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Contribution_IsTakenBack_AndCanBeWrittenAnew()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var lead = await api.KeyAsync(Role.Unit, "commerce");
        var finance = await api.KeyAsync(Role.Unit, "finance");
        await api.ChangeAsync("PUT", Entry, lead, Sample.Task());
        Assert.Equal((422, "field-required"), await CodeOf(api.SendAsync("PUT", Contributions, finance, """{"text":" "}""")));
        var first = await api.SendAsync("PUT", Contributions, finance, """{"text":"已安排专项资金。"}""");

        var emptied = await PutAsync(api, finance, """{"text":null}""", first.ETag);

        Assert.Equal((200, null), (emptied.Status, (string?)emptied.Json["text"]));
        Assert.Empty((await api.SendAsync("GET", Entry, lead)).Json["contributions"]?.AsArray() ?? []);
        var listed = Assert.Single((await api.SendAsync("GET", Contributions, lead)).Json["contributions"]?.AsArray() ?? []);
        Assert.Equal((2, (string?)emptied.Json["hash"]), ((int?)listed?["version"], (string?)listed?["hash"]));
        Assert.Equal(3, (int?)(await PutAsync(api, finance, """{"text":"又安排。"}""", emptied.ETag)).Json["version"]);
    }

    [Fact]
    public async Task Contribution_IsChangedOnlyOfTheVersionThatWasRead_AndOnceUnderItsKey()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var finance = await api.KeyAsync(Role.Unit, "finance");
        var first = await PutAsync(api, finance, """{"text":"甲"}""", null, "k1");

        Assert.Equal((428, "if-match-required"), await CodeOf(PutAsync(api, finance, """{"text":"乙"}""", null)));
        Assert.Equal((412, "stale"), await CodeOf(PutAsync(api, finance, """{"text":"乙"}""", "\"00\"")));
        Assert.Equal((409, "idempotency-key-reused"), await CodeOf(PutAsync(api, finance, """{"text":"乙"}""", first.ETag, "k1")));
        var second = await PutAsync(api, finance, """{"text":"乙"}""", first.ETag, "k2");
        api.Clock.Now = api.Clock.Now.AddMonths(2);
        var again = await PutAsync(api, finance, """{"text":"甲"}""", null, "k1");

        Assert.Equal((201, 200), (first.Status, second.Status));
        Assert.Equal((first.Status, first.Body, first.ETag), (again.Status, again.Body, again.ETag));
        Assert.Equal((423, "period-locked"), await CodeOf(PutAsync(api, finance, """{"text":"丙"}""", second.ETag, "k3")));
    }

    [Fact]
    public async Task Writers_MakeOneHistory_WhenTheyWriteAtOnce()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var finance = await api.KeyAsync(Role.Unit, "finance");
        var first = await PutAsync(api, finance, """{"text":"首稿"}""", null);

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => PutAsync(api, finance, $$"""{"text":"第{{n}}稿"}""", first.ETag, $"k{n % 4}-{n / 4}")));

        Assert.Equal(1, answers.Count(a => a.Status == 200));
        Assert.Equal(7, answers.Count(a => a is { Status: 412, Code: "stale" }));
        var table = api.Services.GetRequiredService<ContributionsTable>();
        Assert.Equal(2, (await table.ReadVersionsAsync(Key, TestContext.Current.CancellationToken)).Count);
        Assert.Null(await table.FirstBrokenVersionAsync(Key, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("zhengzhou", "R08", "", 201, null)]
    [InlineData("commerce", "R08", "", 403, "not-yours")]
    [InlineData("jiaozuo", "R08", "", 403, "not-yours")]
    [InlineData("zhengzhou", "R08", "?unit=finance", 403, "not-yours")]
    [InlineData("zhengzhou", "R99", "", 404, "unknown-task")]
    [InlineData("industry-it", "R02", "", 403, "not-yours")]
    [InlineData(null, "R08", "?unit=finance", 201, null)]
    [InlineData(null, "R08", "?unit=cities-concerned", 404, "not-participating")]
    [InlineData(null, "R08", "", 400, "unit-required")]
    [InlineData(null, "R08", "?unit=nobody", 404, "unknown-unit")]
    [InlineData(null, "R08", "?unit=commerce", 404, "not-participating")]
    [InlineData(null, "R08", "?unit=jiaozuo", 404, "not-participating")]
    public async Task Contribution_IsTakenOfUnitsThatTakePartOnly(string? unit, string task, string query, int status, string? code)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = unit is null ? await api.KeyAsync(Role.Office) : await api.KeyAsync(Role.Unit, unit);

        var answer = await api.SendAsync("PUT", Contributions.Replace("R08", task, StringComparison.Ordinal) + query, key, """{"text":"已落实。"}""");

        Assert.Equal((status, code), (answer.Status, status == 201 ? null : answer.Code));
    }

    /// <summary>Building materials 6 has generic leads only, so the plan's issuing unit, printed as taking part, owes its entry.</summary>
    [Fact]
    public async Task Contribution_IsRefusedToTheUnitThatReportsInPlaceOfGenericLeads()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        const string Task6 = "/api/henan-2012/contributions/2012Q1/building-materials/R06";

        var issuing = await api.SendAsync("PUT", Task6, await api.KeyAsync(Role.Unit, "industry-it"), """{"text":"已落实。"}""");
        var other = await api.SendAsync("PUT", Task6, await api.KeyAsync(Role.Unit, "finance"), """{"text":"已落实。"}""");

        Assert.Equal((403, "not-yours"), (issuing.Status, issuing.Code));
        Assert.Equal(201, other.Status);
    }

    [Theory]
    [InlineData("2012-02-29T12:00:00", 409, "period-not-open")]
    [InlineData("2012-03-01T00:00:00", 201, null)]
    [InlineData("2012-04-20T23:59:59", 201, null)]
    [InlineData("2012-04-21T00:00:00", 423, "period-locked")]
    public async Task Contribution_IsTakenOnTheDaysOfEntries(string now, int status, string? code)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "finance");
        api.Clock.Now = DateTimeOffset.Parse(now + "+08:00", System.Globalization.CultureInfo.InvariantCulture);

        var answer = await api.SendAsync("PUT", Contributions, key, """{"text":"已落实。"}""");

        Assert.Equal((status, code), (answer.Status, status == 201 ? null : answer.Code));
    }

    [Theory]
    [InlineData("\\u200b已落实", "character-not-allowed")]
    [InlineData("已落实\\ud83d\\ude00", "character-not-printable")]
    public async Task Contribution_HasTheTextRulesOfEntries(string text, string code)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "finance");

        var answer = await api.SendAsync("PUT", Contributions, key, $$"""{"text":"{{text}}"}""");

        Assert.Equal((422, code), (answer.Status, answer.Code));
        Assert.Equal(["text"], answer.Fields);
        Assert.Equal((422, "text-too-long"), await CodeOf(api.SendAsync("PUT", Contributions, key, $$"""{"text":"{{new string('长', 4001)}}"}""")));
        Assert.Equal(201, (await api.SendAsync("PUT", Contributions, key, $$"""{"text":"{{new string('长', 4000)}}"}""")).Status);
    }

    private static Task<Answer> PutAsync(RunningApi api, string key, string json, string? condition, string? idempotency = null) =>
        api.SendAsync("PUT", Contributions, key, json, request =>
        {
            if (condition is not null)
                request.Headers.TryAddWithoutValidation("If-Match", condition);
            if (idempotency is not null)
                request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotency);
        });

    private static async Task<(int Status, string? Code)> CodeOf(Task<Answer> sent)
    {
        var answer = await sent;
        return (answer.Status, answer.Code);
    }
}
