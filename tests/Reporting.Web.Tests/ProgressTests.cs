using Reporting.Access;
using Testing;

namespace Reporting.Web.Tests;

public sealed class ProgressTests(AzuriteFixture azurite)
{
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";

    [Fact]
    public async Task Entry_IsAccepted_WhenWrittenSubmittedReturnedMendedAndReviewed()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var unit = await api.KeyAsync(Role.Unit, "zhengzhou", "李梅");
        var office = await api.KeyAsync(Role.Office, person: "王强");

        var put = await api.ChangeAsync("PUT", Entry, unit, Sample.Task(progress: "一期厂房封顶。"));
        Assert.Equal(201, put.Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/submit", unit)).Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/return?unit=zhengzhou", office, """{"reason":"请补充投资数。"}""")).Status);
        Assert.Equal(200, (await api.ChangeAsync("PUT", Entry, unit, Sample.Task(progress: "一期厂房封顶，完成投资3亿元。"))).Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/submit", unit)).Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/accept?unit=zhengzhou", office)).Status);

        var read = await api.SendAsync("GET", Entry, unit);
        Assert.Equal("accepted", (string?)read.Json["state"]);
        Assert.Equal(6, (int?)read.Json["version"]);
        Assert.Equal("王强", (string?)read.Json["by"]);
        Assert.Equal("一期厂房封顶，完成投资3亿元。", (string?)read.Json["content"]?["progress"]);
        Assert.Equal($"\"{read.Json["hash"]}\"", read.ETag);
        var versions = (await api.SendAsync("GET", Entry + "/versions", unit)).Json["versions"]?.AsArray() ?? [];
        Assert.Equal(["draft", "submitted", "returned", "draft", "submitted", "accepted"], versions.Select(v => (string?)v?["state"]));
        Assert.Equal("请补充投资数。", (string?)versions[2]?["reason"]);
        var obligations = (await api.SendAsync("GET", "/api/henan-2012/obligations?period=2012Q1&state=accepted", office)).Json["obligations"]?.AsArray() ?? [];
        Assert.Equal(["R01 zhengzhou accepted on-time"], obligations.Select(o => $"{o?["task"]} {o?["unit"]} {o?["state"]} {o?["timing"]}"));
    }
}
