using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Reporting.Bulletins.Reports;
using Reporting.Delivery;
using Reporting.Delivery.Webhooks;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Tests.Catalogue;
using Testing;

namespace Reporting.Tests.Delivery;

/// <summary>Webhooks over real HTTP on loopback: what is sent, what is known of it, and where nothing is ever sent.</summary>
public sealed class WebhookTests
{
    private static readonly string Key = Convert.ToBase64String(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());
    private static readonly DateTimeOffset Now = new(2012, 4, 28, 0, 5, 0, TimeSpan.FromHours(8));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_SaysWhatIsPublished_AndIsSigned()
    {
        var heard = new Heard();
        await using var server = new ScriptedServer(Answer(heard, "HTTP/1.1 204 No Content"));
        var secrets = new WebhookSecrets(Options.Create(Settings()));

        var result = await SendAsync(server.Port, Settings());

        Assert.Equal((SendOutcome.Taken, "204 No Content"), (result.Outcome, result.Detail));
        Assert.Equal("POST /hook?x=1 HTTP/1.1", heard.Request);
        Assert.Equal("2012Q1-bulletin-automotive.press", heard.Headers["X-Bulletin-Delivery"]);
        Assert.Equal("1335542700", heard.Headers["X-Bulletin-Timestamp"]);
        // As a receiver does it, from the secret that it was given.
        var signed = HMACSHA256.HashData(
            Convert.FromBase64String(secrets.Of("henan-2012", "press", $"http://127.0.0.1:{server.Port}/hook?x=1")), Encoding.UTF8.GetBytes($"{heard.Headers["X-Bulletin-Timestamp"]}.{heard.Body}"));
        Assert.Equal("sha256=" + Convert.ToHexStringLower(signed), heard.Headers["X-Bulletin-Signature"]);
        var body = JsonNode.Parse(heard.Body);
        Assert.Equal(("bulletin.published", "2012Q1-bulletin-automotive", 1), ((string?)body?["event"], (string?)body?["issue"], (int?)body?["number"]));
        Assert.Equal("汽车产业通报（2012年第1期）", (string?)body?["title"]);
        Assert.Equal(
            ("bulletin.pdf", "ab12", "https://bulletins.example.cn/api/henan-2012/bulletins/2012Q1-bulletin-automotive/pdf"),
            ((string?)body?["files"]?[0]?["name"], (string?)body?["files"]?[0]?["sha256"], (string?)body?["files"]?[0]?["href"]));
    }

    [Theory]
    [InlineData("HTTP/1.1 500 Broken", SendOutcome.NotNow)]
    [InlineData("HTTP/1.1 503 Busy", SendOutcome.NotNow)]
    [InlineData("HTTP/1.1 429 Slow down", SendOutcome.NotNow)]
    [InlineData("HTTP/1.1 404 Not here", SendOutcome.Refused)]
    [InlineData("HTTP/1.1 401 Who", SendOutcome.Refused)]
    [InlineData("HTTP/1.1 302 Elsewhere", SendOutcome.Refused)]
    [InlineData("HTTP/1.1 502 Gateway", SendOutcome.Unknown)]
    [InlineData("HTTP/1.1 504 Gateway", SendOutcome.Unknown)]
    [InlineData("drop", SendOutcome.Unknown)]
    [InlineData("slow", SendOutcome.Unknown)]
    public async Task WhatIsKnown_DependsOnTheAnswer(string answer, SendOutcome outcome)
    {
        await using var server = new ScriptedServer(Answer(new Heard(), answer));

        Assert.Equal(outcome, (await SendAsync(server.Port, Settings())).Outcome);
    }

    [Fact]
    public async Task NobodyListening_IsKnownNotToBeSent()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();

