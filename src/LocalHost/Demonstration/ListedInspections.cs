using Reporting.Inspections;

namespace LocalHost.Demonstration;

/// <summary>What the API answers when the records of visits are listed.</summary>
internal sealed record ListedInspections(IReadOnlyList<ListedInspection> Inspections);

/// <param name="Hash">The version's; the next change names it.</param>
internal sealed record ListedInspection(string Id, Inspection Details, string Hash);
