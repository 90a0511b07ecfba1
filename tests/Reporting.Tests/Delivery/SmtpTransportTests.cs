using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using MimeKit;
using Reporting.Delivery;
using Reporting.Delivery.Mail;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using Testing;

namespace Reporting.Tests.Delivery;

/// <summary>Mail over real SMTP on loopback: what is known when it ends, however it ends.</summary>
public sealed class SmtpTransportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task Mail_IsTaken_OverTls_BySomebodyWhoSignedIn(MailSecurity security)
    {
        await using var server = new RealServer(folder.Path, security == MailSecurity.Tls);

        var result = await SendAsync(server.Options(security));

        Assert.Equal(SendOutcome.Taken, result.Outcome);
        var mail = Assert.Single(server.Mails);
        Assert.Equal(("汽车产业通报（2012年第1期）", "请查收。"), (mail.Subject, mail.TextBody?.Trim()));
        Assert.Equal(["office"], server.SignedIn);
    }

    [Fact]
    public async Task WrongPassword_IsNoRefusalOfTheMail()
    {
        await using var server = new RealServer(folder.Path, tlsAtOnce: false);
        var options = server.Options(MailSecurity.StartTls);
        options.Password = "wrong";

        var result = await SendAsync(options);

        Assert.Equal(SendOutcome.NotNow, result.Outcome);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task ServerWithACertificateOfNobody_GetsNothing()
    {
        await using var server = new RealServer(folder.Path, tlsAtOnce: false);
        var options = server.Options(MailSecurity.StartTls);
        options.AuthorityFile = "";

        Assert.Equal(SendOutcome.NotNow, (await SendAsync(options)).Outcome);
        Assert.Empty(server.SignedIn);
    }

    [Fact]
    public async Task ServerWithAnothersCertificate_GetsNothing()
    {
        await using var server = new RealServer(folder.Path, tlsAtOnce: false, named: "mail.example.cn");

        Assert.Equal(SendOutcome.NotNow, (await SendAsync(server.Options(MailSecurity.StartTls))).Outcome);
        Assert.Empty(server.SignedIn);
    }

    [Fact]
    public async Task ServerWithoutTls_GetsNothing_WhereTlsIsAskedFor()
    {
        await using var server = new ScriptedServer(Talk());
        var options = Plain(server.Port);
        options.Security = MailSecurity.StartTls;

        Assert.Equal(SendOutcome.NotNow, (await SendAsync(options)).Outcome);
    }

    [Theory]
    [InlineData("at-greeting", SendOutcome.NotNow, null)]
    [InlineData("550-recipient", SendOutcome.Refused, "550")]
    [InlineData("451-recipient", SendOutcome.NotNow, "451")]
    [InlineData("530-sender", SendOutcome.NotNow, null)]
    [InlineData("550-sender", SendOutcome.NotNow, "550")]
    [InlineData("554-data", SendOutcome.Refused, "554")]
    [InlineData("452-data", SendOutcome.NotNow, "452")]
    [InlineData("252-data", SendOutcome.Taken, "252")]
    [InlineData("354-data", SendOutcome.Unknown, "354")]
    [InlineData("drop-after-data", SendOutcome.Unknown, null)]
    [InlineData("slow-after-data", SendOutcome.Unknown, null)]
    [InlineData("slow-greeting", SendOutcome.NotNow, null)]
    [InlineData("drop-after-answer", SendOutcome.Taken, null)]
    public async Task WhatIsKnown_DependsOnWhereItEnds(string where, SendOutcome outcome, string? code)
    {
        await using var server = new ScriptedServer(Talk(where));

        var result = await SendAsync(Plain(server.Port));

        Assert.Equal(outcome, result.Outcome);
        if (code is not null)
            Assert.StartsWith(code, result.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyListening_IsKnownNotToBeSent()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();

        Assert.Equal(SendOutcome.NotNow, (await SendAsync(Plain(port))).Outcome);
    }

    private static Task<SendResult> SendAsync(MailOptions options)
    {
        var mail = new MimeMessage { Subject = "汽车产业通报（2012年第1期）", Body = new TextPart("plain") { Text = "请查收。" } };
        mail.From.Add(MailboxAddress.Parse("office@example.cn"));
        mail.To.Add(MailboxAddress.Parse("governor@example.cn"));
        return new SmtpTransport(Options.Create(options)).SendAsync(mail, "one", Cancellation);
    }

    private static MailOptions Plain(int port) =>
        new() { Host = "127.0.0.1", Port = port, Security = MailSecurity.None, From = "office@example.cn", Timeout = TimeSpan.FromSeconds(2) };

    /// <summary>A mail server that keeps to the protocol until the place where it does not.</summary>
    private static Func<ScriptedConnection, CancellationToken, Task> Talk(string where = "") => async (line, cancellation) =>
    {
        if (where == "at-greeting")
            return;
        if (where == "slow-greeting")
            await Task.Delay(Timeout.Infinite, cancellation);
        await line.SayAsync("220 test", cancellation);
        while (await line.HearAsync(cancellation) is { } heard)
        {
            var command = heard.Split(' ')[0].ToUpperInvariant();
            if (command == "QUIT")
                return;
            if (command == "DATA")
            {
                await line.SayAsync("354 go on", cancellation);
                while (await line.HearAsync(cancellation) is { } text && text != ".")
                {
                }
                if (where == "drop-after-data")
                    return;
                if (where == "slow-after-data")
                    await Task.Delay(Timeout.Infinite, cancellation);
                await line.SayAsync(where switch { "554-data" => "554 looks like an advertisement", "452-data" => "452 no room", "252-data" => "252 taken too", "354-data" => "354 more", _ => "250 taken" }, cancellation);
                if (where == "drop-after-answer")
                    return;
            }
            else
            {
                var wrong = (command == "MAIL" && where.EndsWith("-sender", StringComparison.Ordinal)) || (command == "RCPT" && where.EndsWith("-recipient", StringComparison.Ordinal));
                await line.SayAsync(wrong ? $"{where[..3]} not here" : "250 ok", cancellation);
            }
        }
    };

    /// <summary>A mail server as others write it, with a certificate from an authority of the test's own.</summary>
    private sealed class RealServer : MessageStore, IUserAuthenticator, IUserAuthenticatorFactory, IAsyncDisposable
    {
        private readonly CancellationTokenSource stopping = new();
        private readonly Task running;
        private readonly string authority;

        public RealServer(string folder, bool tlsAtOnce, string named = "localhost")
        {
            authority = Path.Combine(folder, "authority.pem");
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
            free.Stop();
            var options = new SmtpServerOptionsBuilder()
                .ServerName("localhost")
                .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).IsSecure(tlsAtOnce).AuthenticationRequired().Certificate(Certificate(named)))
                .Build();
            var services = new ServiceProvider();
            services.Add((IMessageStore)this);
            services.Add((IUserAuthenticatorFactory)this);
            running = new SmtpServer.SmtpServer(options, services).StartAsync(stopping.Token);
        }

        public int Port { get; }

        public ConcurrentQueue<MimeMessage> Mails { get; } = new();

        public ConcurrentQueue<string> SignedIn { get; } = new();

        public MailOptions Options(MailSecurity security) => new()
        {
            Host = "localhost",
            Port = Port,
            Security = security,
            From = "office@example.cn",
            User = "office",
            Password = "secret",
            AuthorityFile = authority,
        };

        public IUserAuthenticator CreateInstance(ISessionContext context) => this;

        public Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken)
        {
            var right = (user, password) == ("office", "secret");
            if (right)
                SignedIn.Enqueue(user);
            return Task.FromResult(right);
        }

        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, System.Buffers.ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var stream = new MemoryStream(System.Buffers.BuffersExtensions.ToArray(buffer));
            Mails.Enqueue(await MimeMessage.LoadAsync(stream, cancellationToken));
            return SmtpResponse.Ok;
        }

        public async ValueTask DisposeAsync()
        {
            await stopping.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stopping.Dispose();
        }

        private X509Certificate2 Certificate(string named)
        {
            var now = TimeProvider.System.GetUtcNow();
            using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var root = new CertificateRequest("CN=test authority", authorityKey, HashAlgorithmName.SHA256);
            root.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
            using var issuer = root.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
            File.WriteAllText(authority, issuer.ExportCertificatePem());
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest($"CN={named}", key, HashAlgorithmName.SHA256);
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName(named);
            request.CertificateExtensions.Add(names.Build());
            using var issued = request.Create(issuer, now.AddDays(-1), now.AddDays(1), RandomNumberGenerator.GetBytes(8));
            using var whole = issued.CopyWithPrivateKey(key);
            return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
        }
    }
}
