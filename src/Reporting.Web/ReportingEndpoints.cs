using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reporting.Access;
using Reporting.Web.Endpoints;
using Reporting.Web.Pages;

namespace Reporting.Web;

/// <summary>The endpoint table: every endpoint there is, a file per feature in <c>Endpoints/</c>. Adding a feature means adding its line here.</summary>
public static class ReportingEndpoints
{
    public static IReadOnlyList<ReportingEndpoint> All { get; } =
    [
        .. CatalogueEndpoints.All,
        .. ObligationEndpoints.All,
        .. EntryEndpoints.All,
        .. PermitEndpoints.All,
        .. ContributionEndpoints.All,
        .. WorkbookEndpoints.All,
        .. StandingEndpoints.All,
        .. ReminderEndpoints.All,
        .. ProjectEndpoints.All,
        .. ProblemEndpoints.All,
        .. InspectionEndpoints.All,
        .. ZoneEndpoints.All,
        .. BulletinEndpoints.All,
        .. DraftEndpoints.All,
        .. SubscriberEndpoints.All,
        .. DeliveryEndpoints.All,
        .. RunEndpoints.All,
        .. KeyEndpoints.All,
        .. HealthEndpoints.All,
        .. DocumentationEndpoints.All,
        .. PortalPages.All,
    ];

    internal static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var endpoint in All)
        {
            if (endpoint.Handler is not { } handler)
                continue;
            string[] methods = endpoint.Method == "GET" ? ["GET", "HEAD"] : [endpoint.Method];
            var route = Map(routes, "/" + endpoint.Pattern, handler, methods).WithName(endpoint.Name).WithMetadata(endpoint);
            if (endpoint.Summary.Length > 0)
                route.WithSummary(endpoint.Summary);
            if (endpoint.Tag.Length > 0)
                route.WithTags(endpoint.Tag);
            endpoint.Describe?.Invoke(route);
            if (endpoint.Roles.Count > 0)
                route.RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireRole(endpoint.Roles.Select(ReportingJson.NameOf)));
        }
        DocumentationEndpoints.Map(routes);
        PortalPages.Map(routes);
    }

    /// <summary>
    /// Maps a handler whose code for binding its parameters is compiled at its first request: for all hundred handlers at once it would take the
    /// first request of a host half a second. What their signatures say is still read, and checked, for all of them.
    /// </summary>
    internal static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, string pattern, Delegate handler, string[] methods) =>
        RouteHandlerServices.Map(routes, pattern, handler, methods, RequestDelegateFactory.InferMetadata, MadeWhenCalled);

    private static RequestDelegateResult MadeWhenCalled(Delegate handler, RequestDelegateFactoryOptions options, RequestDelegateMetadataResult? metadata)
    {
        var made = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, metadata).RequestDelegate);
        return new RequestDelegateResult(context => made.Value(context), metadata?.EndpointMetadata ?? []);
    }

    /// <summary>Role sets that several rows of the table share.</summary>
    internal static class Roles
    {
        public static readonly IReadOnlyList<Role> Everyone = [Role.Unit, Role.Office, Role.Leader, Role.Admin];
        public static readonly IReadOnlyList<Role> Readers = [Role.Office, Role.Leader, Role.Admin];
        public static readonly IReadOnlyList<Role> Writers = [Role.Unit, Role.Office];
        public static readonly IReadOnlyList<Role> Office = [Role.Office];
        public static readonly IReadOnlyList<Role> Admin = [Role.Admin];
        public static readonly IReadOnlyList<Role> Operators = [Role.Office, Role.Admin];
    }
}
