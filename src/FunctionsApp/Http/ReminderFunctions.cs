using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>Whom the tick reminded of what.</summary>
public sealed class ReminderFunctions(Pipeline pipeline)
{
    [Function("ListReminders")]
    public Task<IResult> ListReminders(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/reminders")] HttpRequest request) => pipeline.RunAsync(request);
}
