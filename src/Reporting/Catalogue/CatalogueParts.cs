using Reporting.Schedule;

namespace Reporting.Catalogue;

/// <summary>What <c>programme.json</c> holds.</summary>
internal sealed record ProgrammePart(
    string Id,
    string Title,
    int Year,
    string Office,
    Notice Notice,
    IssueForms Forms,
    IReadOnlyList<PlanGroup> Groups,
    ExpectedCounts Counts);

/// <summary>How many records the catalogue must have when the year begins; a file that lost or doubled a record does not start.</summary>
/// <param name="UnitNames">Full names; a body may have more than one.</param>
internal sealed record ExpectedCounts(
    int Plans,
    int Units,
    int UnitNames,
    int GenericUnits,
    RecordCounts All,
    IReadOnlyList<RecordCounts> PerPlan);

/// <summary>The records of one plan, or (plan null) of all.</summary>
/// <param name="Reconstructed">Tasks marked as put together again.</param>
/// <param name="ToDecide">Tasks marked as needing a person's decision.</param>
/// <param name="Dated">Commitments whose deadline lies within the year.</param>
/// <param name="Records">Project records of every kind.</param>
/// <param name="Projects">Project records of kind <c>project</c>.</param>
internal sealed record RecordCounts(
    string? Plan,
    int Baselines,
    int Targets,
    int Tasks,
    int Reconstructed,
    int ToDecide,
    int Leads,
    int Participating,
    int Duties,
    int WorkItems,
    int Commitments,
    int Dated,
    int Records,
    int Projects);

/// <summary>What <c>units.json</c> holds.</summary>
internal sealed record UnitsPart(IReadOnlyList<Unit> Units);

/// <summary>What <c>calendar.json</c> holds.</summary>
internal sealed record CalendarPart(
    IReadOnlyList<Period> Periods,
    IReadOnlyList<Holiday> Holidays,
    int DueDay,
    int GraceDays,
    int LockDays,
    int ReviewDays,
    int? AutoSignDays,
    IReadOnlyList<decimal> QuarterlyProfile,
    IReadOnlyList<IssueRule> Kinds)
{
    public ReportingCalendar ToCalendar() => new(
        Periods,
        [.. Holidays.SelectMany(h => h.Days).Order()],
        [.. Holidays.SelectMany(h => h.WorkingWeekendDays).Order()],
        DueDay,
        GraceDays,
        LockDays,
        ReviewDays,
        AutoSignDays,
        QuarterlyProfile,
        Kinds);
}

/// <summary>A public holiday as the State Council's yearly notice states it.</summary>
/// <param name="First">First free day.</param>
/// <param name="Last">Last free day (inclusive).</param>
/// <param name="WorkingWeekendDays">调休: the weekend days worked in exchange.</param>
internal sealed record Holiday(string Name, DateOnly First, DateOnly Last, IReadOnlyList<DateOnly> WorkingWeekendDays)
{
    public IEnumerable<DateOnly> Days
    {
        get
        {
            for (var day = First; day <= Last; day = day.AddDays(1))
                yield return day;
        }
    }
}
