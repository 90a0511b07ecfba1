using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Reporting.Access;
using Reporting.Delivery;
using Reporting.Tick;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>From the subscriber to the mail in the folder, the link and its record, over HTTP.</summary>
public sealed class DeliveryTests(AzuriteFixture azurite) : IDisposable
{
    private const string Subscribers = "/api/henan-2012/subscribers";
    private const string Bulletin = "/api/henan-2012/bulletins/2012Q1-bulletin-steel";
    private const string Governor = """{"name":"副省长办公室","channel":"email","address":"governor@example.gov.cn","plans":["steel"],"kinds":["bulletin"]}""";

    private readonly TemporaryFolder mail = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => mail.Dispose();

    [Fact]
    public async Task Issue_ComesByMail_WithItsFile_AndIsSentAgainOnRequest()
    {
        await using var api = await StartAsync();
        var office = await api.KeyAsync(Role.Office);
        Assert.Equal(201, (await api.SendAsync("PUT", Subscribers + "/governor", office, Governor)).Status);
        await PublishAsync(api);

        var letter = await MailAsync("2012Q1-bulletin-steel.governor.1");
        Assert.Equal(("钢铁工业通报（2012年第1期）", "governor@example.gov.cn"), (letter.Subject, letter.To.Mailboxes.Single().Address));
        Assert.Contains("副省长办公室：\n　　现将钢铁工业通报（2012年第1期）发送贵处，请查收附件。", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("2012年4月28日", letter.TextBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", letter.Headers[HeaderId.AutoSubmitted]);
        var attached = Assert.IsType<MimePart>(Assert.Single(letter.Attachments), exactMatch: false);
        Assert.Equal(("钢铁工业通报（2012年第1期）.pdf", "application/pdf"), (attached.FileName, attached.ContentType.MimeType));
        using var content = new MemoryStream();
        await (attached.Content ?? throw new InvalidOperationException("It has no content.")).DecodeToAsync(content, Cancellation);
        using var published = await api.SendAsync("GET", Bulletin + "/pdf", office) is { Response: { } response } ? response : throw new InvalidOperationException();
        Assert.Equal(published.Headers.ETag?.Tag.Trim('"'), Convert.ToHexStringLower(SHA256.HashData(content.ToArray())));
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(content.ToArray())), letter.TextBody, StringComparison.Ordinal);

        var again = await api.SendAsync("POST", "/api/henan-2012/deliveries/2012Q1-bulletin-steel.governor/resend", office, """{"reason":"收件人未收到。"}""");
        Assert.Equal((200, "waiting"), (again.Status, (string?)again.Json["state"]));
        await WorkAsync(api);
        Assert.NotEqual(letter.MessageId, (await MailAsync("2012Q1-bulletin-steel.governor.2")).MessageId);
        var row = (await api.SendAsync("GET", "/api/henan-2012/deliveries?period=2012Q1&subscriber=governor&state=sent", office)).Json["deliveries"]?.AsArray().Single();
        Assert.Equal(["queued", "sent", "resent", "sent"], row?["steps"]?.AsArray().Select(s => (string?)s?["what"]) ?? []);
        Assert.Equal("张三", (string?)row?["steps"]?[2]?["by"]);
    }

