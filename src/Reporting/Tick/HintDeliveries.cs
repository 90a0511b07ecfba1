using Reporting.Catalogue;
using Reporting.Delivery;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Tick;

/// <summary>Hints at every row of the outbox that may be sent now or was left behind.</summary>
public sealed class HintDeliveries(
    DeliveriesTable outbox, SubscribersTable subscribers, IEnumerable<IDeliveryChannel> channels, DeliveryQueue queue)
{
    /// <summary>How many were hinted at.</summary>
    public async Task<int> RunAsync(Programme programme, DateTimeOffset now, CancellationToken cancellation)
    {
        var all = await subscribers.ReadAsync(programme.Id, cancellation);
        // Nobody was ever subscribed, so the outbox has no row; subscribers are switched off, never removed.
        if (all.Count == 0)
            return 0;
        var configured = channels.Where(c => c.Configured).Select(c => c.Channel).ToHashSet();
        // What is for somebody on a channel that the settings say nothing of waits; what a sender left behind is settled all the same.
        var unreachable = all.Where(s => s.Content.Active && !configured.Contains(s.Content.Channel)).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var hinted = 0;
        foreach (var period in programme.Calendar.Periods.Where(p => p.FirstDay <= BeijingTime.DateOf(now)))
        {
            foreach (var row in (await outbox.ReadOpenAsync(programme.Id, period, cancellation)).Where(r => r.IsDue(now)))
            {
                if (row.State == OutboxState.Waiting && unreachable.Contains(row.Subscriber))
                    continue;
                await queue.SendAsync(DeliveryMessage.Write(row), cancellation);
                hinted++;
            }
        }
        return hinted;
    }
}
