using System.Text.Json.Nodes;

namespace Reporting.Web.Tests;

/// <summary>Records of visits as the office sends them; all members that may be left out are.</summary>
internal static class VisitSample
{
    public const string Mended = """{"required":"办结用地手续。","unit":"land-resources","due":"2012-07-31","state":"notStarted"}""";

    public static readonly string Whole = Of(
        $$$""","project":"equipment-P001","unit":"zhengzhou","inspectors":["industry-it","finance"],"findings":[{"text":" 用地手续未办结。\r\n须尽快办理。 ","kind":"land","rectification":{{{Mended}}}},{"text":"设备已到位。"}],"conclusion":"总体正常。" """);

    public static string New(string inspection, string plan = "equipment") => $$"""{"plan":"{{plan}}","inspection":{{inspection}}}""";

    public static string Of(string more = "", string period = "2012Q2", string on = "2012-04-06", string site = "互感器项目现场") =>
        $$"""{"period":"{{period}}","visitedOn":"{{on}}","site":"{{site}}"{{more}}}""";

    /// <summary>A visit with one finding whose rectification has one member set otherwise.</summary>
    public static string Mending(string member, string value)
    {
        var rectification = JsonNode.Parse(Mended)?.AsObject() ?? [];
        rectification[member] = JsonNode.Parse(value);
        return Of($$""","findings":[{"text":"问题。","rectification":{{rectification.ToJsonString(ReportingJson.Options)}}}]""");
    }

    /// <summary>A visit whose one finding was mended on a day.</summary>
    public static string Done(string on) => Of(
        $$$""","findings":[{"text":"用地手续未办结。","rectification":{"required":"办结用地手续。","unit":"land-resources","due":"2012-07-31","state":"done","doneOn":"{{{on}}}"}}]""");
}
