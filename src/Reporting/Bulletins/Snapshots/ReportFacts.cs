using System.Text.Json.Serialization;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Bulletins.Snapshots;

/// <summary>What became of one obligation: who owed it, whether and when it came, and, once accepted, what it says.</summary>
/// <param name="Plan">Plan id.</param>
/// <param name="Task">Task id; null for the plan's indicators.</param>
/// <param name="Unit">Unit id of the body that owes the entry.</param>
/// <param name="SubmittedOn">Day of the first submission in Beijing; null while there is none.</param>
/// <param name="Substantive">False for an entry of blanks, which does not count as reported content.</param>
/// <param name="Entry">The version that was read; null when nothing was submitted.</param>
/// <param name="Content">What the unit says; null unless the office accepted it.</param>
/// <param name="Earlier">The same unit's accepted or owed reports of the year's earlier periods, first period first.</param>
public sealed record ReportFacts(
    Period Period,
    string Plan,
    string? Task,
    string Unit,
    ReportState State,
    Arrival Arrival,
    DateOnly? SubmittedOn,
    bool Substantive,
    EntryVersion? Entry,
    EntryContent? Content,
    IReadOnlyList<EarlierReport> Earlier)
{
    /// <summary>Due and not submitted, whether it would still be taken or not.</summary>
    [JsonIgnore]
    public bool Outstanding => Arrival is Arrival.Overdue or Arrival.Missing;
}

/// <summary>Where a report stands when the issue is frozen.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportState>))]
public enum ReportState
{
    /// <summary>未报: nothing was ever submitted.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,

    /// <summary>退回待重报: returned by the office and not submitted again.</summary>
    [JsonStringEnumMemberName("returned")]
    Returned,

    /// <summary>已报未审: submitted, and the office has not reviewed it.</summary>
    [JsonStringEnumMemberName("unreviewed")]
    Unreviewed,

    /// <summary>采用: accepted; its content feeds the document.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,
}

/// <summary>Which version of which entry was read; the hash ties it to the entry's chain of versions.</summary>
/// <param name="At">When that version was written.</param>
public sealed record EntryVersion(EntryKey Key, int Version, string Hash, DateTimeOffset At)
{
    /// <summary>e.g. <c>2012Q1/automotive/R03/zhengzhou@4</c>; <c>indicators</c> in the task's place for a plan's figures.</summary>
    [JsonIgnore]
    public string Id => FormattableString.Invariant($"{Key.Period}/{Key.Plan}/{Key.Task ?? "indicators"}/{Key.Unit}@{Version}");
}

/// <summary>What the same unit reported in an earlier period of the year; no texts, only what later periods are compared with.</summary>
/// <param name="Entry">Null when nothing was submitted.</param>
/// <param name="Arrival">Against that period's own days.</param>
public sealed record EarlierReport(
    Period Period,
    ReportState State,
    EntryVersion? Entry,
    SelfRating? SelfRating,
    decimal? Percent,
    IReadOnlyList<EntryFigure> Figures,
    IReadOnlyList<ProjectUpdate> Projects,
    Arrival Arrival = Arrival.OnTime);
