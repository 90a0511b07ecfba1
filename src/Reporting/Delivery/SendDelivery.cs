using Microsoft.Extensions.Logging;
using Reporting.Catalogue;
using Reporting.Publishing;
using Reporting.Reminding;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Telemetry;
using Reporting.Tick;

namespace Reporting.Delivery;

/// <summary>
/// Sends one row of the outbox: makes it ready, claims it, sends, and writes down what is known. Whoever dies between claim and settlement leaves a
/// claim behind, and a claim that has run out means that nobody knows: such a row is unconfirmed, and only a person has it sent again.
/// </summary>
public sealed partial class SendDelivery(
    Programmes programmes,
    DeliveriesTable outbox,
    SubscribersTable subscribers,
    ListIssues issues,
    CurrentReminder reminders,
    IEnumerable<IDeliveryChannel> channels,
    RunsTable runs,
    IWorkTrace trace,
    TimeProvider time,
    ILogger<SendDelivery> logger)
{
    /// <summary>How long a sender may hold a row.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Sending is broken off then, whatever the channel waits for: well before the claim ends and the row is called unconfirmed. A host that stops
    /// does not break it off: what became of it would not be known.
    /// </summary>
    private static readonly TimeSpan MostSending = TimeSpan.FromMinutes(5);

    /// <summary>What became of the row; null when it was not to be sent now.</summary>
    public async Task<DeliveryEvent?> RunAsync(string programmeId, Period period, string subject, string subscriberId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var began = time.GetTimestamp();
        if (!programmes.TryGet(programmeId, out var programme)
            || await outbox.FindAsync(programme.Id, period, subject, subscriberId, cancellationToken) is not { } row
            || !row.IsDue(now))
        {
            return null;
        }
        var settled = row.State == OutboxState.Sending
            ? await SettleAsync(row, OutboxState.Unconfirmed, new DeliveryStep(now, DeliveryEvent.Unconfirmed, Detail: "发送进程中断，结果不明。The sender broke off; nobody knows whether it was taken."))
            : await PrepareAndSendAsync(programme, row, now, cancellationToken);
        if (settled?.Steps[^1] is not { } step)
            return null;
        Tell(programme.Id, settled, step);
        if (step.What is DeliveryEvent.Failed or DeliveryEvent.Unconfirmed)
            await RecordAsync(programme.Id, settled, step, now, began, cancellationToken);
        return step.What;
    }

    private async Task<OutboxDelivery?> PrepareAndSendAsync(Programme programme, OutboxDelivery row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if ((await subscribers.FindAsync(programme.Id, row.Subscriber, cancellationToken))?.Content is not { Active: true } subscriber)
            return await CancelAsync(row, "订阅者已停用。The subscriber is switched off.", now);
        if (channels.FirstOrDefault(c => c.Channel == subscriber.Channel) is not { Configured: true } channel)
            return null;
        var letter = row.Letter is null ? null : await reminders.RunAsync(programme, row.Period, row.Subject, subscriber, now, cancellationToken);
        if (row.Letter is not null && letter is null)
            return await CancelAsync(row, "催办已无必要：已经报送，当日已过，或订阅者不再接收。There is nothing left to remind of, its day is over, or the subscriber no longer gets it.", now);
        IPreparedDelivery prepared;
        try
        {
            prepared = await PrepareAsync(programme, row, subscriber, channel, letter, now, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotSent(logger, failure, programme.Id, row.Id);
            return await SettleAsync(row with { Attempts = row.Attempts + 1 }, new SendResult(SendOutcome.NotNow, RunRecord.ErrorOf(failure)), subscriber.Address, now);
        }
        using (prepared)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await ClaimAndSendAsync(programme, row, subscriber, prepared);
        }
    }

    private async Task<IPreparedDelivery> PrepareAsync(
        Programme programme, OutboxDelivery row, Subscriber subscriber, IDeliveryChannel channel, Letter? letter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var issue = letter is null
            ? await issues.FindAsync(programme, row.Subject, cancellationToken) ?? throw new InvalidOperationException($"{row.Subject} is not published.")
            : null;
        return await channel.PrepareAsync(new Parcel(programme, row.Id, row.Attempts + 1, subscriber, issue, letter, now), cancellationToken);
    }

    private async Task<OutboxDelivery?> ClaimAndSendAsync(
        Programme programme, OutboxDelivery row, Subscriber subscriber, IPreparedDelivery prepared)
    {
        var now = time.GetUtcNow();
        if (await outbox.ReplaceAsync(row with { State = OutboxState.Sending, LeaseUntil = now + Lease, Attempts = row.Attempts + 1 }, CancellationToken.None) is not { } claimed)
            return null;
        Reached(row, WorkStep.Sending);
        using var step = Signals.Delivery(programme.Id, ReportingJson.NameOf(subscriber.Channel));
        var result = await SendAsync(programme, row, prepared);
        step.Outcome = ReportingJson.NameOf(result.Outcome);
        Reached(row, WorkStep.Sent);
        return await SettleAsync(claimed, result, subscriber.Address, now);
    }

    private async Task<SendResult> SendAsync(Programme programme, OutboxDelivery row, IPreparedDelivery prepared)
    {
        using var late = new CancellationTokenSource(MostSending, time);
        try
        {
            return await prepared.SendAsync(late.Token);
        }
        catch (Exception failure)
        {
            // A channel throws only before it handed anything over.
            LogNotSent(logger, failure, programme.Id, row.Id);
            return new SendResult(SendOutcome.NotNow, RunRecord.ErrorOf(failure));
        }
    }

    private Task<OutboxDelivery?> SettleAsync(OutboxDelivery claimed, SendResult result, string to, DateTimeOffset now)
    {
        DeliveryStep Step(DeliveryEvent what) => new(now, what, to, Detail: result.Detail);
        var failures = claimed.Failures + 1;
        return result.Outcome switch
        {
            SendOutcome.Taken => SettleAsync(claimed with { Failures = 0 }, OutboxState.Sent, Step(DeliveryEvent.Sent)),
            SendOutcome.Unknown => SettleAsync(claimed, OutboxState.Unconfirmed, Step(DeliveryEvent.Unconfirmed)),
            SendOutcome.NotNow when failures < OutboxDelivery.MostFailures => SettleAsync(
                claimed with { Failures = failures, NotBefore = now + WorkPiece.DelayAfter(failures) }, OutboxState.Waiting, Step(DeliveryEvent.Deferred)),
            _ => SettleAsync(claimed with { Failures = failures }, OutboxState.Failed, Step(DeliveryEvent.Failed)),
        };
    }

    private Task<OutboxDelivery?> CancelAsync(OutboxDelivery row, string why, DateTimeOffset now) =>
        SettleAsync(row, OutboxState.Cancelled, new DeliveryStep(now, DeliveryEvent.Cancelled, Detail: why));

    /// <summary>What is known is written down also while the host stops. Null when somebody else settled the row first.</summary>
    private Task<OutboxDelivery?> SettleAsync(OutboxDelivery row, OutboxState state, DeliveryStep step) => outbox.ReplaceAsync(row.With(state, step), CancellationToken.None);

    private void Reached(OutboxDelivery row, WorkStep step)
    {
        if (row.Letter is null && IssueSeries.TryParseId(row.Programme, row.Subject, out var issue))
            trace.Reached(issue, step);
    }

    // What the other side said can name a person's address, which belongs into the outbox and not into a log.
    private void Tell(string programme, OutboxDelivery row, DeliveryStep step)
    {
        if (step.What == DeliveryEvent.Failed)
            LogFailed(logger, programme, row.Id);
        else if (step.What == DeliveryEvent.Unconfirmed)
            LogUnconfirmed(logger, programme, row.Id);
        else
            LogSettled(logger, programme, row.Id, step.What);
    }

    private async Task RecordAsync(string programme, OutboxDelivery row, DeliveryStep step, DateTimeOffset now, long began, CancellationToken cancellationToken)
    {
        try
        {
            // Not what the receiver said, which can name a person's address: that stands in the outbox.
            await runs.AddAsync(
                new RunRecord(programme, row.Id, now, ReportingJson.NameOf(step.What), time.GetElapsedTime(began), "The row in the outbox says why."), cancellationToken);
        }
        catch (Exception unrecorded) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnrecorded(logger, unrecorded, programme, row.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Programme} {Delivery}: {What}.")]
    private static partial void LogSettled(ILogger logger, string programme, string delivery, DeliveryEvent what);

    [LoggerMessage(EventId = 7101, EventName = "DeliveryFailed", Level = LogLevel.Error, Message = "{Programme} {Delivery} could not be delivered; its row in the outbox says why.")]
    private static partial void LogFailed(ILogger logger, string programme, string delivery);

    [LoggerMessage(EventId = 7102, EventName = "DeliveryUnconfirmed", Level = LogLevel.Error, Message = "{Programme} {Delivery} was sent, and nobody knows whether it was taken; its row in the outbox says why.")]
    private static partial void LogUnconfirmed(ILogger logger, string programme, string delivery);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Programme} {Delivery} could not be sent; it is tried again later.")]
    private static partial void LogNotSent(ILogger logger, Exception failure, string programme, string delivery);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The run of {Programme} {Delivery} could not be recorded.")]
    private static partial void LogUnrecorded(ILogger logger, Exception failure, string programme, string delivery);
}
