using Microsoft.AspNetCore.Http;
using Reporting.Delivery;
using Reporting.Schedule;
using Reporting.Web.Access;
using Reporting.Web.Json;
using Reporting.Web.Problems;
using static Reporting.Web.ReportingEndpoints;

namespace Reporting.Web.Endpoints;

/// <summary>The outbox: what was sent to whom, and what became of it.</summary>
internal static class DeliveryEndpoints
{
    private const string Route = "api/{programme}/deliveries";
    private const string Tag = "Delivery";

    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("ListDeliveries", "GET", Route, Roles.Operators)
        {
            Tag = Tag,
            Summary = "What was put into the outbox and what became of it; ?period=, ?state= (waiting, sending, sent, unconfirmed, failed, cancelled) and ?subscriber= narrow the list.",
            Handler = ListAsync,
            Describe = r => r.Produces<DeliveryListView>().Refuses(400, 404),
        },
        new("ResendDelivery", "POST", Route + "/{id}/resend", Roles.Operators)
        {
            Tag = Tag,
            TakesIdempotencyKey = true,
            Summary = "Sends again what was sent, failed or is unconfirmed, with a reason; who asked for it stays in its history.",
            Handler = ResendAsync,
            Describe = r => r.Produces<DeliveryView>().Refuses(400, 404, 409, 413, 415, 422),
        },
    ];

    private static async Task<IResult> ListAsync(
        DeliveryBook book, string programme, string? period, string? state, string? subscriber, CancellationToken cancellation) =>
        Answers.Of(
            await book.ListAsync(new DeliveryQuery(programme, period, state, subscriber), cancellation),
            found => TypedResults.Ok(new DeliveryListView([.. found.Deliveries.Select(DeliveryView.Of)])));

    private static async Task<IResult> ResendAsync(
        DeliveryBook book, HttpContext context, string programme, string id, JsonBody<ResendRequest> body, CancellationToken cancellation) =>
        body.Value is { } request
            ? await Answers.ChangedAsync(
                context,
                body.Bytes,
                terms => book.ResendAsync(Callers.Of(context.User), programme, id, request.Reason, terms.Idempotency, cancellation),
                found => TypedResults.Ok(DeliveryView.Of(found)))
            : new ProblemResult(body.Refusals);
}

/// <summary>The rows of the outbox that were asked for.</summary>
internal sealed record DeliveryListView(IReadOnlyList<DeliveryView> Deliveries);

/// <summary>A row of the outbox.</summary>
/// <param name="Subject">The id of the issue, or of the reminder.</param>
/// <param name="NotBefore">When it is tried next, while it waits; null otherwise.</param>
/// <param name="Steps">What happened to it, oldest first.</param>
internal sealed record DeliveryView(
    string Id, string Subject, string Subscriber, OutboxState State, int Failures, DateTimeOffset? NotBefore, IReadOnlyList<DeliveryStep> Steps)
{
    public static DeliveryView Of(OutboxDelivery row) => new(
        row.Id,
        row.Subject,
        row.Subscriber,
        row.State,
        row.Failures,
        row.State == OutboxState.Waiting ? row.NotBefore.ToOffset(BeijingTime.Offset) : null,
        [.. row.Steps.Select(step => step with { At = step.At.ToOffset(BeijingTime.Offset) })]);
}

/// <summary>Why something is sent again, at most 200 characters.</summary>
internal sealed record ResendRequest(string Reason);
