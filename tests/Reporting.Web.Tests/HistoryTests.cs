using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Reporting.Access;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>What can be seen of an entry's past: versions, what changed between two of them, and whether they are what was written.</summary>
public sealed class HistoryTests(AzuriteFixture azurite)
{
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Difference_NamesFieldByFieldWhatChanged()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou", "李梅");
        await api.ChangeAsync("PUT", Entry, key, """
            {"selfRating":"onTrack","percent":25,"progress":"封顶。","figures":[{"indicator":"automotive-T05","value":1,"unit":"万辆"},{"indicator":"automotive-T07","value":30.50,"unit":"亿元"}],
             "problems":[{"kind":"land","text":"征地。"}],"projects":[{"project":"automotive-P001","stage":"notStarted"}]}
            """);
        await api.ChangeAsync("PUT", Entry, key, """
            {"selfRating":"onTrack","percent":30,"progress":"封顶。","figures":[{"indicator":"automotive-T07","value":30.5,"unit":"亿元"},{"indicator":"automotive-T05","value":2,"unit":"万辆"}],
             "problems":[{"kind":"land","text":"征地。"},{"kind":"funds","text":"资金。"}],"projects":[]}
            """);

        var difference = (await api.SendAsync("GET", Entry + "/versions/difference", key)).Json;

        Assert.Equal((1, 2), ((int?)difference["from"], (int?)difference["to"]));
        Assert.Equal(
            [
                "content.percent: 25 -> 30",
                "content.figures[automotive-T05].value: 1 -> 2",
                """content.problems[1]: null -> {"kind":"funds","text":"资金。","helpAsked":null,"askedOf":null}""",
                """content.projects[automotive-P001]: {"project":"automotive-P001","stage":"notStarted","plannedInvestment":null,"cumulativeInvestment":null,"obstacle":null,"note":null} -> null""",
            ],
            Lines(difference));
    }

    [Fact]
    public async Task Difference_TellsStatePersonTimeAndReason_OfAnyTwoVersions()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou", "李梅");
        var office = await api.KeyAsync(Role.Office, person: "王强");
        await api.ChangeAsync("PUT", Entry, key, Sample.Task());
        await api.ChangeAsync("POST", Entry + "/submit", key);
        api.Clock.Now = api.Clock.Now.AddHours(1);
        await api.ChangeAsync("POST", Entry + "/return?unit=zhengzhou", office, """{"reason":"请补充。"}""");

        var difference = (await api.SendAsync("GET", Entry + "/versions/difference?from=1&to=3", key)).Json;
        var same = (await api.SendAsync("GET", Entry + "/versions/difference?from=2&to=2", key)).Json;
        var toSecond = (await api.SendAsync("GET", Entry + "/versions/difference?to=2", key)).Json;

        Assert.Equal(
            [
                """state: "draft" -> "returned" """.Trim(),
                """by: "李梅" -> "王强" """.Trim(),
                """at: "2012-04-10T09:00:00+08:00" -> "2012-04-10T10:00:00+08:00" """.Trim(),
                """reason: null -> "请补充。" """.Trim(),
            ],
            Lines(difference));
        Assert.Empty(Lines(same));
        Assert.Equal(["""state: "draft" -> "submitted" """.Trim()], Lines(toSecond));
    }

    [Theory]
    [InlineData("?from=3", 404, "version-not-found", "from")]
    [InlineData("?from=1&to=2", 404, "version-not-found", "to")]
    [InlineData("?to=999999", 404, "version-not-found", "from")]
    [InlineData("?from=0", 400, "parameter-invalid", "from")]
    [InlineData("?to=-1", 400, "parameter-invalid", "to")]
    [InlineData("?to=1000000", 400, "parameter-invalid", "to")]
    [InlineData("?from=one", 400, "parameter-invalid", "from")]
    public async Task Difference_IsRefused_WhenThereIsNoSuchVersion(string query, int status, string code, string field)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        Assert.Equal("entry-not-found", (await api.SendAsync("GET", Entry + "/versions/difference", key)).Code);
        await api.ChangeAsync("PUT", Entry, key, Sample.Task());

        var answer = await api.SendAsync("GET", Entry + "/versions/difference" + query, key);

        Assert.Equal((status, code, field), (answer.Status, answer.Code, answer.Fields[0]));
    }

    [Fact]
    public async Task Verification_NamesTheFirstBrokenVersion()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        Assert.Equal((404, "entry-not-found"), await CodeOf(api.SendAsync("GET", Entry + "/verify", key)));
        await api.ChangeAsync("PUT", Entry, key, Sample.Task());
        await api.ChangeAsync("PUT", Entry, key, Sample.Task("第二稿。"));
        var last = await api.ChangeAsync("PUT", Entry, key, Sample.Task("第三稿。"));

        var whole = (await api.SendAsync("GET", Entry + "/verify", key)).Json;
        var rows = new TableClient(storage, "Progress");
        TableEntity row = await rows.GetEntityAsync<TableEntity>("henan-2012~2012Q1~automotive", "version~R01~zhengzhou~000002", cancellationToken: Cancellation);
        row["By"] = "别人";
        await rows.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancellation);
        var broken = (await api.SendAsync("GET", Entry + "/verify", key)).Json;

        Assert.Equal((true, 3, last.ETag), ((bool?)whole["whole"], (int?)whole["versions"], $"\"{whole["lastHash"]}\""));
        Assert.Null(whole["firstBroken"]);
        Assert.False((bool?)broken["whole"]);
        Assert.Equal((2, "hash"), ((int?)broken["firstBroken"]?["version"], (string?)broken["firstBroken"]?["fault"]));
        Assert.StartsWith("第2版", (string?)broken["firstBroken"]?["detailZh"], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(JsonNode difference) =>
        difference["differences"]?.AsArray().Select(d => $"{d?["field"]}: {Text(d?["before"])} -> {Text(d?["after"])}") ?? [];

    private static string Text(JsonNode? value) => value?.ToJsonString(ReportingJson.Options) ?? "null";

    private static async Task<(int Status, string? Code)> CodeOf(Task<Answer> sent)
    {
        var answer = await sent;
        return (answer.Status, answer.Code);
    }
}
