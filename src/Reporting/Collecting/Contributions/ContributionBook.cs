using Reporting.Access;
using Reporting.Catalogue;
using Reporting.Schedule;

namespace Reporting.Collecting.Contributions;

/// <summary>Which contribution a caller names, as written in the request and not yet checked.</summary>
/// <param name="Unit">Null for the caller's own unit.</param>
public sealed record ContributionAddress(string Programme, string Period, string Plan, string Task, string? Unit);

/// <summary>Finds the task that a contribution belongs to, and says who may read and write it.</summary>
public sealed class ContributionBook(ObligationBook book)
{
    /// <summary>The task, if the caller may read what is contributed to it: a unit must lead it or take part in it.</summary>
    internal Outcome<SharedTask> FindTask(ContributionAddress address, Caller caller)
    {
        var found = book.FindPeriod(address.Programme, address.Period);
        if (found.Value is not var (programme, period, dates))
            return found.Refusals.ToList();
        if (!programme.TryGetPlan(address.Plan, out var plan))
            return ObligationBook.UnknownPlan(programme, address.Plan);
        if (plan.Tasks.FirstOrDefault(t => t.Id == address.Task) is not { } task)
            return ObligationBook.UnknownTask(plan, address.Task);
        var shared = new SharedTask(
            programme, period, dates, plan, task, [.. book.Of(programme, period).Where(o => o.Plan == plan.Id && o.Task == task.Id).Select(o => o.Unit)]);
        return caller is { Role: Role.Unit, Unit: var unit } && !shared.Leads.Contains(unit, StringComparer.Ordinal) && !shared.TakesPart(unit)
            ? new Refusal("not-yours", "task", "本单位既不牵头也不参加该任务。", "Your unit neither leads this task nor takes part in it.")
            : shared;
    }

    /// <summary>The contribution that <paramref name="address"/> names, if its unit takes part in the task and the caller may act for that unit.</summary>
    internal Outcome<SharedTask> Find(ContributionAddress address, Caller caller, out EntryKey? key)
    {
        key = null;
        var found = FindTask(address, caller);
        if (found.Value is not { } task)
            return found;
        if (address.Unit is { } named && !task.Programme.TryGetUnit(named, out _))
            return ObligationBook.UnknownUnit(task.Programme, named);
        if ((address.Unit ?? caller.Unit) is not { } unit)
            return new Refusal("unit-required", "unit", "请用 ?unit= 写明单位。", "Name the unit with ?unit=.");
        if (caller.Role == Role.Unit && unit != caller.Unit)
            return new Refusal("not-yours", "unit", "只能办理本单位的配合情况。", "A unit deals only with its own contributions.");
        if (!task.TakesPart(unit))
        {
            return caller.Role == Role.Unit
                ? new Refusal("not-yours", "task", "本单位牵头该任务，请在进展报送中填写。", "Your unit leads this task; what it does belongs into its entry.")
                : new Refusal("not-participating", "unit", $"“{unit}”不是该任务的参加单位。", $"'{unit}' does not take part in this task.");
        }
        key = new EntryKey(task.Programme.Id, task.Period, task.Plan.Id, task.Task.Id, unit);
        return found;
    }
}

/// <summary>A task as it is in force in a period, with the units that report on it.</summary>
/// <param name="Leads">The units that owe an entry for it.</param>
internal sealed record SharedTask(Programme Programme, Period Period, PeriodDates Dates, Plan Plan, PlanTask Task, IReadOnlyList<string> Leads)
{
    /// <summary>Whether a unit is printed as taking part, names a body, and does not report on the task itself.</summary>
    public bool TakesPart(string? unit) =>
        unit is not null && Task.ParticipatingUnits.Contains(unit, StringComparer.Ordinal)
        && Programme.TryGetUnit(unit, out var body) && !body.Generic
        && !Leads.Contains(unit, StringComparer.Ordinal) && !Task.LeadUnits.Contains(unit, StringComparer.Ordinal);
}
