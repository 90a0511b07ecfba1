using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Reporting.Web.Access;
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
        // Any other name would be answered by the library, in plain English text.
        AlsoForHead(routes.MapOpenApi($"/openapi/{{documentName:regex(^{OpenApiDocument.Name}$)}}.json"));
        AlsoForHead(routes.MapScalarApiReference("/docs", options => options
            .WithTitle("年度行动计划进展报送")
            .WithOpenApiRoutePattern("/openapi/{documentName}.json")
            .AddDocument(OpenApiDocument.Name)
            .AddPreferredSecuritySchemes(ApiKeyHandler.SchemeName)
            .DisableDefaultFonts()
            // What follows would hand the document, or what is typed, to the library's maker.
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideDeveloperTools()
            .HideClientButton()));
    }

    // The libraries map GET only; the last method list of an endpoint counts.
    private static void AlsoForHead(IEndpointConventionBuilder endpoint) =>
        endpoint.Add(builder => builder.Metadata.Add(new HttpMethodMetadata(["GET", "HEAD"])));
}