    [Fact]
    public async Task LargeFile_IsBehindALink_ThatIsRecorded()
    {
        await using var api = await StartAsync(new() { ["Delivery:Mail:MostAttachmentBytes"] = "1000" });
        var office = await api.KeyAsync(Role.Office);
        await api.SendAsync("PUT", Subscribers + "/governor", office, Governor);
        await PublishAsync(api);

        var letter = await MailAsync("2012Q1-bulletin-steel.governor.1");

        Assert.Empty(letter.Attachments);
        Assert.Contains("文件较大，请于", letter.TextBody, StringComparison.Ordinal);
        var link = (letter.TextBody ?? "").Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal));
        using var stranger = new HttpClient();
        var content = await stranger.GetByteArrayAsync(new Uri(link), Cancellation);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(content)), letter.TextBody, StringComparison.Ordinal);
        var record = Assert.Single((await api.SendAsync("GET", Bulletin + "/links", office)).Json["links"]?.AsArray() ?? []);
        Assert.Equal(("bulletin.pdf", "副省长办公室（2012Q1-bulletin-steel.governor）"), ((string?)record?["file"], (string?)record?["to"]));
    }

    [Fact]
    public async Task Link_ReadsOneFile_AndNothingElse()
    {
        await using var api = await StartAsync();
        await PublishAsync(api);
        var leader = await api.KeyAsync(Role.Leader, person: "王秘书");

        var made = await api.SendAsync("POST", Bulletin + "/links", leader, """{"file":"docx","minutes":5}""");

        Assert.Equal(201, made.Status);
        var url = (string?)made.Json["url"] ?? "";
        using var stranger = new HttpClient();
        using var read = await stranger.GetAsync(new Uri(url), Cancellation);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal("钢铁工业通报（2012年第1期）.docx", read.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("PK"u8.ToArray(), (await read.Content.ReadAsByteArrayAsync(Cancellation))[..2]);
        foreach (var other in new[] { url.Replace("bulletin.docx", "bulletin.pdf", StringComparison.Ordinal), url.Replace("sp=r", "sp=rw", StringComparison.Ordinal), url.Split('?')[0] })
        {
            using var refused = await stranger.GetAsync(new Uri(other), Cancellation);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
        using var written = await stranger.PutAsync(new Uri(url), new ByteArrayContent([1]), Cancellation);
        Assert.False(written.IsSuccessStatusCode);
        var record = Assert.Single((await api.SendAsync("GET", Bulletin + "/links", RunningApi.AdminKey)).Json["links"]?.AsArray() ?? []);
        Assert.Equal(("bulletin.docx", "王秘书"), ((string?)record?["file"], (string?)record?["to"]));
        Assert.Equal(403, (await api.SendAsync("GET", Bulletin + "/links", leader)).Status);
    }

    [Theory]
    [InlineData("{\"file\":\"odt\"}", 404, "file-not-found", "file")]
    [InlineData("{\"file\":\"pdf\",\"minutes\":0}", 422, "lifetime-out-of-range", "minutes")]
    [InlineData("{\"file\":\"pdf\",\"minutes\":61}", 422, "lifetime-out-of-range", "minutes")]
    public async Task Link_IsRefusedNamingTheField(string body, int status, string code, string field)
    {
        await using var api = await StartAsync();
        await PublishAsync(api);

        var refused = await api.SendAsync("POST", Bulletin + "/links", RunningApi.AdminKey, body);

        Assert.Equal((status, code), (refused.Status, refused.Code));
        Assert.Equal([field], refused.Fields);
        Assert.Empty((await api.SendAsync("GET", Bulletin + "/links", RunningApi.AdminKey)).Json["links"]?.AsArray() ?? [null]);
    }

    [Fact]
    public async Task Subscriber_IsAdded_Changed_AndSwitchedOff_OnTheVersionThatWasRead()
    {
        await using var api = await StartAsync();
        var office = await api.KeyAsync(Role.Office);
        Assert.Equal((404, "subscriber-not-found"), (await api.SendAsync("GET", Subscribers + "/governor", office)) is var none ? (none.Status, none.Code) : default);
        var added = await api.SendAsync("PUT", Subscribers + "/governor", office, Governor);
        Assert.Equal((201, 1, "张三"), (added.Status, (int?)added.Json["version"], (string?)added.Json["by"]));
        Assert.Null(added.Json["secret"]);

        Assert.Equal((428, "if-match-required"), (await api.SendAsync("PUT", Subscribers + "/governor", office, Governor)) is var blind ? (blind.Status, blind.Code) : default);
        var off = Governor.Replace("\"kinds\"", "\"active\":false,\"kinds\"", StringComparison.Ordinal);
        var changed = await api.ChangeAsync("PUT", Subscribers + "/governor", office, off);
        Assert.Equal((200, 2, false), (changed.Status, (int?)changed.Json["version"], (bool?)changed.Json["details"]?["active"]));
        await PublishAsync(api);

        Assert.Empty((await api.SendAsync("GET", "/api/henan-2012/deliveries", office)).Json["deliveries"]?.AsArray() ?? [null]);
        Assert.Single((await api.SendAsync("GET", Subscribers, office)).Json["subscribers"]?.AsArray() ?? []);
        Assert.Equal(403, (await api.SendAsync("GET", Subscribers, await api.KeyAsync(Role.Unit, "zhengzhou"))).Status);
    }

    [Theory]
    [InlineData("""{"name":" ","channel":"email","address":"a@example.cn"}""", "field-required", "name")]
    [InlineData("""{"name":"办公厅","channel":"email","address":"not an address"}""", "address-invalid", "address")]
    [InlineData("""{"name":"办公厅","channel":"email","address":"办公厅 <a@example.cn>"}""", "address-invalid", "address")]
    [InlineData("""{"name":"办公厅","channel":"email","address":"a@localhost"}""", "address-invalid", "address")]
    [InlineData("""{"name":"办公厅","channel":"email","address":"a@example.cn, b@example.cn"}""", "address-invalid", "address")]
    [InlineData("""{"name":"办公厅","channel":"webhook","address":"http://example.cn/hook"}""", "address-invalid", "address")]
    [InlineData("""{"name":"办公厅","channel":"webhook","address":"https://user:word@example.cn/hook"}""", "address-invalid", "address")]
    [InlineData("""{"name":"办公厅","channel":"webhook","address":"https://169.254.169.254/metadata"}""", "address-private", "address")]
    [InlineData("""{"name":"办公厅","channel":"webhook","address":"https://[::1]/"}""", "address-private", "address")]
    [InlineData("""{"name":"办公厅","channel":"email","address":"a@example.cn","plans":["steel","cement"]}""", "plan-not-in-catalogue", "plans[1]")]
    [InlineData("""{"name":"办公厅","channel":"email","address":"a@example.cn","plans":["all","all"]}""", "given-twice", "plans[1]")]
    [InlineData("""{"name":"办公厅","channel":"email","address":"a@example.cn","kinds":["leaflet"]}""", "unknown-kind", "kinds[0]")]
    [InlineData("""{"name":"办公厅","channel":"email","address":"a@example.cn","unit":"cities-concerned"}""", "unit-not-in-catalogue", "unit")]
    [InlineData("""{"name":"办公厅","channel":"email","address":"a@example.cn","reminders":true}""", "field-required", "unit")]
    [InlineData("""{"name":"办公厅","channel":"webhook","address":"https://example.cn/","unit":"zhengzhou","reminders":true}""", "field-not-allowed", "reminders")]
    public async Task Subscriber_IsRefusedNamingTheField_AndNothingIsStored(string body, string code, string field)
    {
        await using var api = await StartAsync();

        var refused = await api.SendAsync("PUT", Subscribers + "/office", RunningApi.AdminKey, body);

        Assert.Equal((422, code), (refused.Status, refused.Code));
        Assert.Equal([field], refused.Fields);
        Assert.Equal(404, (await api.SendAsync("GET", Subscribers + "/office", RunningApi.AdminKey)).Status);
    }

    [Fact]
    public async Task Webhook_GetsItsSecretOnce_AndNeedsTheSetting()
    {
        const string hook = """{"name":"新闻办","channel":"webhook","address":"https://press.example.cn/hook"}""";
        await using var api = await StartAsync();
        await using var without = await StartAsync(new() { ["Delivery:Webhook:Key"] = "" });

        var added = await api.SendAsync("PUT", Subscribers + "/press", RunningApi.AdminKey, hook);
        Assert.Equal((201, 44), (added.Status, ((string?)added.Json["secret"])?.Length));
        Assert.Null((await api.SendAsync("GET", Subscribers + "/press", RunningApi.AdminKey)).Json["secret"]);
        var refused = await without.SendAsync("PUT", Subscribers + "/press", RunningApi.AdminKey, hook);
        Assert.Equal((409, "channel-not-configured"), (refused.Status, refused.Code));
        Assert.Equal((400, "parameter-invalid"), (await api.SendAsync("PUT", Subscribers + "/Press_1", RunningApi.AdminKey, hook)) is var named ? (named.Status, named.Code) : default);
    }

    private Task<RunningApi> StartAsync(Dictionary<string, string?>? settings = null) => RunningApi.StartAsync(azurite.FreshStorage(), settings: new Dictionary<string, string?>(settings ?? [])
    {
        ["Delivery:Mail:PickupFolder"] = mail.Path,
        ["Delivery:Mail:From"] = "office@henan.gov.cn",
        ["Delivery:Webhook:Key"] = settings?.GetValueOrDefault("Delivery:Webhook:Key") ?? Convert.ToBase64String(new byte[32]),
    });

    private async Task<MimeMessage> MailAsync(string name) => await MimeMessage.LoadAsync(Path.Combine(mail.Path, $"henan-2012.{name}.eml"), Cancellation);

    /// <summary>The first quarter's issues sign themselves.</summary>
    private static async Task PublishAsync(RunningApi api)
    {
        api.Clock.Now = new DateTimeOffset(2012, 4, 28, 0, 10, 0, TimeSpan.FromHours(8));
        await api.Services.GetRequiredService<RunTick>().RunAsync(Cancellation);
        await WorkAsync(api);
    }

    private static async Task WorkAsync(RunningApi api)
    {
        while ((await api.Services.GetRequiredService<TakeWork>().RunOnceAsync(Cancellation)).Count > 0)
        {
        }
        while (await api.Services.GetRequiredService<TakeDeliveries>().RunOnceAsync(Cancellation) > 0)
        {
        }
    }
}
