using Reporting.Storage;

namespace Reporting.Tick;

/// <summary>Works off the queue for a host without a queue trigger.</summary>
public sealed class TakeWork(WorkQueue queue, DoWork doWork)
{
    private const int AtOnce = 16;

    // As long as the claim: a message that comes back earlier finds the piece held and is lost for nothing.
    private static readonly TimeSpan HiddenFor = DoWork.Lease;

    /// <summary>Takes the messages that wait, handles one after the other, and returns how each ended; empty when none waited.</summary>
    public async Task<IReadOnlyList<WorkOutcome>> RunOnceAsync(CancellationToken cancellationToken)
    {
        var outcomes = new List<WorkOutcome>();
        foreach (var delivery in await queue.ReceiveAsync(AtOnce, HiddenFor, cancellationToken))
        {
            outcomes.Add(await doWork.HandleAsync(delivery.Text, cancellationToken));
            await queue.DeleteAsync(delivery, cancellationToken);
        }
        return outcomes;
    }
}
