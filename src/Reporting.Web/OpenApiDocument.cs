using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Reporting.Web.Access;

namespace Reporting.Web;

/// <summary>What the OpenAPI document says beyond the endpoints: how to authenticate, who may call, and how refusals look.</summary>
internal static class OpenApiDocument
{
    public const string Name = "v1";

    public static IServiceCollection AddReportingOpenApi(this IServiceCollection services) =>
        services.AddOpenApi(Name, options =>
        {
            options.ShouldInclude = description =>
                description.HttpMethod != "HEAD" && description.ActionDescriptor.EndpointMetadata.OfType<ReportingEndpoint>().Any();
            options.AddDocumentTransformer(Describe);
            options.AddOperationTransformer(DescribeAccess);
        });

    private static Task Describe(Microsoft.OpenApi.OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "年度行动计划进展报送 / Reporting on the industry action plans",
            Version = Name,
            Description =
                "Units report quarterly progress, the office returns or accepts it, bulletins are published. Errors are problem documents (RFC 9457) "
                + "with a stable `code`, a title in Chinese (English with `Accept-Language: en`) and every fault with its field in `errors`. "
                + "Numbers are JSON numbers, dates are Beijing dates, instants carry an offset. Unknown members are refused.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[ApiKeyHandler.SchemeName] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = ApiKeyHandler.Header,
            Description = "A key granted to a person; see POST /api/keys.",
        };
        // The host's own address would differ from machine to machine.
        document.Servers = [];
        return Task.CompletedTask;
    }

    private static Task DescribeAccess(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var endpoint = context.Description.ActionDescriptor.EndpointMetadata.OfType<ReportingEndpoint>().Single();
        if (endpoint.Roles.Count == 0)
            return Task.CompletedTask;
        var roles = string.Join(", ", endpoint.Roles.Select(ReportingJson.NameOf));
        operation.Description = string.Join("\n\n", new[] { operation.Description, $"Roles: {roles}." }.Where(s => !string.IsNullOrEmpty(s)));
        operation.Security = [new() { [new OpenApiSecuritySchemeReference(ApiKeyHandler.SchemeName, context.Document)] = [] }];
        return Task.CompletedTask;
    }
}
