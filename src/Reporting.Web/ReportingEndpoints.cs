using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reporting.Access;
using Reporting.Web.Endpoints;

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
    ];

    internal static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var endpoint in All)
        {
            if (endpoint.Handler is not { } handler)
                continue;
            string[] methods = endpoint.Method == "GET" ? ["GET", "HEAD"] : [endpoint.Method];
            var route = routes.MapMethods("/" + endpoint.Pattern, methods, handler).WithName(endpoint.Name).WithMetadata(endpoint);
            if (endpoint.Summary.Length > 0)
                route.WithSummary(endpoint.Summary);
            if (endpoint.Tag.Length > 0)
                route.WithTags(endpoint.Tag);
            endpoint.Describe?.Invoke(route);
            if (endpoint.Roles.Count > 0)
                route.RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireRole(endpoint.Roles.Select(ReportingJson.NameOf)));
        }
        DocumentationEndpoints.Map(routes);
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
