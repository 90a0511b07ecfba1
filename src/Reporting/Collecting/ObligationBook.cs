using System.Collections.Concurrent;
using Reporting.Access;
using Reporting.Catalogue;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Collecting;

/// <summary>Finds what a request means in the catalogue: the programme, the period, the entry that is owed, and whether the caller may name it.</summary>
public sealed class ObligationBook(Programmes programmes, ProgressTable table)
{
    private readonly ConcurrentDictionary<(string Programme, Period Period), IReadOnlyList<Obligation>> obligations = new();

    /// <summary>The obligations of a period in catalogue order, made once.</summary>
    internal IReadOnlyList<Obligation> Of(Programme programme, Period period) =>
        obligations.GetOrAdd((programme.Id, period), static (key, programme) => Obligation.Of(programme, key.Period), programme);

    /// <summary>The programme, or the refusal that there is none.</summary>
    public Outcome<Programme> FindProgramme(string id) =>
        programmes.TryGet(id, out var programme)
            ? programme
            : new Refusal("unknown-programme", "programme", $"没有年度行动计划“{id}”。", $"There is no programme '{id}'.");

    /// <summary>The plan, or which part of the address is unknown.</summary>
    public Outcome<Plan> FindPlan(string programmeId, string planId)
    {
        var found = FindProgramme(programmeId);
        if (found.Value is not { } programme)
            return found.Refusals.ToList();
        return programme.TryGetPlan(planId, out var plan) ? plan : UnknownPlan(programme, planId);
    }

    /// <summary>The dates of a period, or which part of the address is unknown.</summary>
    public Outcome<PeriodDates> FindDates(string programmeId, string periodText)
    {
        var found = FindPeriod(programmeId, periodText);
        return found.Value is { } period ? period.Dates : found.Refusals.ToList();
    }

    /// <summary>The programme as it is in force in one of its periods, or which of the two is unknown.</summary>
    internal Outcome<ProgrammePeriod> FindPeriod(string programmeId, string periodText)
    {
        var known = FindProgramme(programmeId);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        return Period.TryParse(periodText, null, out var period) && programme.Calendar.Periods.Contains(period)
            ? new ProgrammePeriod(programme.At(period), period, PeriodDates.Of(period, programme.Calendar))
            : new Refusal(
                "unknown-period",
                "period",
                $"{programme.Id}没有报告期“{periodText}”，应为{string.Join('、', programme.Calendar.Periods)}之一。",
                $"{programme.Id} has no period '{periodText}'; it has {string.Join(", ", programme.Calendar.Periods)}.");
    }

    /// <summary>
    /// The programme and one of its periods for a question about many entries, or why it cannot be asked: no period is named, something named
    /// is unknown, or a unit asks about another.
    /// </summary>
    /// <param name="unit">Null for all units, or the caller's own for role unit.</param>
    /// <param name="plan">Null for all plans.</param>
    internal Outcome<ProgrammePeriod> FindPeriod(string programmeId, string? periodText, Caller caller, string? unit, string? plan)
    {
        if (periodText is null)
            return new Refusal("parameter-required", "period", "请用 ?period= 写明报告期，如 2012Q1。", "Name the period with ?period=, e.g. 2012Q1.");
        var found = FindPeriod(programmeId, periodText);
        if (found.Value is not { Programme: var programme })
            return found;
        if (unit is not null && !programme.TryGetUnit(unit, out _))
            return UnknownUnit(programme, unit);
        if (caller.Role == Role.Unit && unit is not null && unit != caller.Unit)
            return new Refusal("not-yours", "unit", "只能查看本单位的报送任务。", "A unit sees only its own obligations.");
        return plan is not null && !programme.TryGetPlan(plan, out _) ? UnknownPlan(programme, plan) : found;
    }

    /// <summary>
    /// The entry that <paramref name="address"/> names, if it is owed and the caller may deal with it. What the catalogue does not have is
    /// looked for in what was frozen at the lock: a task that was lost by a later edit still counts as missing, so it can still be reported
    /// under a permit. Nothing is read where the catalogue has it.
    /// </summary>
    internal async Task<Outcome<OwedEntry>> FindAsync(EntryAddress address, Caller caller, CancellationToken cancellation)
    {
        var found = Find(address, caller, frozen: []);
        if (found.Value is not null || FindPeriod(address.Programme, address.Period).Value is not var (programme, period, _)
            || !programme.TryGetPlan(address.Plan, out var plan)
            || await table.FindObligationsAsync(programme.Id, period, plan.Id, cancellation) is not { } frozen)
        {
            return found;
        }
        return Find(address, caller, frozen.Owed);
    }

    /// <param name="frozen">What is owed beside what the catalogue says.</param>
    private Outcome<OwedEntry> Find(EntryAddress address, Caller caller, IReadOnlyList<Obligation> frozen)
    {
        var found = FindPeriod(address.Programme, address.Period);
        if (found.Value is not var (programme, period, dates))
            return found.Refusals.ToList();
        if (!programme.TryGetPlan(address.Plan, out var plan))
            return UnknownPlan(programme, address.Plan);
        if (address.Task is { } task && plan.Tasks.All(t => t.Id != task) && frozen.All(o => o.Task != task))
            return UnknownTask(plan, task);
        if (address.Unit is { } body && !programme.TryGetUnit(body, out _))
            return UnknownUnit(programme, body);

        var unit = address.Unit ?? (caller.Role != Role.Unit && address.Task is null ? plan.IssuingUnit : caller.Unit);
        if (unit is null)
            return new Refusal("unit-required", "unit", "请用 ?unit= 写明单位。", "Name the unit with ?unit=.");
        if (caller.Role == Role.Unit && unit != caller.Unit)
            return new Refusal("not-yours", "unit", "只能办理本单位的报送任务。", "A unit deals only with its own entries.");
        var named = new Obligation(period, plan.Id, address.Task, unit);
        if (!Of(programme, period).Contains(named) && !frozen.Contains(named))
        {
            return caller.Role == Role.Unit
                ? new Refusal("not-yours", address.Task is null ? "plan" : "task", "该项任务不由本单位报送。", "Your unit does not owe this entry.")
                : new Refusal("not-owed", "unit", $"{NameOf(programme, unit)}在{ChineseDate.Of(period)}不负责报送该项。", $"'{unit}' does not owe this entry in {period}.");
        }
        return new OwedEntry(new EntryKey(programme.Id, period, plan.Id, address.Task, unit), programme, plan, dates);
    }

    private static string NameOf(Programme programme, string unit) => programme.TryGetUnit(unit, out var known) ? known.Name : $"“{unit}”";

    internal static Refusal UnknownPlan(Programme programme, string plan) =>
        new("unknown-plan", "plan", $"{programme.Id}没有行动计划“{plan}”。", $"{programme.Id} has no plan '{plan}'.");

    internal static Refusal UnknownTask(Plan plan, string task) =>
        new("unknown-task", "task", $"{plan.Title}没有任务“{task}”。", $"Plan {plan.Id} has no task '{task}'.");

    internal static Refusal UnknownUnit(Programme programme, string unit) =>
        new("unknown-unit", "unit", $"{programme.Id}没有单位“{unit}”。", $"{programme.Id} has no unit '{unit}'.");
}

/// <summary>A period of a programme with its dates.</summary>
/// <param name="Programme">The view in force in the period.</param>
internal sealed record ProgrammePeriod(Programme Programme, Period Period, PeriodDates Dates);
