namespace Reporting;

/// <summary>A record of a register (projects, problems) as one of its versions has it; every change is a version.</summary>
/// <param name="Version">1 for the first that was stored; 0 for what only the catalogue says.</param>
/// <param name="At">When this version was written.</param>
/// <param name="By">The person who wrote it.</param>
/// <param name="PreviousHash">Hash of the version before; null for the first.</param>
/// <param name="Hash">SHA-256 (lower-case hex) over this version and <paramref name="PreviousHash"/>.</param>
/// <param name="Tag">The stored row's tag, which guards the next write; empty when nothing is stored, or for a version that is history.</param>
public sealed record Recorded<T>(string Id, int Version, T Content, DateTimeOffset At, string By, string? PreviousHash, string Hash, string Tag)
    where T : class;

/// <summary>What the next version of a record says.</summary>
/// <param name="Before">The version that it builds upon; null (or version 0) for the first.</param>
internal sealed record RecordChange<T>(string Id, Recorded<T>? Before, T Content, DateTimeOffset At, string By)
    where T : class;
