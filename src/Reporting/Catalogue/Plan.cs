namespace Reporting.Catalogue;

/// <summary>One industry's action plan (行动计划).</summary>
/// <param name="Id">e.g. <c>automotive</c>.</param>
/// <param name="Order">1 to 14, the order of the notice.</param>
/// <param name="Title">e.g. 河南省汽车产业2012年行动计划.</param>
/// <param name="Industry">The industry as a bulletin names it, e.g. 汽车产业.</param>
/// <param name="IssuingUnit">Unit id of the issuer, who also owes the plan's indicators.</param>
/// <param name="IssuedMonth">e.g. <c>2012-02</c>.</param>
/// <param name="Office">The co-ordinating body whose office signs, e.g. 省优化产业结构提升重点产业领导小组.</param>
public sealed record Plan(
    string Id,
    int Order,
    string Title,
    string Industry,
    string Group,
    string IssuingUnit,
    string IssuedMonth,
    string Office,
    IReadOnlyList<TargetFigure> Figures,
    IReadOnlyList<PlanTask> Tasks,
    IReadOnlyList<Duty> Duties,
    IReadOnlyList<WorkItem> WorkItems,
    IReadOnlyList<PlanProject> Projects)
{
    /// <summary>The figures to be reached in the programme's year; what a unit's indicator entry reports on.</summary>
    public IEnumerable<TargetFigure> Targets => Figures.Where(f => f.Role == FigureRole.Target);
}

/// <summary>Whether a figure is to be reached or is where the year starts from.</summary>
public enum FigureRole
{
    Baseline,
    Target,
}

/// <summary>How an indicator adds up over a year.</summary>
public enum IndicatorKind
{
    /// <summary>Cumulative within the year (产量, 主营业务收入); the only kind that has a pace.</summary>
    Flow,

    /// <summary>A level at a point in time (产能).</summary>
    Stock,

    /// <summary>A number of things (家, 个).</summary>
    Count,

    /// <summary>A percentage.</summary>
    Rate,
}

/// <summary>A target (目标) or baseline figure as printed in a plan's section 二.</summary>
/// <param name="Id">e.g. <c>automotive-T07</c>; entries refer to it.</param>
/// <param name="Value">The printed value in <paramref name="Unit"/>; the lower bound when a range is printed.</param>
/// <param name="UpperValue">The upper bound of a printed range (1—2家), else null.</param>
/// <param name="Comparator">As printed before the figure (超过, 突破, 达到, 逾 …); null when none is printed.</param>
/// <param name="ComparatorAfter">As printed behind the figure (以上, 多); null when none is printed.</param>
/// <param name="GrowthPercent">The growth on the year before as printed; null when none is printed.</param>
/// <param name="GrowthComparator">As printed with the growth (以上, 达到); null when none is printed.</param>
/// <param name="Scope">Which part of the industry is counted, as printed or as read from its context.</param>
/// <param name="Baseline">Id of the baseline figure of the same indicator and scope, null when there is none.</param>
/// <param name="GrowthAmount">Growth printed as an amount in <paramref name="Unit"/> (增加200亿元); null when none is printed.</param>
/// <param name="Wording">预计 or 力争 as printed; null when neither is.</param>
/// <param name="From">First day on which the record is in force; null from the year's beginning.</param>
/// <param name="Until">Last day (inclusive) on which the record is in force; null to the year's end.</param>
public sealed record TargetFigure(
    string Id,
    string Indicator,
    IndicatorKind Kind,
    int Year,
    FigureRole Role,
    decimal Value,
    decimal? UpperValue,
    string Unit,
    string? Comparator,
    string? ComparatorAfter,
    decimal? GrowthPercent,
    string? GrowthComparator,
    string Scope,
    string? Baseline,
    Place Place,
    IReadOnlyList<Mark> Marks,
    decimal? GrowthAmount = null,
    string? Wording = null,
    DateOnly? From = null,
    DateOnly? Until = null) : ITimed;

/// <summary>A row of 附件2: who leads and who takes part (工作任务).</summary>
/// <param name="Id">e.g. <c>R03</c>, unique within the plan on any one day: a row whose units change in mid-year is two records.</param>
/// <param name="Number">The printed row number.</param>
/// <param name="LeadUnits">Unit ids in printed order, generic ones among them.</param>
/// <param name="From">First day on which the row is in force; null from the year's beginning.</param>
/// <param name="Until">Last day (inclusive) on which the row is in force; null to the year's end.</param>
public sealed record PlanTask(
    string Id,
    int Number,
    string Title,
    IReadOnlyList<string> LeadUnits,
    IReadOnlyList<string> ParticipatingUnits,
    DateOnly? From,
    DateOnly? Until,
    Place Place,
    IReadOnlyList<Mark> Marks) : ITimed;

