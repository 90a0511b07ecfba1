using Microsoft.Extensions.Logging;
using Reporting.Access;
using Reporting.Collecting;
using Reporting.Storage;

namespace Reporting.Delivery;

/// <summary>Which deliveries are asked for, as written in the request; null takes everything.</summary>
/// <param name="State">waiting, sending, sent, unconfirmed, failed or cancelled.</param>
public sealed record DeliveryQuery(string Programme, string? Period, string? State, string? Subscriber);

/// <summary>The deliveries that were asked for: by period, subject and subscriber.</summary>
public sealed record DeliveryList(string Programme, IReadOnlyList<OutboxDelivery> Deliveries);

/// <summary>What was sent to whom and what became of it (office and administrators), and sending again.</summary>
public sealed partial class DeliveryBook(
    ObligationBook book, DeliveriesTable outbox, DeliveryQueue queue, TimeProvider clock, ILogger<DeliveryBook> logger)
{
    private const int MostReasonCharacters = 200;
    private static readonly string[] States = [.. Enum.GetValues<OutboxState>().Select(ReportingJson.NameOf)];

    public async Task<Outcome<DeliveryList>> ListAsync(DeliveryQuery query, CancellationToken cancellation)
    {
        var known = book.FindProgramme(query.Programme);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        if (query.State is { } state && !States.Contains(state, StringComparer.Ordinal))
            return new Refusal("parameter-invalid", "state", $"state 应为{string.Join('、', States)}之一。", $"state is one of {string.Join(", ", States)}.");
        var periods = programme.Calendar.Periods;
        if (query.Period is { } wanted)
        {
            var found = book.FindPeriod(query.Programme, wanted);
            if (found.Value is not var (_, period, _))
                return found.Refusals.ToList();
            periods = [period];
        }
        var rows = new List<OutboxDelivery>();
        foreach (var period in periods)
            rows.AddRange(await outbox.ReadAsync(programme.Id, period, cancellation));
        return new DeliveryList(
            programme.Id,
            [.. rows.Where(r => (query.State is null || ReportingJson.NameOf(r.State) == query.State) && (query.Subscriber is null || r.Subscriber == query.Subscriber))]);
    }

    /// <summary>Puts a row that came to an end back into the outbox: a person decides that it may be sent twice.</summary>
    /// <param name="key">Null when a repetition is to count as a request of its own.</param>
    public async Task<Outcome<OutboxDelivery>> ResendAsync(
        Caller caller, string programmeId, string id, string? reason, IdempotencyKey? key, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var known = book.FindProgramme(programmeId);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        var why = RecordRules.RequiredText(reason, "reason", MostReasonCharacters);
        if (why.Value is not { } given)
            return why.Refusals.ToList();
        if (!DeliveryId.TryParse(id, out var period, out var subject, out var subscriber)
            || await outbox.FindAsync(programme.Id, period, subject, subscriber, cancellation) is not { } row)
        {
            return new Refusal("delivery-not-found", "id", $"发件箱中没有“{id}”。", $"There is no delivery '{id}'.");
        }
        if (key is not null && row.ResentBy?.Scope == key.Scope)
            return row.ResentBy.Request == key.Request ? row : IdempotencyKey.Reused();
        if (row.State is OutboxState.Waiting or OutboxState.Sending)
            return new Refusal("wrong-state", null, "该件尚在待发或发送中，不能重发。", "It is waiting or being sent; it cannot be sent again yet.");
        var again = row with { Failures = 0, NotBefore = now, ResentBy = key };
        if (await outbox.ReplaceAsync(again.With(OutboxState.Waiting, new DeliveryStep(now, DeliveryEvent.Resent, By: caller.Person, Detail: given)), cancellation) is not { } waiting)
            return new Refusal("busy", null, "该件刚被他人更改，请重新查看。", "Somebody else changed it just now; look at it again.");
        await HintAsync(waiting, cancellation);
        return waiting;
    }

    /// <summary>The row is written and will be sent; a hint that is lost, the next tick makes good.</summary>
    private async Task HintAsync(OutboxDelivery row, CancellationToken cancellation)
    {
        try
        {
            await queue.SendAsync(DeliveryMessage.Write(row), cancellation);
        }
        catch (StorageUnavailableException failure)
        {
            LogNoHint(logger, failure, row.Programme, row.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Programme} {Delivery} is to be sent again with the next tick; it could not be hinted at.")]
    private static partial void LogNoHint(ILogger logger, Exception failure, string programme, string delivery);
}
