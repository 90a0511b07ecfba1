using System.Text.Json;
using System.Text.Json.Serialization;
using Reporting.Collecting;
using Reporting.Schedule;

namespace LocalHost.Demonstration;

/// <summary>The hand-written material of the demonstration, read from <c>Demonstration/Texts/</c>.</summary>
internal static class Texts
{
    private static readonly string[] ThemeFiles = ["support", "projects", "innovation", "markets", "governance"];

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    internal static IReadOnlyList<Theme> Themes() => [.. ThemeFiles.SelectMany(Read<List<Theme>>)];

    /// <summary>What a theme's sentences call things in each plan, by plan id.</summary>
    internal static Dictionary<string, Dictionary<string, string>> Words() => Read<Dictionary<string, Dictionary<string, string>>>("words");

    internal static Story Story() => Read<Story>("story");

    internal static IReadOnlyList<ToldProblem> Problems() => Read<List<ToldProblem>>("problems");

    internal static IReadOnlyList<ToldContribution> Contributions() => Read<List<ToldContribution>>("contributions");

    internal static IReadOnlyList<ToldInspection> Inspections() => Read<List<ToldInspection>>("inspections");

    internal static IReadOnlyList<ToldZone> Zones() => Read<List<ToldZone>>("zones");

    private static T Read<T>(string name)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream($"LocalHost.Demonstration.Texts.{name}.json")
            ?? throw new InvalidOperationException($"The demonstration text {name}.json is not embedded.");
        return JsonSerializer.Deserialize<T>(stream, Form) ?? throw new InvalidOperationException($"The demonstration text {name}.json is empty.");
    }
}

/// <summary>Sentences for tasks of one kind.</summary>
/// <param name="Tasks">The tasks told by this theme, as <c>plan-task</c>, e.g. <c>automotive-R04</c>.</param>
/// <param name="Numbers">By the letter used in the sentences: a range such as <c>2.4-3.8</c>, cumulative over the year, or <c>=40-60</c>, which stays.</param>
internal sealed record Theme(string Id, IReadOnlyList<string> Tasks, Dictionary<string, string> Numbers, IReadOnlyList<ToldEntry> Entries);

/// <summary>What a unit says in each quarter of the year, and what it says comes next.</summary>
/// <param name="Unit">Name of the only unit that says it; null for any.</param>
internal sealed record ToldEntry(
    string Q1, string Next1, string Q2, string Next2, string Q3, string Next3, string Q4, string Next4, string? Unit = null)
{
    internal (string Progress, string NextStep) In(Period period) => period.Quarter switch
    {
        1 => (Q1, Next1),
        2 => (Q2, Next2),
        3 => (Q3, Next3),
        _ => (Q4, Next4),
    };
}

/// <summary>A problem that one unit raises.</summary>
/// <param name="Closed">When and by what it is struck off; null while it is open.</param>
internal sealed record ToldProblem(
    Period Period, string Plan, string Task, string Unit, ProblemKind Kind, string Text, string Help, string? AskedOf, ToldClosing? Closed = null);

/// <summary>That the office strikes a problem off (销号).</summary>
/// <param name="Period">The period in whose reporting it does so.</param>
/// <param name="Evidence">What shows that the problem is solved.</param>
internal sealed record ToldClosing(Period Period, string Evidence);

/// <summary>What a participating unit says of its part in a task.</summary>
internal sealed record ToldContribution(Period Period, string Plan, string Task, string Unit, string Text);
