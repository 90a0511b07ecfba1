using Microsoft.AspNetCore.Builder;
using Reporting.Access;

namespace Reporting.Web;

/// <summary>One row of the endpoint table: what the Functions host declares, what is mapped, and who may call it.</summary>
/// <param name="Name">Unique, e.g. <c>PutProgress</c>; the operation id of the OpenAPI document and the function's name.</param>
/// <param name="Method">GET, PUT or POST; a GET answers HEAD too.</param>
/// <param name="Pattern">The route without a leading slash, e.g. <c>api/{programme}/plans</c>.</param>
/// <param name="Roles">Who may call it; empty for anyone without a key.</param>
public sealed record ReportingEndpoint(string Name, string Method, string Pattern, IReadOnlyList<Role> Roles)
{
    /// <summary>One English sentence for the OpenAPI document.</summary>
    internal string Summary { get; init; } = "";

    /// <summary>The feature under which the OpenAPI document lists it.</summary>
    internal string Tag { get; init; } = "";

    /// <summary>Null for what a library maps itself.</summary>
    internal Delegate? Handler { get; init; }

    /// <summary>Whether it changes something that has versions: it takes If-Match and Idempotency-Key.</summary>
    internal bool TakesIfMatch { get; init; }

    /// <summary>Whether it adds something, or changes several things at once: it takes Idempotency-Key alone.</summary>
    internal bool TakesIdempotencyKey { get; init; }

    /// <summary>What the OpenAPI document says beyond the handler's signature.</summary>
    internal Action<RouteHandlerBuilder>? Describe { get; init; }
}
