using System.Net.Security;
using System.Net.Sockets;
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
    private readonly MailOptions settings = options.Value;

    public async Task<SendResult> SendAsync(MimeMessage mail, string name, CancellationToken cancellationToken)
    {
        using var client = new WatchedClient { Timeout = (int)settings.Timeout.TotalMilliseconds };
        if (settings.AuthorityFile.Length > 0)
            client.ServerCertificateValidationCallback = (_, certificate, _, errors) => IsOfAuthority(certificate, errors);
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, SecurityOf(settings.Security), cancellationToken);
            if (settings.User.Length > 0)
                await client.AuthenticateAsync(settings.User, settings.Password, cancellationToken);
            var answer = await client.SendAsync(mail, cancellationToken);
            await LeaveAsync(client, cancellationToken);
            return new SendResult(SendOutcome.Taken, client.Refused.Count == 0 ? answer : $"{answer}; refused: {string.Join(", ", client.Refused)}");
        }
        catch (SmtpCommandException refused)
        {
            // The server answered, so it is known not to have taken the mail: 4xx for now, 5xx for good where it is of the receiver or the mail. What
            // it says of the sender (530 sign in first) is a matter of the settings.
            var ofTheMail = refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;
            return new SendResult(ofTheMail && (int)refused.StatusCode >= 500 ? SendOutcome.Refused : SendOutcome.NotNow, $"{(int)refused.StatusCode} {refused.Message}");
        }
        catch (Exception failure) when (failure is AuthenticationException or ServiceNotAuthenticatedException)
        {
            // A matter of the settings, which a person can put right: not the receiver's refusal.
            return new SendResult(SendOutcome.NotNow, failure.Message);
        }
        catch (Exception broken) when (broken is SmtpProtocolException or ServiceNotConnectedException or SslHandshakeException or IOException or SocketException
            or TimeoutException or OperationCanceledException or NotSupportedException)
        {
            return new SendResult(client.HandedOver ? SendOutcome.Unknown : SendOutcome.NotNow, $"{broken.GetType().Name}: {broken.Message}");
        }
    }

    /// <summary>The mail is taken; how the conversation ends changes nothing in that.</summary>
    private static async Task LeaveAsync(WatchedClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception impolite) when (impolite is ProtocolException or IOException or SocketException or TimeoutException or OperationCanceledException)
        {
        }
    }

    private bool IsOfAuthority(X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 server || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(settings.AuthorityFile);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(server);
    }

    private static SecureSocketOptions SecurityOf(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    /// <summary>Knows how far the conversation has come; one wrong address keeps nothing from the others.</summary>
    private sealed class WatchedClient : SmtpClient
    {
        /// <summary>True once the server has accepted a recipient: the text follows at once.</summary>
        public bool HandedOver { get; private set; }

        public List<string> Refused { get; } = [];

        protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => HandedOver = true;

        protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
        {
            // For now is not for good: the whole mail is tried again, before anything was handed over.
            if ((int)response.StatusCode < 500 || message.To.Count == 1)
                base.OnRecipientNotAccepted(message, mailbox, response);
            Refused.Add($"{mailbox.Address} ({(int)response.StatusCode} {response.Response})");
        }
    }
}
