namespace Reporting.Collecting;

/// <summary>Which entry a caller names, as written in the request and not yet checked.</summary>
/// <param name="Task">Task id; null for the plan's indicators.</param>
/// <param name="Unit">Null for the caller's own unit (for indicators: the plan's issuing unit).</param>
public sealed record EntryAddress(string Programme, string Period, string Plan, string? Task, string? Unit);

/// <summary>An entry that is really owed, with programme and plan as they are in force in its period, and its dates.</summary>
internal sealed record OwedEntry(
    EntryKey Key,
    Catalogue.Programme Programme,
    Catalogue.Plan Plan,
    Schedule.PeriodDates Dates);
