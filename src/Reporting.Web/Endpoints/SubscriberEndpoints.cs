using Microsoft.AspNetCore.Http;
using Reporting.Delivery;
using Reporting.Delivery.Webhooks;
using Reporting.Web.Access;
using Reporting.Web.Json;
using Reporting.Web.Problems;
using static Reporting.Web.ReportingEndpoints;

namespace Reporting.Web.Endpoints;

/// <summary>Who gets issues and reminders without asking.</summary>
internal static class SubscriberEndpoints
{
    private const string Route = "api/{programme}/subscribers";
    private const string One = Route + "/{id}";
    private const string Tag = "Delivery";

    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("ListSubscribers", "GET", Route, Roles.Operators)
        {
            Tag = Tag, Summary = "Who gets which issues and reminders, on which way.", Handler = ListAsync, Describe = r => r.Produces<SubscriberListView>().Refuses(404),
        },
        new("GetSubscriber", "GET", One, Roles.Operators)
        {
            Tag = Tag, Summary = "A subscriber as it stands.", Handler = GetAsync, Describe = r => r.Produces<SubscriberView>().Refuses(404),
        },
        new("PutSubscriber", "PUT", One, Roles.Operators)
        {
            Tag = Tag,
            TakesIfMatch = true,
            Summary = "Adds a subscriber under an id of the caller's choice, or says it anew; the answer for a webhook shows the secret that its messages are signed with.",
            Handler = PutAsync,
            Describe = r => r.Produces<SubscriberView>().Produces<SubscriberView>(201).Refuses(400, 404, 409, 412, 413, 415, 422, 428),
        },
    ];

    private static async Task<IResult> ListAsync(SubscriberBook book, string programme, CancellationToken cancellation) =>
        Answers.Of(await book.ListAsync(programme, cancellation), found => TypedResults.Ok(new SubscriberListView([.. found.Subscribers.Select(s => SubscriberView.Of(s, null))])));

    private static async Task<IResult> GetAsync(SubscriberBook book, HttpContext context, string programme, string id, CancellationToken cancellation) =>
        Answers.Of(await book.FindAsync(programme, id, cancellation), found => Answers.Versioned(context, found.Hash, TypedResults.Ok(SubscriberView.Of(found, null))));

    private static async Task<IResult> PutAsync(
        SubscriberBook book, WebhookSecrets secrets, HttpContext context, string programme, string id, JsonBody<Subscriber> body, CancellationToken cancellation)
    {
        if (body.Value is not { } request)
            return new ProblemResult(body.Refusals);
        return await Answers.ChangedAsync(
            context,
            body.Bytes,
            terms => book.PutAsync(Callers.Of(context.User), programme, id, request, terms, cancellation),
            found =>
            {
                var view = SubscriberView.Of(found, found.Content.Channel == DeliveryChannel.Webhook ? secrets.Of(programme, id, found.Content.Address) : null);
                var answer = Answers.Versioned(context, found.Hash, found.Version == 1 ? TypedResults.Created((string?)null, view) : TypedResults.Ok(view));
                context.Response.Headers.CacheControl = "no-store";
                return answer;
            });
    }
}

/// <summary>The subscribers of a programme by id.</summary>
internal sealed record SubscriberListView(IReadOnlyList<SubscriberView> Subscribers);

/// <summary>A subscriber as it stands.</summary>
/// <param name="Secret">What the messages of a webhook are signed with (base64), shown when it is written; null otherwise.</param>
internal sealed record SubscriberView(string Id, Subscriber Details, int Version, DateTimeOffset At, string By, string? Secret)
{
    public static SubscriberView Of(Recorded<Subscriber> found, string? secret) =>
        new(found.Id, found.Content, found.Version, found.At.ToOffset(Schedule.BeijingTime.Offset), found.By, secret);
}
