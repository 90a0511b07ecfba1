using System.Text.Json;
using System.Text.Json.Nodes;
using Reporting.Catalogue;
using Testing;

namespace Reporting.Tests.Catalogue;

/// <summary>Catalogues that change in mid-year: a record ends, and another with its id takes its place.</summary>
internal static class MidYear
{
    private static readonly JsonSerializerOptions form = new() { WriteIndented = true };

    /// <summary>The real catalogue with automotive R03 led by 开封 and 郑州 from 1 July.</summary>
    public static Programme WithNewLeads()
    {
        var plan = Henan2012.Plan("automotive");
        var changed = plan with
        {
            Tasks = [.. plan.Tasks.SelectMany(t => t.Id == "R03"
                ? [t with { Until = new DateOnly(2012, 6, 30) }, t with { From = new DateOnly(2012, 7, 1), LeadUnits = ["kaifeng", "zhengzhou"] }]
                : new[] { t })],
        };
        return Henan2012.Programme with { Plans = [.. Henan2012.Programme.Plans.Select(p => p.Id == plan.Id ? changed : p)] };
    }

    /// <summary>
    /// Puts a copy of a record behind it in the file and gives both their days; the copy is changed further by <paramref name="change"/>.
    /// </summary>
    /// <param name="list">The member that holds the record, e.g. <c>tasks</c>; <c>workItems[0].commitments</c> for one within another.</param>
    public static void Replace(this CatalogueCopy copy, string plan, string list, string id, string? until, string? from, Action<JsonNode>? change = null) =>
        copy.Edit($"plans/{plan}.json", text =>
        {
            var root = JsonNode.Parse(text) ?? throw new InvalidOperationException("An empty file.");
            var records = list.Split('.').Aggregate(root, (node, part) => Member(node, part)).AsArray();
            var at = records.Select((r, i) => (r, i)).Single(x => (string?)x.r?["id"] == id).i;
            var record = records[at] ?? throw new InvalidOperationException("No record.");
            var next = record.DeepClone();
            if (until is not null)
                record["until"] = until;
            if (from is not null)
                next["from"] = from;
            change?.Invoke(next);
            records.Insert(at + 1, next);
            return root.ToJsonString(form);
        });

    private static JsonNode Member(JsonNode node, string part)
    {
        var pieces = part.Split('[', ']');
        var member = node[pieces[0]];
        return (pieces.Length > 1 ? member?[int.Parse(pieces[1], System.Globalization.CultureInfo.InvariantCulture)] : member)
            ?? throw new InvalidOperationException($"No {part}.");
    }
}
