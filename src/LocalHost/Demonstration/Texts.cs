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

/// <summary>What a unit says in the first and in the second quarter.</summary>
/// <param name="Unit">Name of the only unit that says it; null for any.</param>
internal sealed record ToldEntry(string Q1, string Next1, string Q2, string Next2, string? Unit = null);

/// <summary>A problem that one unit raises.</summary>
internal sealed record ToldProblem(Period Period, string Plan, string Task, string Unit, ProblemKind Kind, string Text, string Help, string? AskedOf);

/// <summary>What a participating unit says of its part in a task.</summary>
internal sealed record ToldContribution(Period Period, string Plan, string Task, string Unit, string Text);

/// <summary>What happens in the demonstration that is not as it should be.</summary>
internal sealed record Story(
    IReadOnlyList<ToldConduct> Conduct,
    IReadOnlyList<ToldProgress> Progress,
    IReadOnlyList<ToldFigure> Figures,
    IReadOnlyList<ToldSlip> Slips);

/// <summary>How a unit behaves: for one task, or (no task) for all it owes.</summary>
internal sealed record ToldConduct(
    IReadOnlyList<Period> Periods, string Unit, Conduct Conduct, string? Plan = null, string? Task = null, string? Reason = null);

/// <summary>A percentage and a self-rating that matter to the story.</summary>
internal sealed record ToldProgress(Period Period, string Unit, string Plan, string Task, decimal Percent, SelfRating Rating);

/// <summary>Figures that matter to the story, cumulative, by quarter.</summary>
internal sealed record ToldFigure(
    string Indicator,
    decimal? Q1 = null,
    decimal? Q2 = null,
    decimal? LastYear1 = null,
    decimal? LastYear2 = null,
    bool Final2 = false,
    string? Note2 = null,
    string? MissingReason1 = null);

/// <summary>A project that does not start when it should.</summary>
internal sealed record ToldSlip(string Project, decimal Planned, ProblemKind Obstacle, string Note1, string Note2);

/// <summary>What a unit does with an entry it owes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Conduct>))]
internal enum Conduct
{
    /// <summary>Submits before the due day; the office accepts.</summary>
    [JsonStringEnumMemberName("on-time")]
    OnTime,

    /// <summary>Submits after the due day, within grace.</summary>
    [JsonStringEnumMemberName("grace")]
    Grace,

    /// <summary>Submits after grace, before the lock.</summary>
    [JsonStringEnumMemberName("late")]
    Late,

    /// <summary>Saves a draft and never submits it.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft,

    /// <summary>Says nothing.</summary>
    [JsonStringEnumMemberName("never")]
    Never,

    /// <summary>Submits too little, gets it back with a reason, mends it in time.</summary>
    [JsonStringEnumMemberName("returned")]
    Returned,

    /// <summary>Submits on the last day, and the office does not get to it.</summary>
    [JsonStringEnumMemberName("unreviewed")]
    Unreviewed,
}
