using Reporting.Access;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Problems;
using Reporting.Projects;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Workbooks;

/// <summary>Which workbook is meant, as written in the request and not yet checked.</summary>
public sealed record WorkbookAddress(string Programme, string Period, string Unit);

/// <summary>A unit and period that have a workbook.</summary>
internal sealed record UnitQuarter(Programme Programme, PeriodDates Dates, Unit Unit, IReadOnlyList<Obligation> Obligations)
{
    /// <summary>The ids of the plans in which the unit owes something.</summary>
    public IEnumerable<string> Plans => Obligations.Select(o => o.Plan).Distinct(StringComparer.Ordinal);
}

/// <summary>Finds what a unit owes in a period and what is stored for it: one query for each plan and period, and one for each plan's register.</summary>
public sealed class UnitForms(ObligationBook book, ProgressTable table, ProblemsTable problems, ProjectsTable projects)
{
    internal Outcome<UnitQuarter> Find(Caller caller, WorkbookAddress address)
    {
        var found = book.FindPeriod(address.Programme, address.Period, caller, address.Unit, plan: null);
        if (found.Value is not var (programme, period, dates) || !programme.TryGetUnit(address.Unit, out var unit))
            return found.Refusals.ToList();
        var owed = book.Of(programme, period).Where(o => o.Unit == unit.Id).ToList();
        return owed.Count == 0
            ? new Refusal("not-owed", "unit", $"{unit.Name}在{period}没有报送任务。", $"'{unit.Id}' owes nothing in {period}.")
            : new UnitQuarter(programme, dates, unit, owed);
    }

    /// <summary>What the unit has entered for the period.</summary>
    /// <param name="withEarlier">Whether to read also what a form shows beyond that: what was handed over for the period before, and the registers.</param>
    internal async Task<UnitForm> ReadAsync(UnitQuarter quarter, bool withEarlier, CancellationToken cancellation)
    {
        var (programme, dates, unit, obligations) = quarter;
        var before = dates.Period.Previous;
        var reading = EntriesAsync(quarter, dates.Period, cancellation);
        var earlier = withEarlier && programme.Calendar.Periods.Contains(before) ? await EntriesAsync(quarter, before, cancellation) : [];
        var registers = withEarlier ? await RegistersAsync(quarter, cancellation) : [];
        var settled = await SettledAsync(quarter, earlier.Values, cancellation);
        var current = await reading;
        return new UnitForm(programme, dates, unit, [.. obligations.Select(o =>
        {
            var plan = PlanOf(programme, o);
            var entry = new FormEntry(
                KeyOf(quarter, o, dates.Period),
                programme,
                plan,
                plan.Tasks.FirstOrDefault(t => t.Id == o.Task),
                current.GetValueOrDefault(KeyOf(quarter, o, dates.Period)),
                HandedOver(earlier.GetValueOrDefault(KeyOf(quarter, o, before)))) { Settled = settled };
            return registers.TryGetValue(plan.Id, out var known) ? entry with { Projects = known } : entry;
        })]);
    }

    /// <summary>The projects of each plan that can be reported on: in force in the period or added, and neither merged nor retired.</summary>
    private async Task<Dictionary<string, IReadOnlyList<NamedProject>>> RegistersAsync(UnitQuarter quarter, CancellationToken cancellation)
    {
        // The register is of the whole year; a record that is not in force in the period would look like an added one in the period's view.
        if (book.FindProgramme(quarter.Programme.Id).Value is not { } year)
            return [];
        var plans = quarter.Obligations.Where(o => o.Task is not null).Select(o => o.Plan).Distinct(StringComparer.Ordinal).Select(id => year.Plans.Single(p => p.Id == id));
        var read = await Task.WhenAll(plans.Select(plan => projects.ReadFactsAsync(year, plan, cancellation)));
        return read.ToDictionary(register => register.Plan, register => Active(register, quarter.Programme), StringComparer.Ordinal);
    }

    private static IReadOnlyList<NamedProject> Active(ProjectRegister register, Programme inForce)
    {
        var printed = inForce.Plans.Where(p => p.Id == register.Plan).SelectMany(p => p.Projects).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return [.. register.Projects.Where(p => p.State == ProjectState.Active && (!p.InCatalogue || printed.Contains(p.Id))).Select(p => new NamedProject(p.Id, p.Details.Name))];
    }

    /// <summary>The problems of the plans that the office has closed, or that no accepted entry contains any more; they are not proposed again.</summary>
    private async Task<HashSet<string>> SettledAsync(UnitQuarter quarter, IEnumerable<Entry> earlier, CancellationToken cancellation)
    {
        var plans = earlier.Where(e => e.Content.Problems.Count > 0).Select(e => e.Key.Plan).Distinct(StringComparer.Ordinal);
        var read = await Task.WhenAll(plans.Select(plan => problems.ReadAsync(quarter.Programme.Id, plan, cancellation)));
        return read.SelectMany(p => p).Where(p => p.Content.State is ProblemState.Closed or ProblemState.Withdrawn).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
    }

    // What was a draft or returned when its period was locked was never reported.
    private static Entry? HandedOver(Entry? earlier) => earlier?.State is EntryState.Submitted or EntryState.Accepted ? earlier : null;

    private async Task<Dictionary<EntryKey, Entry>> EntriesAsync(UnitQuarter quarter, Period period, CancellationToken cancellation)
    {
        var read = await Task.WhenAll(quarter.Plans.Select(plan => table.ReadPeriodAsync(quarter.Programme.Id, period, plan, cancellation)));
        return read.SelectMany(plan => plan.Entries).Where(e => e.Key.Unit == quarter.Unit.Id).ToDictionary(e => e.Key);
    }

    private static EntryKey KeyOf(UnitQuarter quarter, Obligation owed, Period period) => new(quarter.Programme.Id, period, owed.Plan, owed.Task, owed.Unit);

    private static Plan PlanOf(Programme programme, Obligation owed) =>
        programme.TryGetPlan(owed.Plan, out var plan) ? plan : throw new InvalidOperationException($"An obligation names the plan {owed.Plan}, which is not there.");
}
