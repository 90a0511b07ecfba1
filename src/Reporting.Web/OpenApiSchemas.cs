using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Reporting.Access;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Web.Endpoints;
using Reporting.Web.Json;

namespace Reporting.Web;

/// <summary>Corrects the generated schemas where the types do not say what the API takes.</summary>
internal static class OpenApiSchemas
{
    private static readonly HashSet<Type> Requests =
        [typeof(EntryContent), typeof(EntryFigure), typeof(EntryProblem), typeof(ProjectUpdate), typeof(ReturnRequest), typeof(PermitRequest), typeof(PermitReason), typeof(KeyRequest), typeof(RotateRequest), typeof(RevokeRequest)];

    private const string EntryExample =
        """
        {
          "selfRating": "lagging",
          "percent": 22.5,
          "progress": "一期厂房主体完工，完成投资3.2亿元。",
          "nextStep": "二季度安装冲压设备。",
          "figures": [ { "indicator": "automotive-T05", "value": 15.6, "unit": "万辆", "lastYear": 12.1, "preliminary": true } ],
          "problems": [ { "kind": "land", "text": "二期用地指标未落实。", "helpAsked": "请协调用地指标。", "askedOf": "land-resources" } ],
          "projects": [ { "project": "automotive-P001", "stage": "underConstruction", "plannedInvestment": 120000, "cumulativeInvestment": 32000, "obstacle": "land" } ],
          "note": null
        }
        """;

    public static Task Correct(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(Period))
        {
            schema.Type = JsonSchemaType.String;
            schema.Pattern = "^20[0-9]{2}Q[1-4]$";
            schema.Examples = ["2012Q1"];
        }
        // Numbers are decimals throughout; "double" would invite rounding.
        if (type == typeof(decimal) || type == typeof(decimal?))
            schema.Format = null;
        if (type == typeof(EntryContent))
            schema.Examples = [JsonNode.Parse(EntryExample) ?? ""];
        if (Requests.Contains(type))
            schema.Required = context.JsonTypeInfo.Properties.Where(StrictJson.IsRequired).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        return Task.CompletedTask;
    }
}
