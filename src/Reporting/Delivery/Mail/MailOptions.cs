using Microsoft.Extensions.Options;
using MimeKit;

namespace Reporting.Delivery.Mail;

/// <summary>How mail is sent (section <c>Delivery:Mail</c>): by a server, or into a folder; with neither, mail waits in the outbox.</summary>
public sealed class MailOptions
{
    public const string Section = "Delivery:Mail";

    /// <summary>The SMTP server; empty for none.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <summary>Without <see cref="MailSecurity.None"/> a server whose certificate does not hold gets nothing.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Empty to send without signing in.</summary>
    public string User { get; set; } = "";

    /// <summary>In Azure a Key Vault reference.</summary>
    public string Password { get; set; } = "";

    /// <summary>A PEM file with the certificate of a private authority, where the server's own comes from one; empty for the machine's authorities.</summary>
    public string AuthorityFile { get; set; } = "";

    /// <summary>The address that mail comes from.</summary>
    public string From { get; set; } = "";

    /// <summary>A folder that takes each mail as an .eml file, in place of a server; empty for none.</summary>
    public string PickupFolder { get; set; } = "";

    /// <summary>In bytes; a larger file is not attached, its place takes a link.</summary>
    public int MostAttachmentBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>How long such a link works.</summary>
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How long the server may take to answer a command.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    internal bool UsesServer => Host.Length > 0;

    internal bool UsesFolder => PickupFolder.Length > 0;

    internal sealed class Validation : IValidateOptions<MailOptions>
    {
        public ValidateOptionsResult Validate(string? name, MailOptions options)
        {
            var faults = Faults(options).ToList();
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }

        private static IEnumerable<string> Faults(MailOptions options)
        {
            if (options is { UsesServer: true, UsesFolder: true })
                yield return $"{Section}:Host and {Section}:PickupFolder exclude each other.";
            if (options.Port is < 1 or > 65535)
                yield return $"{Section}:Port must be between 1 and 65535.";
            if ((options.UsesServer || options.From.Length > 0) && !(MailboxAddress.TryParse(options.From, out var from) && from.Domain.Length > 0))
                yield return $"{Section}:From must be a mail address.";
            if (options is { Security: MailSecurity.None, User.Length: > 0 })
                yield return $"{Section}:User needs TLS: {Section}:Security None would send the password in clear.";
            if (options.AuthorityFile.Length > 0 && !File.Exists(options.AuthorityFile))
                yield return $"{Section}:AuthorityFile: there is no file {options.AuthorityFile}.";
            if (options.MostAttachmentBytes < 0)
                yield return $"{Section}:MostAttachmentBytes must not be negative.";
            if (options.LinkLifetime < TimeSpan.FromMinutes(1) || options.LinkLifetime > TimeSpan.FromDays(7))
                yield return $"{Section}:LinkLifetime must be between one minute and seven days.";
            if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(5))
                yield return $"{Section}:Timeout must be between one second and five minutes.";
        }
    }
}

/// <summary>How the way to the mail server is secured.</summary>
public enum MailSecurity
{
    /// <summary>STARTTLS, and nothing where the server has none (usually port 587).</summary>
    StartTls,

    /// <summary>TLS from the first byte (usually port 465).</summary>
    Tls,

    /// <summary>In clear: for a server on the same machine.</summary>
    None,
}
