using System.Diagnostics.CodeAnalysis;
using Reporting.Schedule;

namespace Reporting.Catalogue;

/// <summary>
/// One year's set of plans with its units and calendar (年度行动计划); loaded and validated from a catalogue folder. It holds the records of
/// the whole year; what counts for a period is its view <see cref="At"/> that period.
/// </summary>
/// <param name="Id">ASCII, e.g. <c>henan-2012</c>.</param>
/// <param name="Office">The co-ordinating body whose office signs what is issued over all plans.</param>
/// <param name="Forms">Distribution, print run, secrecy mark and seal of its issues.</param>
/// <param name="Plans">In the order of the notice.</param>
/// <param name="Hash">SHA-256 (lower-case hex) over the catalogue's files in a fixed order; manifests name it.</param>
public sealed record Programme(
    string Id,
    string Title,
    int Year,
    Notice Notice,
    string Office,
    IssueForms Forms,
    IReadOnlyList<PlanGroup> Groups,
    IReadOnlyList<Plan> Plans,
    IReadOnlyList<Unit> Units,
    ReportingCalendar Calendar,
    string Hash)
{
    /// <summary>
    /// The Beijing day on which this installation began; null for a demonstration, which tells the whole year. What was locked before it is not
    /// the calendar's business: a system that is set up in June publishes no empty issues for the first quarter.
    /// </summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>
    /// The programme with those records only that are in force on the period's last day, so that a change in mid-year leaves the periods
    /// before it as they were; made once for each period. May be asked of a view, too.
    /// </summary>
    public Programme At(Period period) => ProgrammeViews.Of(this, period);

    /// <summary>Looks a plan up by its id; plans are few, a linear search is enough.</summary>
    public bool TryGetPlan(string id, [NotNullWhen(true)] out Plan? plan) =>
        (plan = Plans.FirstOrDefault(p => p.Id == id)) is not null;

    public bool TryGetUnit(string id, [NotNullWhen(true)] out Unit? unit) =>
        (unit = Units.FirstOrDefault(u => u.Id == id)) is not null;
}

/// <summary>The government notice a programme comes from.</summary>
public sealed record Notice(string Title, string Issuer, DateOnly Dated);

/// <summary>Where a record stands in the notice: the plan, the section as printed (e.g. 二, 三(一)2, 附件2), and the table row if there is one.</summary>
public sealed record Place(string Plan, string Section, int? Row = null);

/// <summary>Why a record needs care.</summary>
public enum MarkKind
{
    /// <summary>A person must decide how the record is read.</summary>
    NeedsDecision,

    /// <summary>The printed row was damaged and has been put together again.</summary>
    Reconstructed,

    /// <summary>待核: the notice contradicts itself; kept as printed.</summary>
    Unverified,
}

/// <summary>A mark on a catalogue record, with its reason in Chinese.</summary>
public sealed record Mark(MarkKind Kind, string Reason);

/// <summary>An industry group (产业类别) and its plans, in the order in which the overall bulletin lists them.</summary>
public sealed record PlanGroup(string Id, string Name, IReadOnlyList<string> Plans);

/// <summary>A department, city government, central branch or enterprise that leads or takes part (单位).</summary>
/// <param name="Id">ASCII, used in keys.</param>
/// <param name="Name">The name printed in bulletins, e.g. 省工业和信息化厅.</param>
/// <param name="OtherNames">Other full names of the same body, e.g. 郑州市人民政府 beside 郑州市政府.</param>
/// <param name="Aliases">Short or variant forms as printed in the notice.</param>
/// <param name="Marks">Where the name itself is not printed in the notice but read from its context.</param>
public sealed record Unit(
    string Id,
    string Name,
    UnitKind Kind,
    IReadOnlyList<string> OtherNames,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<Mark> Marks)
{
    /// <summary>True for 有关省辖市 and the like, which name no body and owe nothing.</summary>
    public bool Generic => Kind == UnitKind.Generic;
}

/// <summary>What kind of body a unit is.</summary>
public enum UnitKind
{
    Provincial,
    Municipal,
    CentralBranch,
    Enterprise,
    Generic,
}
