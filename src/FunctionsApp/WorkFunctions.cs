using Microsoft.Azure.Functions.Worker;
using Reporting.Delivery;
using Reporting.Tick;

namespace FunctionsApp;

/// <summary>The queues of work and deliveries; <see cref="QueueBinding"/> sees to it that the connection is the account of the section Storage.</summary>
public sealed class WorkFunctions(DoWork doWork, HandleDelivery deliveries)
{
    [Function("Work")]
    public Task Work([QueueTrigger("work", Connection = "Storage")] string message, CancellationToken cancellationToken) =>
        doWork.HandleAsync(message, cancellationToken);

    [Function("Deliver")]
    public Task Deliver([QueueTrigger("deliveries", Connection = "Storage")] string message, CancellationToken cancellationToken) =>
        deliveries.RunAsync(message, cancellationToken);
}
