using Microsoft.Extensions.Options;
using MimeKit;
using Reporting.Bulletins.Sentences;
using Reporting.Publishing;
using Reporting.Schedule;

namespace Reporting.Delivery.Mail;

/// <summary>Sends issues and reminders by e-mail: the issue attached, or behind a link where it is too large.</summary>
public sealed class MailChannel(
    IMailTransport transport, GetIssueFile files, ShareIssueFile share, IOptions<MailOptions> options, IOptions<PublishingOptions> publishing) : IDeliveryChannel
{
    private const string Indent = "　　";
    private const string NoAddress = "bulletins@localhost";

    private readonly MailOptions settings = options.Value;

    public DeliveryChannel Channel => DeliveryChannel.Email;

    public bool Configured => settings.UsesServer || settings.UsesFolder;

    public async Task<IPreparedDelivery> PrepareAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        var mail = new MimeMessage();
        try
        {
            await WriteAsync(mail, parcel, cancellationToken);
            return new PreparedMail(transport, mail, FormattableString.Invariant($"{parcel.Programme.Id}.{parcel.DeliveryId}.{parcel.Attempt}"));
        }
        catch
        {
            mail.Dispose();
            throw;
        }
    }

    private async Task WriteAsync(MimeMessage mail, Parcel parcel, CancellationToken cancellationToken)
    {
        var from = settings.From.Length > 0 ? settings.From : NoAddress;
        var office = OfficeOf(parcel);
        mail.From.Add(new MailboxAddress(office, MailboxAddress.Parse(from).Address));
        mail.To.Add(new MailboxAddress(parcel.Subscriber.Name, parcel.Subscriber.Address));
        mail.Date = parcel.At.ToOffset(BeijingTime.Offset);
        // The same at every repetition of one attempt, so that a receiver can tell a double from another mail.
        mail.MessageId = FormattableString.Invariant($"{parcel.Programme.Id}.{parcel.DeliveryId}.{parcel.Attempt}@{MailboxAddress.Parse(from).Domain}");
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (parcel.Issue is { } issue)
            await WriteAsync(mail, parcel, issue, office, cancellationToken);
        else if (parcel.Letter is { } letter)
            (mail.Subject, mail.Body) = (letter.Subject, new TextPart("plain") { Text = Demonstration() + letter.Body });
    }

    private async Task WriteAsync(MimeMessage mail, Parcel parcel, PublishedIssue issue, string office, CancellationToken cancellationToken)
    {
        var format = ReportingJson.NameOf(parcel.Subscriber.Format);
        var content = await files.RunAsync(issue, format, cancellationToken)
            ?? throw new InvalidOperationException($"{issue.Id} no. {issue.Number} has no file {format}.");
        var title = IssueTitle.Of(parcel.Programme, issue);
        var name = title + Path.GetExtension(content.File.Name);
        var attached = content.Content.Length <= settings.MostAttachmentBytes;
        var where = attached ? "请查收附件。" : await LinkAsync(parcel, issue, format, cancellationToken);
        mail.Subject = title;
        var body = new BodyBuilder
        {
            TextBody = $"""
                {Demonstration()}{parcel.Subscriber.Name}：
                {Indent}现将{title}发送贵处，{where}
                {Indent}文件名：{name}
                {Indent}校验值（SHA-256）：{content.File.Sha256}
                {Indent}本邮件由系统自动发送，请勿直接回复。

                {office}
                {ChineseDate.Of(issue.SignedOn)}

                """.ReplaceLineEndings("\n"),
        };
        // Quoted-printable, which is usual for text, lets a server on the way change line ends, and the file's hash with them.
        if (attached && body.Attachments.Add(name, content.Content, ContentType.Parse(content.MediaType)) is MimePart file)
            file.ContentTransferEncoding = ContentEncoding.Base64;
        mail.Body = body.ToMessageBody();
    }

    private async Task<string> LinkAsync(Parcel parcel, PublishedIssue issue, string format, CancellationToken cancellationToken)
    {
        var link = await share.RunAsync(parcel.Programme, issue, format, settings.LinkLifetime, $"{parcel.Subscriber.Name}（{parcel.DeliveryId}）", cancellationToken);
        var until = link.ExpiresAt.ToOffset(BeijingTime.Offset);
        return FormattableString.Invariant($"文件较大，请于{ChineseDate.Of(BeijingTime.DateOf(link.ExpiresAt))}{until.Hour}时前从以下链接下载，过期失效：\n{link.Url}");
    }

    private string Demonstration() => publishing.Value.Demonstration ? "（演示数据，仅供试用）\n" : "";

    // A reminder is signed in its own text.
    private static string OfficeOf(Parcel parcel) => parcel.Issue?.Key.Plan is { } id && parcel.Programme.TryGetPlan(id, out var plan)
        ? Frame.OfficeOf(plan.Office)
        : Frame.OfficeOf(parcel.Programme.Office);

    private sealed class PreparedMail(IMailTransport transport, MimeMessage mail, string name) : IPreparedDelivery
    {
        public Task<SendResult> SendAsync(CancellationToken cancellationToken) => transport.SendAsync(mail, name, cancellationToken);

        public void Dispose() => mail.Dispose();
    }
}
