using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;

namespace Reporting.Web.Endpoints;

/// <summary>The OpenAPI document and the reference page made from it; both are mapped by their libraries.</summary>
internal static class DocumentationEndpoints
{
    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("OpenApi", "GET", "openapi/v1.json", []),
        new("Docs", "GET", "docs", []),
        new("DocsFiles", "GET", "docs/{*path}", []),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        AlsoForHead(routes.MapOpenApi("/openapi/{documentName}.json"));
        AlsoForHead(routes.MapScalarApiReference("/docs", options => options
            .WithTitle("年度行动计划进展报送")
            .WithOpenApiRoutePattern("/openapi/{documentName}.json")
            .AddDocument(OpenApiDocument.Name)
            .DisableDefaultFonts()));
    }

    // The libraries map GET only; the last method list of an endpoint counts.
    private static void AlsoForHead(IEndpointConventionBuilder endpoint) =>
        endpoint.Add(builder => builder.Metadata.Add(new HttpMethodMetadata(["GET", "HEAD"])));
}
