using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Reporting.Delivery.Mail;

/// <summary>
/// Sends by SMTP (RFC 5321). What matters is whether the server may have taken the mail when something fails: before it accepted a recipient it
/// has nothing; after, only its own answer tells.
/// </summary>
public sealed class SmtpTransport(IOptions<MailOptions> options) : IMailTransport
{
    // id-kp-serverAuth, RFC 5280, 4.2.1.12.
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private readonly MailOptions settings = options.Value;

    public async Task<SendResult> SendAsync(MimeMessage mail, string name, CancellationToken cancellationToken)
    {
        using var client = new WatchedClient { Timeout = (int)settings.Timeout.TotalMilliseconds };
        if (settings.AuthorityFile.Length > 0)
            client.ServerCertificateValidationCallback = (_, certificate, chain, errors) => IsOfAuthority(certificate, chain, errors);
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, SecurityOf(settings.Security), cancellationToken);
            if (settings.User.Length > 0)
                await client.AuthenticateAsync(settings.User, settings.Password, cancellationToken);
            var answer = await client.SendAsync(mail, cancellationToken);
            await LeaveAsync(client, cancellationToken);
            return new SendResult(SendOutcome.Taken, answer);
        }
        catch (SmtpCommandException answered)
        {
            return ResultOf(answered, client.HandedOver);
        }
        catch (Exception failure) when (failure is AuthenticationException or ServiceNotAuthenticatedException)
        {
            // A matter of the settings, which a person can put right: not the receiver's refusal.
            return new SendResult(SendOutcome.NotNow, failure.Message);
        }
        catch (Exception broken)
        {
            // Whatever it was: once the mail is handed over, nobody knows.
            return new SendResult(client.HandedOver ? SendOutcome.Unknown : SendOutcome.NotNow, $"{broken.GetType().Name}: {broken.Message}");
        }
    }

    /// <summary>
    /// The server answered, so what became of the mail is known: 2xx is taken, 4xx not for now, 5xx not for good where it is of the receiver or the
    /// mail. What it says of the sender (530 sign in first) is a matter of the settings.
    /// </summary>
    private static SendResult ResultOf(SmtpCommandException answered, bool handedOver)
    {
        var code = (int)answered.StatusCode;
        var ofTheMail = answered.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;
        var outcome = code switch
        {
            // Only 250 is usual behind the text; another 2xx says that it is taken too, and anything below 400 else that nobody knows.
            >= 200 and < 300 when handedOver => SendOutcome.Taken,
            < 400 when handedOver => SendOutcome.Unknown,
            >= 500 when ofTheMail => SendOutcome.Refused,
            _ => SendOutcome.NotNow,
        };
        return new SendResult(outcome, $"{code} {answered.Message}");
    }

    /// <summary>The mail is taken; how the conversation ends changes nothing in that.</summary>
    private static async Task LeaveAsync(WatchedClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception impolite) when (impolite is not OutOfMemoryException)
        {
        }
    }

    private bool IsOfAuthority(X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 server || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(settings.AuthorityFile);
        // What stands between, as the server sent it.
        if (sent is not null)
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainElements.Select(between => between.Certificate).Concat(sent.ChainPolicy.ExtraStore).ToArray());
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        // A private authority seldom publishes where its revocations are read, and a mail that waits for that is never sent.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(server);
    }

    private static SecureSocketOptions SecurityOf(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    /// <summary>Knows how far the conversation has come.</summary>
    private sealed class WatchedClient : SmtpClient
    {
        /// <summary>True once the server has accepted the recipient: the text follows at once.</summary>
        public bool HandedOver { get; private set; }

        protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => HandedOver = true;
    }
}
