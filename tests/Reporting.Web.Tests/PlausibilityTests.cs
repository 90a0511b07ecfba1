using Reporting.Access;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>What is implausible is shown when it is written and read, and needs a note when it is handed over.</summary>
public sealed class PlausibilityTests(AzuriteFixture azurite)
{
    private const string First = "/api/henan-2012/indicators/2012Q1/steel";
    private const string Second = "/api/henan-2012/indicators/2012Q2/steel";
    private const string Falling = """{"figures":[{"indicator":"steel-T02","value":7999999,"unit":"万元","lastYear":7000000,"growthPercent":20}]""";

    [Fact]
    public async Task Warnings_AreShown_AndNeedANoteOnSubmission()
    {
        await using var api = await AfterFirstQuarterAsync();
        var unit = await api.KeyAsync(Role.Unit, "industry-it");

        var put = await api.ChangeAsync("PUT", Second, unit, Falling + "}");
        Assert.Equal(
            ["cumulative-falls figures[0].value", "growth-denied-by-figures figures[0].growthPercent"],
            Codes(put, "warnings"));
        Assert.Equal("主营业务收入：累计数799.9999亿元低于2012年一季度已采用的800亿元。", (string?)put.Json["warnings"]?[0]?["detail"]);
        var read = await api.SendAsync("GET", Second, unit, adjust: r => r.Headers.Add("Accept-Language", "en"));
        Assert.Equal("The cumulative value 799.9999亿元 is below the 800亿元 accepted in 2012Q1.", (string?)read.Json["warnings"]?[0]?["detail"]);
        Assert.Contains("Accept-Language", read.Response.Headers.Vary);

        var refused = await api.ChangeAsync("POST", Second + "/submit", unit);
        Assert.Equal((422, "note-required"), (refused.Status, refused.Code));
        Assert.Equal(["figures[0].value", "figures[0].growthPercent"], refused.Fields);
        Assert.Contains("低于2012年一季度已采用的800亿元。情况属实的，请在 note 中说明。", refused.Body, StringComparison.Ordinal);

        await api.ChangeAsync("PUT", Second, unit, Falling + ""","note":"一季度数含外省企业，已核减；增速为可比口径。"}""");
        var taken = await api.ChangeAsync("POST", Second + "/submit", unit);
        Assert.Equal(200, taken.Status);
        Assert.Equal(Codes(put, "warnings"), Codes(taken, "explained"));
    }

    [Fact]
    public async Task SubmittedVersion_KeepsWhatItsNoteExplains()
    {
        await using var api = await AfterFirstQuarterAsync();
        var unit = await api.KeyAsync(Role.Unit, "industry-it");
        await api.ChangeAsync("PUT", Second, unit, Falling + ""","note":"已核减。"}""");
        await api.ChangeAsync("POST", Second + "/submit", unit);
        await api.ChangeAsync("POST", Second + "/accept", await api.KeyAsync(Role.Office));

        var versions = (await api.SendAsync("GET", Second + "/versions", unit)).Json["versions"]?.AsArray() ?? [];

        Assert.Equal(["draft", "submitted", "accepted"], versions.Select(v => (string?)v?["state"]));
        Assert.Equal([null, 2, null], versions.Select(v => v?["explained"]?.AsArray().Count));
        Assert.Equal(20m, (decimal?)versions[1]?["content"]?["figures"]?[0]?["growthPercent"]);
        Assert.True((bool?)(await api.SendAsync("GET", Second + "/verify", unit)).Json["whole"]);
    }

    [Fact]
    public async Task PlausibleEntry_HasNoWarning_AndNeedsNoNote()
    {
        await using var api = await AfterFirstQuarterAsync();
        var unit = await api.KeyAsync(Role.Unit, "industry-it");

        var put = await api.ChangeAsync("PUT", Second, unit, """{"figures":[{"indicator":"steel-T02","value":1600,"unit":"亿元","lastYear":1400,"growthPercent":14.3}]}""");
        var taken = await api.ChangeAsync("POST", Second + "/submit", unit);

        Assert.Empty(Codes(put, "warnings"));
        Assert.Equal(200, taken.Status);
        Assert.Empty(Codes(taken, "explained"));
    }

    [Theory]
    [InlineData("14.255", "too-many-decimals")]
    [InlineData("-100.01", "number-out-of-range")]
    [InlineData("1000000", "number-out-of-range")]
    [InlineData("\"14\"", "not-a-number")]
    public async Task StatedGrowth_IsRefused_WhenItCannotBeOne(string growth, string code)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var unit = await api.KeyAsync(Role.Unit, "industry-it");

        var put = await api.ChangeAsync("PUT", First, unit, $$"""{"figures":[{"indicator":"steel-T02","value":800,"unit":"亿元","growthPercent":{{growth}}}]}""");

        Assert.Equal(code, put.Code);
        Assert.Equal("figures[0].growthPercent", put.Fields[0]);
    }

    private static IReadOnlyList<string> Codes(Answer answer, string list) =>
        [.. (answer.Json[list]?.AsArray() ?? throw new InvalidOperationException($"No {list}.")).Select(w => $"{w?["code"]} {w?["field"]}")];

    /// <summary>Steel's indicators of the first quarter are accepted; it is 5 July.</summary>
    private async Task<RunningApi> AfterFirstQuarterAsync()
    {
        var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var unit = await api.KeyAsync(Role.Unit, "industry-it");
        await api.ChangeAsync("PUT", First, unit, """{"figures":[{"indicator":"steel-T02","value":800,"unit":"亿元","lastYear":650}]}""");
        await api.ChangeAsync("POST", First + "/submit", unit);
        Assert.Equal(200, (await api.ChangeAsync("POST", First + "/accept", await api.KeyAsync(Role.Office))).Status);
        api.Clock.Now = new DateTimeOffset(2012, 7, 5, 9, 0, 0, TimeSpan.FromHours(8));
        return api;
    }
}
