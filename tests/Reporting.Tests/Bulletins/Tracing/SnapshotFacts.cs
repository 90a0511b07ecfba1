using System.Text;
using System.Text.Json.Nodes;
using Reporting.Bulletins.Snapshots;

namespace Reporting.Tests.Bulletins.Tracing;

/// <summary>A fact of a stored snapshot: where it stands in the file and by which name a trace leads back to it.</summary>
/// <param name="Path">e.g. <c>plans[0].targets[1].value</c>.</param>
/// <param name="Source">e.g. <c>catalogue:automotive-T07#value</c>.</param>
internal sealed record SnapshotFact(string Path, string Source, JsonNode Parent, string Name)
{
    public JsonNode Value => Parent[Name] ?? throw new InvalidOperationException(Path);
}

/// <summary>
/// Reads the facts out of a stored snapshot, from its JSON and not by the code that composes from it, so that what traces say is checked by
/// another way.
/// </summary>
internal sealed class SnapshotFacts
{
    private readonly JsonNode root;
    private readonly List<SnapshotFact> all = [];

    public SnapshotFacts(Snapshot snapshot)
    {
        root = JsonNode.Parse(Encoding.UTF8.GetString(SnapshotJson.Write(snapshot))) ?? throw new InvalidOperationException("No snapshot.");
        Period = Text(root["issue"], "period");
        Leaf(root["programme"], "year", "snapshot:programme.year");
        foreach (var name in (string[])["secrecy", "copies"])
            Leaf(root["programme"]?["form"], name, $"snapshot:programme.form.{name}");
        foreach (var (i, line) in Items(root["programme"]?["form"]?["distribution"]).Index())
            Leaf(line, "names", $"snapshot:programme.form.distribution[{i}].names");
        Leaf(root, "frozenAt", "snapshot:frozenAt");
        Leaf(root["dates"], "nextDue", "calendar:nextDue");
        foreach (var unit in Items(root["units"]))
            Leaf(unit, "name", $"catalogue:{Text(unit, "id")}#name");
        foreach (var plan in Items(root["plans"]))
            Plan(plan);
        foreach (var name in (string[])["number", "signedOn"])
            Leaf(root["signing"], name, $"signing:{name}");
        if (root["since"] is { } since)
            Since(since);
    }

    /// <summary>The issue's own.</summary>
    public string Period { get; }

    public IReadOnlyList<SnapshotFact> All => all;

    /// <summary>The snapshot with another value in the place of this fact.</summary>
    public Snapshot With(SnapshotFact fact, JsonNode? value)
    {
        var before = fact.Value.DeepClone();
        fact.Parent[fact.Name] = value;
        try
        {
            return SnapshotJson.Read(Encoding.UTF8.GetBytes(root.ToJsonString()));
        }
        finally
        {
            fact.Parent[fact.Name] = before;
        }
    }

    private void Plan(JsonNode plan)
    {
        var id = Text(plan, "id");
        Leaf(plan, "industry", $"catalogue:{id}#industry");
        foreach (var target in Items(plan["targets"]))
        {
            foreach (var name in (string[])["value", "upperValue", "unit", "comparator", "comparatorAfter"])
                Leaf(target, name, $"catalogue:{Text(target, "id")}#value");
            Leaf(target, "indicator", $"catalogue:{Text(target, "id")}#indicator");
        }
        foreach (var commitment in Items(plan["commitments"]))
        {
            foreach (var name in (string[])["value", "upperValue", "unit"])
                Leaf(commitment, name, $"catalogue:{Text(commitment, "id")}#value");
            Leaf(commitment, "what", $"catalogue:{Text(commitment, "id")}#what");
        }
        foreach (var task in Items(plan["tasks"]))
        {
            Leaf(task, "title", $"catalogue:{id}/{Text(task, "id")}#title");
            Leaf(task, "number", $"catalogue:{id}/{Text(task, "id")}#number");
            foreach (var report in Items(task["reports"]))
                Report(report);
            foreach (var contribution in Items(task["contributions"]))
                Leaf(contribution, "text", $"contribution:{EntryId(contribution["note"])}#text");
        }
        if (plan["indicators"] is { } indicators)
            Report(indicators);
        foreach (var project in Items(plan["projects"]))
        {
            var version = project["registerVersion"]?.GetValue<int>() ?? 0;
            var source = version == 0 ? $"catalogue:{Text(project, "id")}#name" : $"project:{Text(project, "id")}@{version}#name";
            Leaf(project, "name", source);
            Leaf(project, "owner", source);
        }
        foreach (var problem in Items(plan["ledger"]))
        {
            foreach (var name in (string[])["kind", "raisedIn", "closedOn", "answerDue", "text", "askedOf"])
                Leaf(problem, name, $"problem:{Text(problem, "id")}@{problem["version"]}#{name}");
        }
        foreach (var zone in Items(plan["zones"]))
        {
            foreach (var name in (string[])["name", "revenue", "revenueLastYear", "rankLastYear", "achievements", "preliminary"])
                Leaf(zone, name, $"zone:{Text(zone, "id")}@{zone["version"]}#{name}");
        }
        foreach (var site in Items(plan["inspections"]))
            Inspection(site);
    }

