using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reporting.Bulletins;
using Reporting.Bulletins.Snapshots;
using Reporting.Bulletins.Tracing;

namespace Reporting.Tests.Bulletins.Tracing;

/// <summary>Every fact of a snapshot is changed, one at a time: the statements that lead back to it change, and no others.</summary>
public sealed class MutationTests
{
    /// <summary>Facts that are printed as they are: where a statement has them, it must change with them.</summary>
    private static readonly string[] quoted = ["value", "percent", "plannedInvestment", "cumulativeInvestment", "progress", "name", "title", "revenue", "published", "corrected", "site", "secrecy", "copies", "names"];

    public static TheoryData<string> Names => [.. TracedSnapshots.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ChangedFact_ChangesTheStatementsThatCiteIt_AndNoOthers(string name)
    {
        var snapshot = TracedSnapshots.All[name]();
        var facts = new SnapshotFacts(snapshot);
        var before = StatedBy(snapshot);
        var faults = new List<string>();
        var cited = before.SelectMany(s => s.Quoted).ToHashSet(StringComparer.Ordinal);
        foreach (var fact in facts.All.ToList())
        {
            foreach (var value in Others(fact).Where(value => !JsonNode.DeepEquals(value, fact.Value)))
            {
                var after = StatedBy(facts.With(fact, value));
                var changed = Without(before, after).Concat(Without(after, before)).ToList();
                faults.AddRange(changed.Where(s => !s.Sources.Contains(fact.Source)).Select(s => $"{fact.Source} = {value?.ToJsonString()}: {s.Text}"));
                if (changed.Count == 0 && cited.Contains(fact.Source) && quoted.Any(q => fact.Path.EndsWith("." + q, StringComparison.Ordinal)))
                    faults.Add($"{fact.Source} = {value?.ToJsonString()}: cited, and nothing changed");
            }
        }
        Assert.True(facts.All.Count > 20);
        Assert.True(faults.Count == 0, $"{faults.Count} statements, among them:\n{string.Join('\n', faults.Distinct().Take(40))}");
    }

    /// <summary>Statements of a document without what only counts within it: a figure that brings another table moves the numbers of those after it.</summary>
    private static List<Stated> StatedBy(Snapshot snapshot) =>
    [
        .. Statements.Of(ComposeIssue.Compose(snapshot)).Select(statement => new Stated(
            string.Concat(statement.Said.Runs.Select(run => run.Trace?.Formula == "numbering" ? "#" : run.Text)),
            statement.Said.Runs.SelectMany(run => (run.Trace?.Sources ?? []).Concat(run.Because)).ToHashSet(StringComparer.Ordinal),
            string.Join(' ', statement.Said.Runs.SelectMany(run => (run.Trace?.Sources ?? []).Concat(run.Because)).Distinct().Order(StringComparer.Ordinal)),
            [.. statement.Said.Runs.Where(run => run.Trace is { Formula: null }).SelectMany(run => run.Trace?.Sources ?? [])]))
            .Where(statement => statement.Sources.Count > 0 || statement.Text.Any(char.IsDigit)),
    ];

    private static IEnumerable<Stated> Without(IEnumerable<Stated> these, IEnumerable<Stated> those)
    {
        var left = those.GroupBy(s => (s.Text, s.Key)).ToDictionary(g => g.Key, g => g.Count());
        foreach (var statement in these)
        {
            if (left.GetValueOrDefault((statement.Text, statement.Key)) is > 0 and var count)
                left[(statement.Text, statement.Key)] = count - 1;
            else
                yield return statement;
        }
    }

    /// <summary>Other values that the fact could have had.</summary>
    private static IEnumerable<JsonNode?> Others(SnapshotFact fact)
    {
        var value = fact.Value;
        switch (value.GetValueKind())
        {
            case JsonValueKind.Number when fact.Path.EndsWith(".year", StringComparison.Ordinal):
                yield break;
            case JsonValueKind.Number when fact.Path.EndsWith(".number", StringComparison.Ordinal) || fact.Path.EndsWith(".copies", StringComparison.Ordinal) || fact.Path.EndsWith("rankLastYear", StringComparison.Ordinal):
                yield return JsonValue.Create(value.GetValue<int>() + 20);
                break;
            case JsonValueKind.Number:
                yield return JsonValue.Create(value.GetValue<decimal>() + 0.3m);
                yield return JsonValue.Create(decimal.Truncate(value.GetValue<decimal>() / 2m));
                yield return JsonValue.Create((value.GetValue<decimal>() * 3m) + 1m);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                yield return JsonValue.Create(!value.GetValue<bool>());
                break;
            case JsonValueKind.String when DateOnly.TryParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                yield return JsonValue.Create(day.AddDays(-3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case JsonValueKind.String when Word(fact) is { } words:
                foreach (var word in words.Where(w => w != value.GetValue<string>()))
                    yield return JsonValue.Create(word);
                break;
            case JsonValueKind.String when fact.Path.EndsWith("frozenAt", StringComparison.Ordinal) || fact.Path.EndsWith("raisedIn", StringComparison.Ordinal):
                yield break;
            case JsonValueKind.String when fact.Path.EndsWith(".unit", StringComparison.Ordinal):
                yield return JsonValue.Create(value.GetValue<string>() == "亿元" ? "万元" : value.GetValue<string>() + "次");
                break;
            default:
                yield return JsonValue.Create("另" + value.GetValue<string>());
                break;
        }
    }

    private static string[]? Word(SnapshotFact fact) => fact.Path[(fact.Path.LastIndexOf('.') + 1)..] switch
    {
        "selfRating" => ["onTrack", "lagging", "blocked", "completed"],
        "arrival" => ["on-time", "grace", "late"],
        "stage" => ["notStarted", "underConstruction", "completed", "inProduction"],
        "obstacle" or "kind" => ["land", "funds", "other"],
        "state" => ["notStarted", "underWay", "done"],
        "comparator" => ["超过", "达到"],
        "comparatorAfter" => ["以上", "左右"],
        _ => null,
    };

    /// <param name="Key">All sources, so that two cells that read alike are told apart.</param>
    /// <param name="Quoted">The sources that are printed as they are.</param>
    private sealed record Stated(string Text, HashSet<string> Sources, string Key, HashSet<string> Quoted);
}