/// <summary>What a plan's text orders about reporting, inspection, ranking or publication (职责).</summary>
/// <param name="Tier">A: the sentence itself creates a report, inspection, ranking or the like; B: a neighbouring mechanism.</param>
/// <param name="Scope">plan-progress, sector-regulation, award, enterprise-service or publication.</param>
/// <param name="Subject">What the duty is about, in Chinese; null when the text does not say.</param>
/// <param name="Elements">What is to be done and how often, one element per act.</param>
/// <param name="Unit">Unit id of the body that must act; null when the text names none of the catalogue's units.</param>
/// <param name="UnitPrinted">Who must act, as printed, unit or not (e.g. a leading group, 省、市、县三级); null when nobody is named.</param>
/// <param name="Ordered">True where the notice itself orders a document that the programme issues; else the programme decided it.</param>
public sealed record Duty(
    string Id,
    string Tier,
    string Scope,
    string? Subject,
    IReadOnlyList<DutyElement> Elements,
    string? Unit,
    string? UnitPrinted,
    bool Ordered,
    Place Place)
{
    /// <summary>The kinds of act, each once, in printed order.</summary>
    public IEnumerable<string> Kinds => Elements.Select(e => e.Kind).Distinct(StringComparer.Ordinal);
}

/// <summary>One act of a duty and how often it is due.</summary>
/// <param name="Kind">bulletin, summary, inspection, ranking, commendation, follow-up …</param>
/// <param name="Cadence">quarterly, half-year, year-end, periodic-unspecified (定期) or none-stated.</param>
public sealed record DutyElement(string Kind, string Cadence);

/// <summary>A numbered item of a plan's section 三 with the outcomes it commits to.</summary>
/// <param name="Label">The printed number alone, e.g. <c>1.</c>; its place says under which heading.</param>
/// <param name="From">First day on which the record is in force; null from the year's beginning.</param>
/// <param name="Until">Last day (inclusive) on which the record is in force; null to the year's end.</param>
public sealed record WorkItem(
    string Id,
    string Label,
    string Title,
    IReadOnlyList<Commitment> Commitments,
    Place Place,
    IReadOnlyList<Mark> Marks,
    DateOnly? From = null,
    DateOnly? Until = null) : ITimed;

/// <summary>A quantified or dated outcome that a work item promises; entries may report on it as on a target.</summary>
/// <param name="Kind">count, revenue, milestone, capacity, output, rate, share, event, tech or non-numeric.</param>
/// <param name="Value">The printed quantity (the lower bound of a range); null where it is no single number.</param>
/// <param name="Comparator">As printed before the quantity; null when none is printed.</param>
/// <param name="ComparatorAfter">As printed behind the quantity (以上, 以下, 左右); null when none is printed.</param>
/// <param name="Deadline">As printed (2012年, 年内, 尽快 …); null when none is printed.</param>
/// <param name="Dated">True where the deadline lies within the programme's year.</param>
/// <param name="From">First day on which the commitment, with its work item, is in force; null from the year's beginning.</param>
/// <param name="Until">Last day (inclusive) on which the commitment, with its work item, is in force; null to the year's end.</param>
public sealed record Commitment(
    string Id,
    string What,
    string Kind,
    decimal? Value,
    decimal? UpperValue,
    string? Unit,
    string? Comparator,
    string? ComparatorAfter,
    string? Deadline,
    bool Dated,
    Place Place,
    DateOnly? From = null,
    DateOnly? Until = null) : ITimed;

/// <summary>A project, base, park or the like that the notice names (重点项目).</summary>
/// <param name="Kind">project, base, park, cluster, programme, technology, event or facility.</param>
/// <param name="Owner">The firm or place as printed; null when none is printed.</param>
/// <param name="Place">The town or zone as printed; null when none is printed.</param>
/// <param name="Capacity">Scale as printed, several joined by ；; null when none is printed.</param>
/// <param name="PhraseGroup">Records cut from one printed phrase share it; null when alone.</param>
/// <param name="OwnerFromContext">True where the owner stands elsewhere in the sentence (依托…, 支持…) and not beside the project.</param>
/// <param name="PlaceFromContext">The same for the place.</param>
/// <param name="From">First day on which the record is in force; null from the year's beginning.</param>
/// <param name="Until">Last day (inclusive) on which the record is in force; null to the year's end.</param>
public sealed record PlanProject(
    string Id,
    string Name,
    string Kind,
    string? Owner,
    string? Place,
    string? Capacity,
    string? PhraseGroup,
    Place Where,
    IReadOnlyList<Mark> Marks,
    bool OwnerFromContext = false,
    bool PlaceFromContext = false,
    DateOnly? From = null,
    DateOnly? Until = null) : ITimed;