    private void Inspection(JsonNode site)
    {
        var source = $"inspection:{Text(site, "id")}@{site["version"]}#";
        foreach (var name in (string[])["site", "visitedOn", "conclusion"])
            Leaf(site, name, source + name);
        foreach (var (n, finding) in Items(site["findings"]).Index())
        {
            Leaf(finding, "text", $"{source}findings[{n}].text");
            Leaf(finding, "kind", $"{source}findings[{n}].kind");
            foreach (var name in (string[])["required", "due", "state", "doneOn", "note"])
                Leaf(finding["rectification"], name, $"{source}findings[{n}].rectification.{name}");
        }
    }

    private void Report(JsonNode report)
    {
        var source = report["entry"] is { } entry
            ? $"entry:{EntryId(entry)}#"
            : $"register:{Text(report, "period")}/{Text(report, "plan")}/{report["task"]?.GetValue<string>() ?? "indicators"}/{Text(report, "unit")}#";
        Leaf(report, "arrival", source + "arrival");
        Leaf(report, "submittedOn", source + "firstSubmittedAt");
        Content(report["content"], source);
        foreach (var earlier in Items(report["earlier"]))
        {
            var before = earlier["entry"] is { } version ? $"entry:{EntryId(version)}#" : source.Replace($":{Period}/", $":{Text(earlier, "period")}/", StringComparison.Ordinal);
            Leaf(earlier, "arrival", before + "arrival");
            Content(earlier, before);
        }
    }

    private void Content(JsonNode? content, string source)
    {
        foreach (var name in (string[])["selfRating", "percent", "progress", "nextStep", "note"])
            Leaf(content, name, source + name);
        foreach (var figure in Items(content?["figures"]))
        {
            foreach (var name in (string[])["value", "lastYear", "preliminary", "missingReason"])
                Leaf(figure, name, $"{source}figures[{Text(figure, "indicator")}].{name}");
        }
        foreach (var (n, problem) in Items(content?["problems"]).Index())
        {
            foreach (var name in (string[])["kind", "text", "helpAsked"])
                Leaf(problem, name, $"{source}problems[{n}].{name}");
        }
        foreach (var project in Items(content?["projects"]))
        {
            foreach (var name in (string[])["stage", "plannedInvestment", "cumulativeInvestment", "obstacle"])
                Leaf(project, name, $"{source}projects[{Text(project, "project")}].{name}");
        }
    }

    private void Since(JsonNode since)
    {
        Leaf(since["previous"], "number", "previous:number");
        Leaf(since["previous"], "signedOn", "previous:signedOn");
        foreach (var corrected in Items(since["corrections"]))
        {
            Leaf(corrected, "published", $"published:{EntryId(corrected["was"])}#{Text(corrected, "field")}");
            Leaf(corrected, "corrected", $"entry:{EntryId(corrected["now"])}#{Text(corrected, "field")}");
        }
    }

    private void Leaf(JsonNode? parent, string name, string source)
    {
        if (parent?[name] is { } value)
            all.Add(new SnapshotFact(value.GetPath().TrimStart('$').TrimStart('.'), source, parent, name));
    }

    private static string EntryId(JsonNode? version)
    {
        var key = version?["key"];
        return $"{Text(key, "period")}/{Text(key, "plan")}/{key?["task"]?.GetValue<string>() ?? "indicators"}/{Text(key, "unit")}@{version?["version"]}";
    }

    private static IEnumerable<JsonNode> Items(JsonNode? array) => array is JsonArray items ? items.OfType<JsonNode>() : [];

    private static string Text(JsonNode? parent, string name) => parent?[name]?.GetValue<string>() ?? throw new InvalidOperationException($"{parent?.GetPath()} has no {name}.");
}
