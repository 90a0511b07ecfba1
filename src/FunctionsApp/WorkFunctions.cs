using Microsoft.Azure.Functions.Worker;
using Reporting.Tick;

namespace FunctionsApp;

/// <summary>The work queue; its connection is the section Storage, the same account that the options name.</summary>
public sealed class WorkFunctions(DoWork doWork)
{
    [Function("Work")]
    public Task Work([QueueTrigger("work", Connection = "Storage")] string message, CancellationToken cancellationToken) =>
        doWork.HandleAsync(message, cancellationToken);
}
