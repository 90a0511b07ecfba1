using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Reporting.Access;
using Reporting.Bulletins.Reports;
using Reporting.Collecting;
using Reporting.Inspections;
using Reporting.Problems;
using Reporting.Schedule;
using Reporting.Web.Endpoints;
using Reporting.Web.Json;
using Reporting.Zones;

namespace Reporting.Web;

/// <summary>Corrects the generated schemas where the types do not say what the API takes.</summary>
internal static class OpenApiSchemas
{
    private static readonly HashSet<Type> Requests =
    [
        typeof(EntryContent), typeof(EntryFigure), typeof(EntryProblem), typeof(ProjectUpdate), typeof(ReturnRequest), typeof(PermitRequest), typeof(PermitReason), typeof(KeyRequest), typeof(RotateRequest), typeof(RevokeRequest),
        typeof(ProjectRequest), typeof(NewProjectRequest), typeof(ConfirmRequest), typeof(ConfirmManyRequest), typeof(MergeRequest), typeof(ReasonRequest),
        typeof(NewProblem), typeof(AskRequest), typeof(AnswerRequest), typeof(CloseRequest),
        typeof(NewInspection), typeof(Inspection), typeof(Finding), typeof(Rectification), typeof(NewZone), typeof(Zone), typeof(WithdrawRequest),
    ];

    private const string EntryExample =
        """
        {
          "selfRating": "lagging",
          "percent": 22.5,
          "progress": "一期厂房主体完工，完成投资3.2亿元。",
          "nextStep": "二季度安装冲压设备。",
          "figures": [ { "indicator": "automotive-T05", "value": 15.6, "unit": "万辆", "lastYear": 12.1, "growthPercent": 28.9, "preliminary": true } ],
          "problems": [ { "kind": "land", "text": "二期用地指标未落实。", "helpAsked": "请协调用地指标。", "askedOf": "land-resources" } ],
          "projects": [ { "project": "automotive-P001", "stage": "underConstruction", "plannedInvestment": 120000, "cumulativeInvestment": 32000, "obstacle": "land" } ],
          "note": null
        }
        """;

    private const string ProjectExample =
        """
        {
          "name": "郑州日产年产20万辆整车扩建项目", "kind": "project", "owner": "郑州日产", "place": "郑州", "capacity": "20万辆",
          "plannedTotal": 350000, "plannedThisYear": 120000, "plannedStart": "2012-03", "plannedCompletion": "2013-12",
          "actualStart": "2012-03-15", "actualCompletion": null, "sameAs": [], "note": null
        }
        """;

    private const string AskExample =
        """{ "unit": "land-resources", "text": "请提出二期用地指标的解决意见。", "due": "2012-05-15" }""";

    private const string InspectionExample =
        """
        {
          "period": "2012Q2", "visitedOn": "2012-04-06", "site": "互感器产业化项目现场", "project": "equipment-P001", "unit": "zhengzhou",
          "inspectors": [ "industry-it" ],
          "findings": [
            {
              "text": "二期厂房用地手续未办结。", "kind": "land",
              "rectification": { "required": "办结用地手续。", "unit": "land-resources", "due": "2012-07-31", "state": "underWay", "doneOn": null, "note": null }
            },
            { "text": "一期设备已全部到位。", "kind": null, "rectification": null }
          ],
          "conclusion": "项目总体进展正常。"
        }
        """;

    private const string ZoneExample =
        """
        {
          "name": "郑州市某产业集聚区", "city": "zhengzhou", "revenue": 512.4, "revenueLastYear": 430, "revenueUnit": "亿元", "rankLastYear": 2,
          "preliminary": true, "achievements": "主营业务收入突破500亿元。", "note": null
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
        if (type == typeof(IssueKind))
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. ReportKinds.All.Select(report => (JsonNode)report.Kind.Id)];
        }
        // Numbers are decimals throughout; "double" would invite rounding.
        if (type == typeof(decimal) || type == typeof(decimal?))
            schema.Format = null;
        if (type == typeof(EntryContent))
            schema.Examples = [JsonNode.Parse(EntryExample) ?? ""];
        if (type == typeof(ProjectRequest))
            schema.Examples = [JsonNode.Parse(ProjectExample) ?? ""];
        if (type == typeof(AskRequest))
            schema.Examples = [JsonNode.Parse(AskExample) ?? ""];
        if (type == typeof(Inspection))
            schema.Examples = [JsonNode.Parse(InspectionExample) ?? ""];
        if (type == typeof(Zone))
            schema.Examples = [JsonNode.Parse(ZoneExample) ?? ""];
        if (Requests.Contains(type))
            schema.Required = context.JsonTypeInfo.Properties.Where(StrictJson.IsRequired).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        return Task.CompletedTask;
    }
}
