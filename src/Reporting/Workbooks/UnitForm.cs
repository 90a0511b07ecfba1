using System.Collections.Frozen;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Workbooks;

/// <summary>What one unit owes in one period, as its workbook shows it.</summary>
internal sealed record UnitForm(Programme Programme, PeriodDates Dates, Unit Unit, IReadOnlyList<FormEntry> Entries)
{
    /// <summary>The plans in which the unit owes something, in the order of the notice.</summary>
    public IReadOnlyList<Plan> Plans { get; } = [.. Entries.Select(e => e.Plan).Distinct()];
}

/// <summary>One obligation of the workbook, with what is stored for it.</summary>
/// <param name="Task">Null for the plan's indicators.</param>
/// <param name="Current">What is entered for this period; null when nothing is.</param>
/// <param name="Earlier">What the unit handed over for the period before; null when it did not, or when the programme has no such period.</param>
internal sealed record FormEntry(EntryKey Key, Programme Programme, Plan Plan, PlanTask? Task, Entry? Current, Entry? Earlier)
{
    /// <summary>What stands for an indicator entry where a task's id stands otherwise.</summary>
    public const string Indicators = "指标";

    /// <summary>The row's key, e.g. <c>automotive/R01</c>; what finds the row again wherever it has been moved.</summary>
    public string Code { get; } = $"{Plan.Id}/{Task?.Id ?? Indicators}";

    public string Title => Task?.Title ?? $"{Plan.Industry}目标指标";

    /// <summary>What the input cells hold when the workbook is made: the entry as it is, or what usually stays from the period before.</summary>
    public EntryContent Shown => Current?.Content ?? CarryOver.From(Earlier, Settled, Projects);

    /// <summary>The projects that can be reported on: those of the register, or of the catalogue where the register has not been read.</summary>
    public IReadOnlyList<NamedProject> Projects { get; init; } = [.. Plan.Projects.Select(p => new NamedProject(p.Id, p.Name))];

    /// <summary>Ids of problems that need no further word from the unit.</summary>
    public IReadOnlySet<string> Settled { get; init; } = FrozenSet<string>.Empty;
}

/// <summary>A project as it is chosen from a list.</summary>
internal sealed record NamedProject(string Id, string Name);
