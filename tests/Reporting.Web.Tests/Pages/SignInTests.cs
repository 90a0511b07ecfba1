using System.Xml.Linq;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Reporting.Access;
using Reporting.Storage;
using Reporting.Web.Access;
using Testing;

namespace Reporting.Web.Tests.Pages;

/// <summary>Signing in to the pages with a key: who gets in, how long, and on which host.</summary>
public sealed class SignInTests(AzuriteFixture azurite)
{
    private const string Issues = "/portal/henan-2012";

    private readonly string storage = azurite.FreshStorage();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_AsksForTheKey_AndThenGoesOnToWhereTheReaderWanted()
    {
        await using var api = await RunningApi.StartAsync(storage);
        using var reader = ReaderOf(api);

        var asked = await reader.GetAsync(Issues + "?plan=nev");
        var form = await reader.GetAsync(asked.Location ?? "");
        var signedIn = await reader.PostAsync(asked.Location ?? "", "/portal/sign-in", ("key", $" {await api.KeyAsync(Role.Leader)} "), ("returnUrl", Issues + "?plan=nev"));

        Assert.Equal((302, "/portal/sign-in?returnUrl=%2Fportal%2Fhenan-2012%3Fplan%3Dnev"), (asked.Status, asked.Location));
        Assert.Contains($"value=\"{Issues}?plan=nev\"", form.Body, StringComparison.Ordinal);
        Assert.Equal((302, Issues + "?plan=nev"), (signedIn.Status, signedIn.Location));
        Assert.Contains("张三（领导）", (await reader.GetAsync(Issues)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookie_IsKeptFromScriptsOtherPathsAndPlainHttp()
    {
        await using var api = await RunningApi.StartAsync(storage);
        using var reader = ReaderOf(api);

        var signedIn = await reader.SignInAsync(await api.KeyAsync(Role.Leader));

        var cookie = signedIn.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("reporting-portal=", StringComparison.Ordinal));
        Assert.EndsWith("; path=/portal; secure; samesite=lax; httponly", cookie, StringComparison.Ordinal);
        using var another = ReaderOf(api);
        var form = (await another.GetAsync("/portal/sign-in")).Response.Headers.GetValues("Set-Cookie").Single();
        Assert.EndsWith("; path=/portal; samesite=lax; httponly", form, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("rk-00000000.unknown")]
    [InlineData("")]
    public async Task UnknownKey_IsRefused_InBothLanguages(string key)
    {
        await using var api = await RunningApi.StartAsync(storage);
        using var reader = ReaderOf(api);

        var refused = await reader.SignInAsync(key);

        Assert.Equal(401, refused.Status);
        Assert.Contains("密钥不存在、已过期或已收回。", refused.Body, StringComparison.Ordinal);
        Assert.Contains("The key is unknown, expired or revoked.", refused.Body, StringComparison.Ordinal);
        Assert.Equal(302, (await reader.GetAsync(Issues)).Status);
    }

    [Theory]
    [InlineData("https://elsewhere.test/portal")]
    [InlineData("//elsewhere.test/portal")]
    [InlineData("/portal.elsewhere.test")]
    [InlineData("/portalx/henan-2012")]
    [InlineData("/api/programmes")]
    [InlineData("/portal/\n/elsewhere.test")]
    [InlineData("/portal/中")]
    public async Task AddressThatIsNoPage_LeadsHome(string address)
    {
        await using var api = await RunningApi.StartAsync(storage);
        using var reader = ReaderOf(api);

        var signedIn = await reader.PostAsync("/portal/sign-in", "/portal/sign-in", ("key", await api.KeyAsync(Role.Leader)), ("returnUrl", address));

        Assert.Equal((302, "/portal"), (signedIn.Status, signedIn.Location));
    }

    [Fact]
    public async Task PageInCapitals_IsAPageToo()
    {
        await using var api = await RunningApi.StartAsync(storage);
        using var reader = ReaderOf(api);

        var asked = await reader.GetAsync("/Portal/henan-2012");

        Assert.Equal((302, "/portal/sign-in?returnUrl=%2FPortal%2Fhenan-2012"), (asked.Status, asked.Location));
    }

    [Fact]
    public async Task RevokedKey_EndsTheSignIn()
    {
        await using var api = await RunningApi.StartAsync(storage, settings: new() { ["Access:KeyCacheSeconds"] = "0" });
        using var reader = ReaderOf(api);
        var key = await api.KeyAsync(Role.Leader);
        await reader.SignInAsync(key);
        Assert.Equal(200, (await reader.GetAsync(Issues)).Status);

        var revoked = await api.SendAsync("POST", $"/api/keys/{key.Split('.')[0]}/revoke", RunningApi.AdminKey, """{"reason":"调离岗位。"}""");

        Assert.Equal(200, revoked.Status);
        Assert.Equal(302, (await reader.GetAsync(Issues)).Status);
        Assert.DoesNotContain("reporting-portal", reader.Cookies.Keys);
    }

    /// <summary>Ten hours after the last page, by the clock of the host.</summary>
    [Fact]
    public async Task SignIn_EndsAfterAWorkingDay_AndNotWhileItIsUsed()
    {
        await using var api = await RunningApi.StartAsync(storage);
        using var reader = ReaderOf(api);
        await reader.SignInAsync(await api.KeyAsync(Role.Leader));

        foreach (var hours in (int[])[6, 6, 6])
        {
            api.Clock.Now = api.Clock.Now.AddHours(hours);
            Assert.Equal(200, (await reader.GetAsync(Issues)).Status);
        }
        api.Clock.Now = api.Clock.Now.AddHours(10).AddSeconds(1);

        Assert.Equal(302, (await reader.GetAsync(Issues)).Status);
    }

    [Fact]
    public async Task SignIn_CountsOnEveryHostOfTheStorage_AndAfterARestart()
    {
        using var reader = await SignedInAsync();
        await using var another = await RunningApi.StartAsync(storage);
        using var there = ReaderOf(another);
        foreach (var (name, value) in reader.Cookies)
            there.Cookies.Add(name, value);

        Assert.Contains("张三（领导）", (await there.GetAsync(Issues)).Body, StringComparison.Ordinal);
        // A form that one host has shown is taken by the other.
        Assert.Equal((302, "/portal"), await FormOfAsync(there.PostAsync(Issues, "/portal/sign-out")));
        Assert.Equal(302, (await there.GetAsync(Issues)).Status);
    }

    [Fact]
    public async Task Home_ListsTheProgrammes_WhereThereAreSeveral_AndLeadsToTheOnlyOneOtherwise()
    {
        using var copy = new CatalogueCopy();
        copy.Edit("programme.json", text => text.Replace("\"id\": \"henan-2012\"", "\"id\": \"henan-copy\"", StringComparison.Ordinal));
        await using var several = await RunningApi.StartAsync(
            storage, settings: new() { ["Catalogue:Folders:0"] = Repository.Path("data", "henan-2012"), ["Catalogue:Folders:1"] = copy.Folder });
        await using var one = await RunningApi.StartAsync(storage);
        using var reader = ReaderOf(several);
        using var another = ReaderOf(one);
        await reader.SignInAsync(RunningApi.AdminKey);
        await another.SignInAsync(RunningApi.AdminKey);

        var home = (await reader.GetAsync("/portal")).Body;

        Assert.All(["henan-2012", "henan-copy"], programme => Assert.Contains($"href=\"/portal/{programme}\"", home, StringComparison.Ordinal));
        Assert.Equal(200, (await reader.GetAsync("/portal/henan-copy")).Status);
        Assert.Equal((302, Issues), await FormOfAsync(another.GetAsync("/portal")));
    }

    /// <summary>Of a key that both know, so that it hangs on the keys of sign-ins alone.</summary>
    [Fact]
    public async Task Host_OfAnotherStorage_TakesNoSignIn()
    {
        await using var api = await RunningApi.StartAsync(storage);
        await using var another = await RunningApi.StartAsync(azurite.FreshStorage());
        using var reader = ReaderOf(api);
        using var there = ReaderOf(another);
        Assert.Equal(302, (await reader.SignInAsync(RunningApi.AdminKey)).Status);
        Assert.Equal(200, (await reader.GetAsync(Issues)).Status);
        there.Cookies.Add("reporting-portal", reader.Cookies["reporting-portal"]);

        Assert.Equal(302, (await there.GetAsync(Issues)).Status);
    }

    /// <summary>Both have looked before either has made one.</summary>
    [Fact]
    public async Task TwoHosts_ThatBothFindNoKey_EndWithOne()
    {
        await using var api = await RunningApi.StartAsync(storage);
        var blobs = api.Services.GetRequiredService<SignInKeyBlobs>();
        var (first, second) = (new SignInKeys(blobs, NullLogger<SignInKeys>.Instance), new SignInKeys(blobs, NullLogger<SignInKeys>.Instance));
        Assert.Empty(first.GetAllElements());
        Assert.Empty(second.GetAllElements());

        first.StoreElement(new XElement("key", 1), "key-of-the-first");
        second.StoreElement(new XElement("key", 2), "key-of-the-second");
        second.StoreElement(new XElement("revocation", 3), "revocation-of-all");

        Assert.Equal(["1", "3"], first.GetAllElements().Select(element => element.Value));
        Assert.Equal(["1", "3"], second.GetAllElements().Select(element => element.Value));
        second.StoreElement(new XElement("key", 4), "key-of-a-later-day");
        Assert.Equal(["1", "4", "3"], first.GetAllElements().Select(element => element.Value));
    }

    [Fact]
    public async Task Keys_AreMadeForTheFirstPage_AndNotAtTheStart()
    {
        var keys = new BlobContainerClient(storage, "sign-in-keys");
        await using var api = await RunningApi.StartAsync(storage);
        await api.SendAsync("GET", "/api/programmes", await api.KeyAsync(Role.Leader));
        Assert.Empty(await NamesAsync(keys));

        using var reader = ReaderOf(api);
        await reader.GetAsync("/portal/sign-in");

        Assert.EndsWith(".xml", Assert.Single(await NamesAsync(keys)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_ThatNoPageHasShown_SignsNobodyIn()
    {
        await using var api = await RunningApi.StartAsync(storage);
        using var reader = ReaderOf(api);

        var refused = await reader.PostAsync("/portal/sign-in", ("key", await api.KeyAsync(Role.Leader)), ("form", "invented"));

        Assert.Equal(400, refused.Status);
        Assert.Contains("页面已失效", refused.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("reporting-portal", reader.Cookies.Keys);
    }

    /// <summary>Two pages of one browser: what the one does leaves the other usable.</summary>
    [Fact]
    public async Task FormOfAnotherPage_OfThisBrowser_DoesNotGetInTheWay()
    {
        await using var api = await RunningApi.StartAsync(storage);
        using var reader = ReaderOf(api);
        var key = await api.KeyAsync(Role.Leader);
        var second = (await reader.GetAsync("/portal/sign-in")).Body;
        await reader.SignInAsync(key);

        Assert.Equal((302, "/portal"), await FormOfAsync(reader.PostAsync("/portal/sign-in", ("key", key), ("form", PortalReader.TokenIn(second)))));
        var page = (await reader.GetAsync(Issues)).Body;
        await reader.PostAsync(Issues, "/portal/sign-out");
        Assert.Equal((302, "/portal"), await FormOfAsync(reader.PostAsync("/portal/sign-out", ("form", PortalReader.TokenIn(page)))));
    }

    [Theory]
    [InlineData("/portal/sign-out")]
    [InlineData("/portal/henan-2012/issues/2012Q1-bulletin-nev")]
    public async Task Form_ThatNoPageHasShown_DoesNothing(string action)
    {
        await using var api = await RunningApi.StartAsync(storage);
        using var reader = ReaderOf(api);
        var key = await api.KeyAsync(Role.Leader);
        await reader.SignInAsync(key);

        var refused = await reader.PostAsync(action, ("key", key), ("form", "invented"));

        Assert.Equal(400, refused.Status);
        Assert.Contains("页面已失效", refused.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await reader.GetAsync(Issues)).Status);
    }

    [Fact]
    public async Task FormThatIsTooLarge_OrNone_IsRefused()
    {
        await using var api = await RunningApi.StartAsync(storage);
        using var reader = ReaderOf(api);

        var large = await reader.PostAsync("/portal/sign-in", "/portal/sign-in", ("key", new string('k', 100_000)));
        var json = await api.SendAsync("POST", "/portal/sign-in", null, "{}");

        Assert.Equal(400, large.Status);
        Assert.Equal((400, "text/html"), (json.Status, json.MediaType));
        Assert.Contains("form cannot be read", json.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_DoesNotTakeTheCookie()
    {
        await using var api = await RunningApi.StartAsync(storage);
        using var reader = ReaderOf(api);
        await reader.SignInAsync(await api.KeyAsync(Role.Leader));

        Assert.Equal(401, (await reader.GetAsync("/api/programmes")).Status);
    }

    [Fact]
    public async Task Address_ThatGuessesKeys_IsHeldBack()
    {
        await using var api = await RunningApi.StartAsync(storage, settings: new() { ["RateLimits:FailuresPerMinute"] = "2" });
        using var reader = ReaderOf(api);

        var key = await api.KeyAsync(Role.Leader);

        // Who signs in uses nothing up, and who has signed in may guess no more than others.
        foreach (var (typed, status) in ((string, int)[])[(key, 302), (key, 302), ("a", 401), (key, 302), ("b", 401), ("c", 429), (key, 429)])
            Assert.Equal((typed, status), (typed, (await reader.SignInAsync(typed)).Status));
    }

    [Fact]
    public async Task StorageThatIsGone_IsNotCalledAnOutdatedForm()
    {
        using var reader = await SignedInAsync();
        await using var another = await RunningApi.StartAsync(storage, retries: 0);
        await new BlobContainerClient(storage, "sign-in-keys").DeleteAsync(cancellationToken: Cancellation);
        using var there = ReaderOf(another);
        foreach (var (name, value) in reader.Cookies)
            there.Cookies.Add(name, value);

        Assert.Equal(503, (await there.PostAsync("/portal/sign-in", ("key", "a"), ("form", "of the time before"))).Status);
    }

    [Fact]
    public async Task WhatIsNoKeyInTheContainer_KeepsNobodyOut()
    {
        await using var api = await RunningApi.StartAsync(storage);
        await new BlobContainerClient(storage, "sign-in-keys").UploadBlobAsync("notes.txt", BinaryData.FromString("not a key"), Cancellation);
        using var reader = ReaderOf(api);

        Assert.Equal(302, (await reader.SignInAsync(await api.KeyAsync(Role.Leader))).Status);
        Assert.Equal(200, (await reader.GetAsync(Issues)).Status);
    }

    [Theory]
    [InlineData("GET", "/portal")]
    [InlineData("HEAD", "/portal")]
    [InlineData("GET", "/portal/henan-2012")]
    [InlineData("GET", "/portal/henan-2012/issues/2012Q1-bulletin-nev")]
    [InlineData("POST", "/portal/henan-2012/issues/2012Q1-bulletin-nev")]
    [InlineData("GET", "/portal/henan-2012/issues/2012Q1-bulletin-nev/pdf")]
    public async Task EveryOtherPage_AsksForASignIn_AlsoOfWhoSendsAKey(string method, string path)
    {
        await using var api = await RunningApi.StartAsync(storage);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = api.Http.BaseAddress };
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Headers = { { "X-Api-Key", RunningApi.AdminKey } } };

        using var answer = await http.SendAsync(request, Cancellation);

        Assert.Equal(302, (int)answer.StatusCode);
        Assert.StartsWith("/portal/sign-in?returnUrl=%2Fportal", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Page_SaysWhenItShowsADemonstration(string demonstration, bool said)
    {
        await using var api = await RunningApi.StartAsync(storage, settings: new() { ["Publishing:Demonstration"] = demonstration });
        using var reader = ReaderOf(api);

        Assert.Equal(said, (await reader.GetAsync("/portal/sign-in")).Body.Contains("演示数据", StringComparison.Ordinal));
    }

    [Fact]
    public async Task StorageThatIsGone_IsAPageThatSaysSo()
    {
        await using var api = await RunningApi.StartAsync(storage, retries: 0);
        await new BlobContainerClient(storage, "sign-in-keys").DeleteAsync(cancellationToken: Cancellation);
        using var reader = ReaderOf(api);

        var refused = await reader.GetAsync("/portal/sign-in");

        Assert.Equal((503, "text/html"), (refused.Status, refused.Response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("存储暂不可用", refused.Body, StringComparison.Ordinal);
        Assert.NotNull(refused.Response.Headers.RetryAfter);
    }

    private static PortalReader ReaderOf(RunningApi api) => new(api.Http.BaseAddress ?? throw new InvalidOperationException("The API has no address."));

    /// <summary>On a host that is gone by now.</summary>
    private async Task<PortalReader> SignedInAsync()
    {
        await using var api = await RunningApi.StartAsync(storage);
        var reader = ReaderOf(api);
        Assert.Equal(302, (await reader.SignInAsync(await api.KeyAsync(Role.Leader))).Status);
        return reader;
    }

    private static async Task<(int Status, string? Location)> FormOfAsync(Task<PageAnswer> sent) => await sent is var answer ? (answer.Status, answer.Location) : default;

    private static async Task<List<string>> NamesAsync(BlobContainerClient container)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: Cancellation))
            names.Add(blob.Name);
        return names;
    }
}
