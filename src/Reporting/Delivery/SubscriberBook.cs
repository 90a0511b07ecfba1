using Microsoft.Extensions.Options;
using Reporting.Access;
using Reporting.Collecting;
using Reporting.Delivery.Webhooks;
using Reporting.Storage;

namespace Reporting.Delivery;

/// <summary>Who gets what (office and administrators): lists, shows and changes subscribers.</summary>
public sealed class SubscriberBook(
    ObligationBook book, SubscribersTable table, WebhookSecrets secrets, IOptions<WebhookOptions> webhooks, TimeProvider clock)
{
    /// <summary>Every subscriber of a programme by id.</summary>
    public async Task<Outcome<SubscriberList>> ListAsync(string programmeId, CancellationToken cancellation)
    {
        var known = book.FindProgramme(programmeId);
        return known.Value is { } programme
            ? new SubscriberList(programme.Id, await table.ReadAsync(programme.Id, cancellation))
            : known.Refusals.ToList();
    }

    public async Task<Outcome<Recorded<Subscriber>>> FindAsync(string programmeId, string id, CancellationToken cancellation)
    {
        var known = book.FindProgramme(programmeId);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        return SubscriberRules.Id(id) is null && await table.FindAsync(programme.Id, id, cancellation) is { } found ? found : Unknown(id);
    }

    /// <summary>Adds the subscriber, or says it anew on the caller's terms.</summary>
    public async Task<Outcome<Recorded<Subscriber>>> PutAsync(
        Caller caller, string programmeId, string id, Subscriber sent, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var known = book.FindProgramme(programmeId);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        if (SubscriberRules.Id(id) is { } named)
            return named;
        var subscriber = SubscriberRules.Cleaned(sent);
        var refusals = SubscriberRules.Check(subscriber, programme, webhooks.Value);
        if (refusals.Count > 0)
            return refusals;
        if (subscriber.Channel == DeliveryChannel.Webhook && !secrets.Configured)
        {
            return new Refusal(
                "channel-not-configured", "channel", "系统未设置回调密钥（Delivery:Webhook:Key），不能以回调方式发送。", "The setting Delivery:Webhook:Key is missing, so webhooks cannot be signed.");
        }
        return await table.WriteAsync(programme.Id, id, terms, current => new RecordChange<Subscriber>(id, current, subscriber, now, caller.Person), cancellation);
    }

    private static Refusal Unknown(string id) => new("subscriber-not-found", "id", $"没有订阅者“{id}”。", $"There is no subscriber '{id}'.");
}

/// <summary>The subscribers of a programme by id.</summary>
public sealed record SubscriberList(string Programme, IReadOnlyList<Recorded<Subscriber>> Subscribers);