        Assert.Equal(SendOutcome.NotNow, (await SendAsync(port, Settings())).Outcome);
    }

    [Theory]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://localhost")]
    [InlineData("http://[::1]")]
    [InlineData("http://0x7f000001")]
    public async Task OwnNetwork_IsNeverSpokenTo_WhateverItIsCalled(string host)
    {
        var heard = new Heard();
        await using var server = new ScriptedServer(Answer(heard, "HTTP/1.1 204 No Content"));
        var settings = Settings();
        settings.AllowPrivateNetworks = false;

        var result = await SendAsync(server.Port, settings, host);

        Assert.Equal(SendOutcome.Refused, result.Outcome);
        Assert.Contains("private network", result.Detail, StringComparison.Ordinal);
        Assert.Null(heard.Request);
    }

    [Theory]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.8.8.8", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::ffff:10.1.2.3", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("64:ff9b::a01:203", false)]
    [InlineData("::1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("2400:3200::1", true)]
    [InlineData("223.5.5.5", true)]
    public void Address_IsPublicOrNot(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    /// <summary>A host in a network of public addresses has neighbours too.</summary>
    [Theory]
    [InlineData("203.107.45.9", true)]
    [InlineData("::ffff:203.107.45.9", true)]
    [InlineData("203.107.46.1", false)]
    [InlineData("2408:4000:1::77", true)]
    [InlineData("2408:4000:2::77", false)]
    public void Neighbour_IsKnownByTheHostsInterfaces(string address, bool isNeighbour)
    {
        (IPAddress, int)[] own = [(IPAddress.Parse("203.107.45.200"), 24), (IPAddress.Parse("2408:4000:1::1"), 48)];

        Assert.Equal(isNeighbour, OwnNetworks.Hold(IPAddress.Parse(address), own));
    }

    [Fact]
    public void Host_IsItsOwnNeighbour() => Assert.True(OwnNetworks.Hold(IPAddress.Loopback));

    [Fact]
    public void Secret_IsTheSameAtEveryStart_AndAnotherForEverySubscriber()
    {
        using var folder = new TemporaryFolder();
        var options = Options.Create(new WebhookOptions { KeyFile = Path.Combine(folder.Path, "keys", "webhook.key") });

        var (first, second) = (new WebhookSecrets(options), new WebhookSecrets(options));

        const string address = "https://press.example.cn/hook";
        Assert.Equal(first.Of("henan-2012", "press", address), second.Of("henan-2012", "press", address));
        string[] others = [first.Of("henan-2012", "archive", address), first.Of("hebei-2012", "press", address), first.Of("henan-2012", "press", address + "2")];
        Assert.Equal(4, others.Append(first.Of("henan-2012", "press", address)).Distinct().Count());
        Assert.False(new WebhookSecrets(Options.Create(new WebhookOptions())).Configured);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(options.Value.KeyFile));
    }

    private static WebhookOptions Settings() => new() { Key = Key, AllowPrivateNetworks = true, AllowHttp = true, Timeout = TimeSpan.FromSeconds(2) };

    private static async Task<SendResult> SendAsync(int port, WebhookOptions settings, string host = "http://127.0.0.1")
    {
        using var channel = new WebhookChannel(
            new WebhookSecrets(Options.Create(settings)), Options.Create(settings), Options.Create(new PublishingOptions { PublicUrl = new Uri("https://bulletins.example.cn/") }));
        var issue = new PublishedIssue(
            new IssueKey("henan-2012", new Period(2012, 1), PlanBulletin.Id, "automotive"),
            "bulletin-automotive",
            1,
            new DateOnly(2012, 4, 28),
            "张三",
            false,
            Now,
            [new IssueFile("bulletin.pdf", 7, "ab12")]);
        var subscriber = new Subscriber("新闻办", DeliveryChannel.Webhook, $"{host}:{port}/hook?x=1");
        using var prepared = await channel.PrepareAsync(new Parcel(Henan2012.Programme, "2012Q1-bulletin-automotive.press", 1, subscriber, issue, null, Now), Cancellation);
        return await prepared.SendAsync(Cancellation);
    }

    private static Func<ScriptedConnection, CancellationToken, Task> Answer(Heard heard, string answer) => async (line, cancellation) =>
    {
        heard.Request = await line.HearAsync(cancellation);
        while (await line.HearAsync(cancellation) is { Length: > 0 } header)
            heard.Headers[header.Split(": ", 2)[0]] = header.Split(": ", 2)[1];
        var bytes = await line.HearBytesAsync(int.Parse(heard.Headers["Content-Length"], CultureInfo.InvariantCulture), cancellation);
        heard.Body = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes));
        if (answer == "slow")
            await Task.Delay(Timeout.Infinite, cancellation);
        if (answer != "drop")
            await line.SayAsync($"{answer}\r\nContent-Length: 0\r\nConnection: close\r\nLocation: http://127.0.0.1/\r\n", cancellation);
    };

    private sealed class Heard
    {
        public string? Request { get; set; }

        public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

        public string Body { get; set; } = "";
    }
}
