using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Reporting.Publishing;
using Reporting.Schedule;

namespace Reporting.Delivery.Webhooks;

/// <summary>
/// Posts a JSON message to the subscriber's address: which issue is published, and its files with their hashes. Signed, stamped, never
/// redirected, and never sent to an address inside a private network, whatever a name resolves to at that moment.
/// </summary>
public sealed class WebhookChannel : IDeliveryChannel, IDisposable
{
    private const string Prefix = "X-Bulletin-";
    private const int MostAnswerCharacters = 200;

    private readonly WebhookSecrets secrets;
    private readonly PublishingOptions publishing;
    private readonly HttpClient http;

    public WebhookChannel(WebhookSecrets secrets, IOptions<WebhookOptions> options, IOptions<PublishingOptions> publishing)
    {
        this.secrets = secrets;
        this.publishing = publishing.Value;
        var allowPrivate = options.Value.AllowPrivateNetworks;
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // A proxy would resolve the name itself, and the guard would see the proxy's address only.
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, allowPrivate, cancellationToken),
        })
        {
            Timeout = options.Value.Timeout,
        };
    }

    public DeliveryChannel Channel => DeliveryChannel.Webhook;

    public bool Configured => secrets.Configured;

    public Task<IPreparedDelivery> PrepareAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        var issue = parcel.Issue ?? throw new InvalidOperationException("A webhook takes issues only.");
        var body = new WatchedContent(JsonSerializer.SerializeToUtf8Bytes(WebhookMessage.Of(parcel, issue, publishing.PublicUrl), ReportingJson.Options));
        return Task.FromResult<IPreparedDelivery>(new PreparedRequest(http, RequestOf(parcel, body), body));
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage RequestOf(Parcel parcel, WatchedContent body)
    {
        var timestamp = parcel.At.ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, parcel.Subscriber.Address) { Content = body };
        request.Headers.Add(Prefix + "Delivery", parcel.DeliveryId);
        request.Headers.Add(Prefix + "Timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(Prefix + "Signature", WebhookSecrets.Sign(secrets.Of(parcel.Programme.Id, SubscriberOf(parcel), parcel.Subscriber.Address), timestamp, body.Bytes));
        return request;
    }

    private static string SubscriberOf(Parcel parcel) => parcel.DeliveryId[(parcel.DeliveryId.LastIndexOf('.') + 1)..];

    private static SendResult ResultOf(HttpResponseMessage answer)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode} {answer.ReasonPhrase}");
        var detail = said.Length <= MostAnswerCharacters ? said : said[..MostAnswerCharacters];
        return answer.StatusCode switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new SendResult(SendOutcome.Taken, detail),
            // A gateway's word: what stands behind it may have taken the message.
            HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => new SendResult(SendOutcome.Unknown, detail),
            HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => new SendResult(SendOutcome.NotNow, detail),
            _ => new SendResult(SendOutcome.Refused, detail),
        };
    }

    /// <summary>Looks at the address that is really connected to: a name can mean another one than when it was entered.</summary>
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, bool allowPrivate, CancellationToken cancellationToken)
    {
        var all = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        var allowed = allowPrivate ? all : [.. all.Where(address => PublicAddress.Is(address) && !OwnNetworks.Hold(address))];
        if (all.Length > 0 && allowed.Length == 0)
            throw new PrivateAddressException($"{target.Host} lies in a private network (setting {WebhookOptions.Section}:AllowPrivateNetworks).");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class PreparedRequest(HttpClient http, HttpRequestMessage request, WatchedContent body) : IPreparedDelivery
    {
        public async Task<SendResult> SendAsync(CancellationToken cancellationToken)
        {
            try
            {
                using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                return ResultOf(answer);
            }
            catch (HttpRequestException failure) when (failure.GetBaseException() is PrivateAddressException refused)
            {
                return new SendResult(SendOutcome.Refused, refused.Message);
            }
            catch (Exception broken)
            {
                return new SendResult(body.HandedOver ? SendOutcome.Unknown : SendOutcome.NotNow, $"{broken.GetType().Name}: {broken.Message}");
            }
        }

        public void Dispose()
        {
            request.Dispose();
            body.Dispose();
        }
    }

    /// <summary>Knows whether the receiver can have seen anything of it.</summary>
    private sealed class WatchedContent : HttpContent
    {
        public WatchedContent(byte[] bytes)
        {
            Bytes = bytes;
            Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        public byte[] Bytes { get; }

        /// <summary>True once the request is being written to a connection that stands.</summary>
        public bool HandedOver { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            HandedOver = true;
            return stream.WriteAsync(Bytes).AsTask();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = Bytes.Length;
            return true;
        }
    }

    private sealed class PrivateAddressException(string message) : IOException(message);
}

/// <summary>What a webhook says.</summary>
/// <param name="Event"><c>bulletin.published</c>.</param>
/// <param name="Delivery">The same when it is sent again; a receiver that has seen it need do nothing.</param>
/// <param name="Plan">Null for an issue over all plans.</param>
internal sealed record WebhookMessage(
    string Event,
    string Delivery,
    string Programme,
    string Issue,
    Period Period,
    IssueKind Kind,
    string? Plan,
    int Number,
    DateOnly SignedOn,
    string Signer,
    string Title,
    IReadOnlyList<WebhookFile> Files)
{
    public static WebhookMessage Of(Parcel parcel, PublishedIssue issue, Uri? publicUrl) => new(
        "bulletin.published",
        parcel.DeliveryId,
        parcel.Programme.Id,
        issue.Id,
        issue.Key.Period,
        issue.Key.Kind,
        issue.Key.Plan,
        issue.Number,
        issue.SignedOn,
        issue.Signer,
        IssueTitle.Of(parcel.Programme, issue),
        [.. issue.Files.Select(file => new WebhookFile(file.Name, file.Length, file.Sha256, HrefOf(issue, file, publicUrl)))]);

    private static string? HrefOf(PublishedIssue issue, IssueFile file, Uri? publicUrl) =>
        GetIssueFile.ShortNames.FirstOrDefault(pair => pair.Value == file.Name).Key is { } name
            ? $"{publicUrl?.ToString().TrimEnd('/')}/api/{issue.Key.Programme}/bulletins/{issue.Id}/{name}"
            : null;
}

/// <summary>A file of the issue.</summary>
/// <param name="Href">Where a caller with a key reads it; relative where the setting Publishing:PublicUrl is missing.</param>
internal sealed record WebhookFile(string Name, long Length, string Sha256, string? Href);
