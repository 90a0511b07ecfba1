namespace Reporting.Collecting;

/// <summary>Something implausible in an entry. It is no refusal: the entry is stored, and can be submitted once its note explains it.</summary>
/// <param name="Code">Stable, kebab-case; docs/plausibility.md lists all.</param>
/// <param name="Field">JSON path such as <c>figures[2].value</c>; null when the whole entry is meant.</param>
/// <param name="DetailZh">One Chinese sentence with the numbers compared.</param>
/// <param name="DetailEn">The same in English.</param>
public sealed record Warning(string Code, string? Field, string DetailZh, string DetailEn);

/// <summary>A warning as the submitted version keeps it: what the unit's note had to explain.</summary>
public sealed record RaisedWarning(string Code, string? Field);
