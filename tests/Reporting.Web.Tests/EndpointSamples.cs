namespace Reporting.Web.Tests;

/// <summary>
/// What the walk over all endpoints puts into their routes and sends them: one place to extend when an endpoint is added. The data belongs
/// to <see cref="Owner"/>; what is written about it before the walk stands in <see cref="EndpointTests"/>.
/// </summary>
internal static class EndpointSamples
{
    /// <summary>Owns nothing of what the samples name.</summary>
    public const string ForeignUnit = "jiaozuo";

    private const string Exception = """{"reason":"统计口径调整。","until":"2012-05-10"}""";

    private const string Inspection = """{"period":"2012Q2","visitedOn":"2012-04-06","site":"整车扩建现场","unit":"zhengzhou"}""";
    private const string Zone = """{"name":"郑州食品产业集聚区","city":"zhengzhou","revenue":120,"revenueUnit":"亿元","preliminary":true}""";

    /// <summary>By route parameter, without the braces.</summary>
    private static readonly Dictionary<string, string> Values = new()
    {
        ["programme"] = "henan-2012",
        ["period"] = "2012Q1",
        ["plan"] = "automotive",
        ["task"] = "R01",
        ["unit"] = "zhengzhou",
        ["id"] = "2012Q1-bulletin-automotive-0001",
        ["file"] = "pdf",
    };

    /// <summary>By endpoint, what stands for <c>{*path}</c> in its route; a file of the reference page for all others.</summary>
    private static readonly Dictionary<string, string> Paths = new()
    {
        ["Pages"] = "sign-in",
        ["PageForms"] = "sign-in",
    };

    /// <summary>Raised by the office before the walk, with the body of RaiseProblem; ids of problems follow from what they say.</summary>
    public const string Problem = "automotive-1ea6f6d662";

    /// <summary>By endpoint, what stands for <c>{id}</c> in its route; that of an issue for all others.</summary>
    private static readonly Dictionary<string, string> Ids = new()
    {
        ["GetProject"] = "automotive-P001",
        ["GetProjectVersions"] = "automotive-P001",
        ["PutProject"] = "automotive-P001",
        ["ConfirmProject"] = "automotive-P001",
        ["MergeProject"] = "automotive-P002",
        ["RetireProject"] = "automotive-P003",
        ["RestoreProject"] = "automotive-P003",
        ["GetProblem"] = Problem,
        ["AskUnit"] = Problem,
        ["AnswerProblem"] = Problem,
        ["CloseProblem"] = Problem,
        ["ReopenProblem"] = Problem,
        ["GetInspection"] = "equipment-I001",
        ["PutInspection"] = "equipment-I001",
        ["WithdrawInspection"] = "equipment-I001",
        ["GetZone"] = "food-Z001",
        ["PutZone"] = "food-Z001",
        ["WithdrawZone"] = "food-Z001",
    };

    /// <summary>By endpoint, what it takes beyond its route, e.g. <c>period=2012Q1</c>.</summary>
    private static readonly Dictionary<string, string> Queries = new()
    {
        ["ListObligations"] = "period=2012Q1",
        ["ListExceptions"] = "period=2012Q1",
        ["GetStanding"] = "period=2012Q1",
        ["ListReminders"] = "period=2012Q1",
    };

    /// <summary>By endpoint; <c>{}</c> for all others.</summary>
    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["PutProgress"] = Sample.Task(),
        ["ReturnProgress"] = """{"reason":"请补充投资数。"}""",
        ["PutIndicators"] = """{"figures":[{"indicator":"automotive-T05","value":12,"unit":"万辆"}]}""",
        ["ReturnIndicators"] = """{"reason":"请核对产量。"}""",
        ["AskProgressException"] = Exception,
        ["RefuseProgressException"] = """{"reason":"理由不足。"}""",
        ["RevokeProgressException"] = """{"reason":"情况有变。"}""",
        ["AskIndicatorException"] = Exception,
        ["RefuseIndicatorException"] = """{"reason":"理由不足。"}""",
        ["RevokeIndicatorException"] = """{"reason":"情况有变。"}""",
        ["AddProject"] = """{"plan":"biotech","project":{"name":"疫苗产业园","kind":"park"}}""",
        ["PutProject"] = """{"name":"整车扩建项目","kind":"project"}""",
        ["ConfirmProject"] = """{"counts":true}""",
        ["ConfirmProjects"] = """{"plan":"automotive","ids":["automotive-P004"]}""",
        ["MergeProject"] = """{"into":"automotive-P001","reason":"同一项目。"}""",
        ["RetireProject"] = """{"reason":"项目停建。"}""",
        ["RaiseProblem"] = """{"plan":"automotive","unit":"zhengzhou","kind":"land","text":"用地指标未落实。"}""",
        ["AskUnit"] = """{"unit":"zhengzhou","text":"请提出意见。","due":"2012-05-15"}""",
        ["AnswerProblem"] = """{"text":"已报省政府。"}""",
        ["CloseProblem"] = """{"evidence":"用地批复已下达。"}""",
        ["ReopenProblem"] = """{"reason":"批复未执行。"}""",
        ["RecordInspection"] = $$"""{"plan":"equipment","inspection":{{Inspection}}}""",
        ["PutInspection"] = Inspection,
        ["WithdrawInspection"] = """{"reason":"重复登记。"}""",
        ["RecordZone"] = $$"""{"plan":"food","zone":{{Zone}}}""",
        ["PutZone"] = Zone,
        ["WithdrawZone"] = """{"reason":"不以食品工业为主导。"}""",
        ["PutContribution"] = """{"text":"已核准项目立项。"}""",
        ["GrantKey"] = """{"person":"李梅","role":"leader"}""",
        ["RevokeKey"] = """{"reason":"调离岗位。"}""",
    };

    /// <summary>Whose data an endpoint's sample names.</summary>
    public static string Owner(DocumentedAccess endpoint) =>
        endpoint.Name.Contains("Indicator", StringComparison.Ordinal) ? "industry-it"
        : endpoint.Name.Contains("Contribution", StringComparison.Ordinal) ? "development-reform"
        : "zhengzhou";

    /// <param name="unit">For the query; null to leave it to the key.</param>
    public static string Path(DocumentedAccess endpoint, string? unit)
    {
        var id = Ids.GetValueOrDefault(endpoint.Name, Values["id"]);
        var route = endpoint.Route.Replace("{id}", id, StringComparison.Ordinal).Replace("{*path}", Paths.GetValueOrDefault(endpoint.Name, "scalar.js"), StringComparison.Ordinal);
        var path = Values.Aggregate("/" + route, (part, value) => part.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
        string?[] query = [Queries.GetValueOrDefault(endpoint.Name), unit is null ? null : $"unit={unit}"];
        return $"{path}?{string.Join('&', query.OfType<string>())}".TrimEnd('?');
    }

    /// <summary>Null for a method without a body.</summary>
    public static string? Body(DocumentedAccess endpoint) => endpoint.Method == "GET" ? null : Bodies.GetValueOrDefault(endpoint.Name, "{}");

    /// <summary>Null for JSON.</summary>
    public static string? MediaType(DocumentedAccess endpoint) => endpoint.Name == "PostWorkbook" ? Workbooks.WorkbookCalls.MediaType : null;
}
