using Microsoft.Extensions.Logging;
using Reporting.Catalogue;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Delivery;

/// <summary>
/// Once a day, raises an alert where the outbox has rows that nothing more is done for by itself: failed, unconfirmed, or waiting for more than a day.
/// The alert of the moment can be lost, with the log line that it hangs on; this one comes again until somebody has settled them.
/// </summary>
public sealed partial class WatchDeliveries(Programmes programmes, DeliveriesTable outbox, TimeProvider time, ILogger<WatchDeliveries> logger)
{
    private static readonly TimeSpan MostWaiting = TimeSpan.FromDays(1);

    // What was left as it is for so long has been seen, or is of no use to anybody any more.
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(14);

    /// <summary>The ids of such rows, over all programmes; a programme that cannot be read keeps no other from being watched.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var open = new List<string>();
        foreach (var programme in programmes.All)
        {
            try
            {
                var found = await OpenAsync(programme, now, cancellationToken);
                open.AddRange(found.Select(row => row.Id));
                if (found.Count > 0)
                    LogOpen(logger, programme.Id, found.Count, found[0].Id);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                LogUnwatched(logger, failure, programme.Id);
            }
        }
        return open;
    }

    private async Task<List<OutboxDelivery>> OpenAsync(Programme programme, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = new List<OutboxDelivery>();
        foreach (var period in programme.Calendar.Periods.Where(p => p.FirstDay <= BeijingTime.DateOf(now)))
            open.AddRange((await outbox.ReadAsync(programme.Id, period, cancellationToken)).Where(row => IsOpen(row, now)));
        return open;
    }

    private static bool IsOpen(OutboxDelivery row, DateTimeOffset now)
    {
        var since = now - row.Steps[^1].At;
        return since <= LooksBack && row.State switch
        {
            OutboxState.Failed or OutboxState.Unconfirmed => true,
            OutboxState.Waiting or OutboxState.Sending => since > MostWaiting,
            _ => false,
        };
    }

    [LoggerMessage(EventId = 7103, EventName = "DeliveriesOpen", Level = LogLevel.Error, Message = "{Programme} has {Count} deliveries that wait for a person to look at them, {First} the first of them.")]
    private static partial void LogOpen(ILogger logger, string programme, int count, string first);

    [LoggerMessage(EventId = 7104, EventName = "DeliveriesUnwatched", Level = LogLevel.Error, Message = "The outbox of {Programme} could not be watched.")]
    private static partial void LogUnwatched(ILogger logger, Exception failure, string programme);
}
