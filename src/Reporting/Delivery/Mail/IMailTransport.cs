using MimeKit;

namespace Reporting.Delivery.Mail;

/// <summary>Hands a mail over.</summary>
public interface IMailTransport
{
    /// <summary>Throws only before anything was handed over.</summary>
    /// <param name="name">Of the mail among all others; the same for the same attempt.</param>
    Task<SendResult> SendAsync(MimeMessage mail, string name, CancellationToken cancellationToken);
}
