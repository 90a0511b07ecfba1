using Reporting.Delivery;

namespace Reporting.Tick;

/// <summary>The watchdog of each day: issues that should exist, and deliveries that a person has to look at.</summary>
public sealed class RunWatchdog(WatchIssues issues, WatchDeliveries deliveries)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await issues.RunAsync(cancellationToken);
        await deliveries.RunAsync(cancellationToken);
    }
}
