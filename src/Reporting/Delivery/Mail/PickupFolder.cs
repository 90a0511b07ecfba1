using MimeKit;

namespace Reporting.Delivery.Mail;

/// <summary>Puts mails as .eml files into a folder, for trying the system and for mail programs that collect them there.</summary>
public sealed class PickupFolder(string folder) : IMailTransport
{
    public async Task<SendResult> SendAsync(MimeMessage mail, string name, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name + ".eml");
        // Whoever collects files finds whole ones only.
        var making = path + ".part";
        await using (var stream = new FileStream(making, FileMode.Create, FileAccess.Write))
            await mail.WriteToAsync(stream, cancellationToken);
        File.Move(making, path, overwrite: true);
        return new SendResult(SendOutcome.Taken);
    }
}
