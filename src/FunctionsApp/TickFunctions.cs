using Microsoft.Azure.Functions.Worker;
using Reporting.Tick;

namespace FunctionsApp;

/// <summary>The schedule: the timer only ticks, the work is done from the queue.</summary>
public sealed class TickFunctions(RunTick tick)
{
    [Function("Tick")]
    public Task Tick([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => tick.RunAsync(cancellationToken);
}
