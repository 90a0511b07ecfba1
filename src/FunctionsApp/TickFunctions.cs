using Microsoft.Azure.Functions.Worker;
using Reporting.Tick;

namespace FunctionsApp;

/// <summary>The schedule: the timers only tick and watch, the work is done from the queue.</summary>
public sealed class TickFunctions(RunTick tick, RunWatchdog watch)
{
    [Function("Tick")]
    public Task Tick([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => tick.RunAsync(cancellationToken);

    [Function("Watchdog")]
    public Task Watchdog([TimerTrigger("0 0 0 * * *")] TimerInfo timer, CancellationToken cancellationToken) => watch.RunAsync(cancellationToken);
}
