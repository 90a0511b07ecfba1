using Reporting.Web.Endpoints;

namespace Reporting.Web;

/// <summary>The endpoint table: every endpoint there is, a file per feature in <c>Endpoints/</c>. Adding a feature means adding its line here.</summary>
public static class ReportingEndpoints
{
    public static IReadOnlyList<ReportingEndpoint> All { get; } =
    [
        .. HealthEndpoints.All,
    ];
}
