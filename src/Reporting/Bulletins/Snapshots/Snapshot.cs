using System.Text.Json.Serialization;
using Reporting.Catalogue;
using Reporting.Projects;
using Reporting.Schedule;

namespace Reporting.Bulletins.Snapshots;

/// <summary>
/// The frozen input of one issue (快照): everything a document says comes from here and from nowhere else, so that an issue can be
/// composed again, byte for byte, from its stored snapshot.
/// </summary>
/// <param name="SchemaVersion">Version of this form; <see cref="SnapshotJson"/> refuses one it does not know.</param>
/// <param name="Demonstration">True where the figures are invented; every page then says 演示数据.</param>
/// <param name="FrozenAt">When the entries were read.</param>
/// <param name="Groups">The industry groups of <paramref name="Plans"/>, in catalogue order.</param>
/// <param name="Units">Every unit that the facts name, in catalogue order.</param>
/// <param name="Plans">One plan, or all plans of the programme for an issue over all; in catalogue order.</param>
/// <param name="Signing">Null for a draft.</param>
public sealed record Snapshot(
    int SchemaVersion,
    IssueKey Issue,
    bool Demonstration,
    DateTimeOffset FrozenAt,
    ProgrammeFacts Programme,
    PeriodFacts Dates,
    IReadOnlyList<GroupFacts> Groups,
    IReadOnlyList<UnitFacts> Units,
    IReadOnlyList<PlanFacts> Plans,
    Signing? Signing)
{
    /// <summary>The form that this program writes.</summary>
    public const int CurrentSchema = 4;

    /// <summary>What has changed since the series' last issue; null when there was none in the year.</summary>
    public ChangesSince? Since { get; init; }

    /// <summary>The same facts, signed: number within the series, day of signing in Beijing, and in whose name.</summary>
    /// <param name="automatic">True where nobody signed in time and the calendar signed in the office's name.</param>
    public Snapshot Sign(int number, DateOnly signedOn, string signer, bool automatic) =>
        this with { Signing = new Signing(number, signedOn, signer, automatic) };

    /// <summary>A unit's place in catalogue order; behind all others where the snapshot does not know it.</summary>
    public int OrderOf(string unit)
    {
        for (var i = 0; i < Units.Count; i++)
        {
            if (Units[i].Id == unit)
                return i;
        }
        return int.MaxValue;
    }

    /// <summary>The printed name of a unit; its id where the snapshot does not know it.</summary>
    public string NameOf(string unit) => Units.FirstOrDefault(u => u.Id == unit)?.Name ?? unit;
}

/// <summary>What signing fixes: the issue's number in its series, the day (in Beijing) and the signer.</summary>
public sealed record Signing(int Number, DateOnly SignedOn, string Signer, bool Automatic);

/// <summary>What a document says of the programme it belongs to.</summary>
/// <param name="Office">The co-ordinating body whose office signs what is issued over all plans.</param>
/// <param name="Form">Of this issue.</param>
/// <param name="CatalogueHash">SHA-256 of the catalogue that the facts were taken from.</param>
public sealed record ProgrammeFacts(string Id, string Title, int Year, Notice Notice, string Office, IssueForm Form, string CatalogueHash);

/// <summary>The days of the period's calendar that a document names, and the share of the year due by the end of each quarter.</summary>
/// <param name="NextDue">Last day on which the next period's entries are on time; null after the programme's last period.</param>
/// <param name="QuarterlyProfile">Cumulative share in percent, first quarter first.</param>
public sealed record PeriodFacts(
    DateOnly Due,
    DateOnly Grace,
    DateOnly Lock,
    DateOnly ReviewBy,
    DateOnly? NextDue,
    IReadOnlyList<decimal> QuarterlyProfile);

/// <summary>An industry group and those of its plans that the snapshot holds.</summary>
public sealed record GroupFacts(string Id, string Name, IReadOnlyList<string> Plans);

/// <summary>A unit's id and printed name.</summary>
public sealed record UnitFacts(string Id, string Name, bool Generic);

/// <summary>One plan as the catalogue had it, with what was reported on it.</summary>
/// <param name="Indicators">The report of the issuing unit on the plan's figures; null where none is owed.</param>
/// <param name="Commitments">Those commitments that a report gives a figure for.</param>
/// <param name="Projects">Those projects that a report of the year speaks of.</param>
public sealed record PlanFacts(
    string Id,
    int Order,
    string Title,
    string Industry,
    string IssuingUnit,
    string Office,
    IReadOnlyList<TargetFacts> Targets,
    IReadOnlyList<TaskFacts> Tasks,
    ReportFacts? Indicators,
    IReadOnlyList<CommitmentFacts> Commitments,
    IReadOnlyList<ProjectFacts> Projects)
{
    /// <summary>The ledger of problems (问题台账), without what was withdrawn; in the order in which they were raised.</summary>
    public IReadOnlyList<LedgerFacts> Ledger { get; init; } = [];

    /// <summary>The year's records of sites visited, by day; only for reports that tell of them.</summary>
    public IReadOnlyList<InspectionFacts> Inspections { get; init; } = [];

    /// <summary>The zones to be ranked; only for reports that rank them.</summary>
    public IReadOnlyList<ZoneFacts> Zones { get; init; } = [];

    /// <summary>Every report owed on the plan, tasks first.</summary>
    [JsonIgnore]
    public IEnumerable<ReportFacts> Reports => Tasks.SelectMany(t => t.Reports).Concat(Indicators is null ? [] : [Indicators]);
}

/// <summary>A target as printed in the notice.</summary>
/// <param name="Baseline">Last year's figure in the same unit as printed in the plan; null where none is printed.</param>
public sealed record TargetFacts(
    string Id,
    string Indicator,
    IndicatorKind Kind,
    decimal Value,
    decimal? UpperValue,
    string Unit,
    string? Comparator,
    string? ComparatorAfter,
    decimal? GrowthPercent,
    string? GrowthComparator,
    string Scope,
    decimal? Baseline,
    IReadOnlyList<Mark> Marks);

/// <summary>A task with its lead units and one report for each unit that owes one.</summary>
/// <param name="LeadUnits">Unit ids in printed order, generic ones among them.</param>
/// <param name="Contributions">What participating units say of their part, in printed order.</param>
public sealed record TaskFacts(
    string Id,
    int Number,
    string Title,
    IReadOnlyList<string> LeadUnits,
    IReadOnlyList<ReportFacts> Reports,
    IReadOnlyList<Mark> Marks,
    IReadOnlyList<ContributionFacts> Contributions);

/// <summary>What a participating unit says of its part in a task (配合情况).</summary>
/// <param name="Note">The version that was read.</param>
public sealed record ContributionFacts(string Unit, EntryVersion Note, string Text);

/// <summary>A commitment of a work item that a report gives a figure for.</summary>
public sealed record CommitmentFacts(string Id, string What, decimal? Value, decimal? UpperValue, string? Unit);

/// <summary>A key project that a report speaks of, or that one was merged into, as the register had it.</summary>
/// <param name="Confirmed">核定: the office counts it.</param>
/// <param name="CountsFor">The project for which reports on this one count, after a merger; null when it stands for itself.</param>
/// <param name="RegisterVersion">The version of the register's record that name and owner are from; 0 where they are the catalogue's.</param>
public sealed record ProjectFacts(
    string Id, string Name, string? Owner, bool Confirmed, ProjectState State = ProjectState.Active, string? CountsFor = null, int RegisterVersion = 0);
