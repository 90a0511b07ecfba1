using Microsoft.Azure.Functions.Worker;
using Reporting.Tick;

namespace FunctionsApp;

/// <summary>The work queue; <see cref="QueueBinding"/> sees to it that the connection is the account of the section Storage.</summary>
public sealed class WorkFunctions(DoWork doWork)
{
    [Function("Work")]
    public Task Work([QueueTrigger("work", Connection = "Storage")] string message, CancellationToken cancellationToken) =>
        doWork.HandleAsync(message, cancellationToken);
}
