using Reporting.Storage;

namespace Reporting.Tick;

/// <summary>Works off the queue <c>work</c> for a host without a queue trigger.</summary>
public sealed class TakeWork(WorkQueue queue, DoWork doWork)
{
    /// <summary>Takes the messages that wait, handles one after the other, and returns how each ended; empty when none waited.</summary>
    public Task<IReadOnlyCollection<WorkOutcome>> RunOnceAsync(CancellationToken cancellationToken) =>
        // A message that comes back before the claim ends finds the piece held and is lost for nothing.
        queue.WorkOffAsync(DoWork.Lease, beside: 1, message => doWork.HandleAsync(message, cancellationToken), cancellationToken);
}
