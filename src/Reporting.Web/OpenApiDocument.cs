using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Reporting.Web.Access;
using Reporting.Web.Endpoints;

namespace Reporting.Web;

/// <summary>What the OpenAPI document says beyond the endpoints: how to authenticate, who may call, and how refusals look.</summary>
internal static class OpenApiDocument
{
    public const string Name = "v1";

    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["programme"] = "Id of a programme, e.g. henan-2012; see GET /api/programmes.",
        ["period"] = "A quarter, e.g. 2012Q1.",
        ["plan"] = "Id of a plan, e.g. automotive; see GET /api/{programme}/plans.",
        ["task"] = "Id of a task of the plan, e.g. R03; see GET /api/{programme}/plans/{plan}.",
        ["unit"] = "Id of a unit, e.g. zhengzhou. The caller's own when left out; the office names the unit it acts for.",
        ["from"] = "Number of a version; the one before `to` when left out.",
        ["to"] = "Number of a version; the last when left out.",
        ["state"] = "One of the states that the answers show; all when left out.",
        ["stage"] = "notStarted, underConstruction, completed or inProduction, as reported last; all when left out.",
        ["confirmed"] = "true or false; all when left out.",
        ["obstacle"] = "A kind of obstacle as reported last, e.g. land, or any; all when left out.",
        ["kind"] = "One of the kinds that the answers show; all when left out.",
        ["askedOf"] = "Id of the unit whose help is asked; all when left out.",
        ["id"] = "As the list gives it, e.g. automotive-P001, equipment-I001 or 2012Q1-bulletin-automotive.",
    };

    public static IServiceCollection AddReportingOpenApi(this IServiceCollection services) =>
        services.AddOpenApi(Name, options =>
        {
            options.ShouldInclude = description =>
                description.HttpMethod != "HEAD" && description.ActionDescriptor.EndpointMetadata.OfType<ReportingEndpoint>().Any();
            options.AddDocumentTransformer(Describe);
            options.AddOperationTransformer(DescribeAccess);
            options.AddOperationTransformer(DescribeParameters);
            options.AddSchemaTransformer(OpenApiSchemas.Correct);
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
        if (TakesTokens(context.ApplicationServices))
        {
            document.Components.SecuritySchemes[EntraTokens.SchemeName] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "A token of Microsoft Entra ID with one role and, for role unit, its unit.",
            };
        }
        // The host's own address would differ from machine to machine.
        document.Servers = [];
        return Task.CompletedTask;
    }

    private static bool TakesTokens(IServiceProvider services) => services.GetRequiredService<IOptions<EntraOptions>>().Value.IsOn;

    private static Task DescribeAccess(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var endpoint = context.Description.ActionDescriptor.EndpointMetadata.OfType<ReportingEndpoint>().Single();
        if (endpoint.Roles.Count == 0)
            return Task.CompletedTask;
        var roles = string.Join(", ", endpoint.Roles.Select(ReportingJson.NameOf));
        operation.Description = string.Join("\n\n", new[] { operation.Description, $"Roles: {roles}." }.Where(s => !string.IsNullOrEmpty(s)));
        foreach (var (status, meaning) in new[] { ("401", "The key is missing or not valid."), ("429", "Too many requests; try again after Retry-After."), ("503", "Storage does not answer; try again after Retry-After.") })
            (operation.Responses ??= []).TryAdd(status, new OpenApiResponse { Description = meaning });
        operation.Security = [new() { [new OpenApiSecuritySchemeReference(ApiKeyHandler.SchemeName, context.Document)] = [] }];
        if (TakesTokens(context.ApplicationServices))
            operation.Security.Add(new() { [new OpenApiSecuritySchemeReference(EntraTokens.SchemeName, context.Document)] = [] });
        return Task.CompletedTask;
    }

    private static Task DescribeParameters(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (parameter.Name is { } name && Parameters.TryGetValue(name, out var meaning))
                parameter.Description = meaning;
        }
        var endpoint = context.Description.ActionDescriptor.EndpointMetadata.OfType<ReportingEndpoint>().Single();
        var parameters = operation.Parameters ??= [];
        if (endpoint.TakesIfMatch)
            parameters.Add(Header("If-Match", "The ETag of the version that was read; 428 without it, once there is a version, and 412 when it has changed since."));
        if (endpoint.TakesIfMatch || endpoint.TakesIdempotencyKey)
        {
            parameters.Add(Header(
                Answers.IdempotencyHeader,
                "1 to 100 visible ASCII characters of the caller's choice. The same request sent again with it gives the same answer and changes nothing; with another body 409."));
        }
        return Task.CompletedTask;
    }

    private static OpenApiParameter Header(string name, string meaning) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = meaning,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
