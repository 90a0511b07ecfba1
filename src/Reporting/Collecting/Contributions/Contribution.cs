namespace Reporting.Collecting.Contributions;

/// <summary>What a participating unit says of its part in a task (参加单位的配合情况), as it stands after its latest version.</summary>
/// <param name="Key">The task and the participating unit.</param>
/// <param name="Version">1 for the first write; every write is a version.</param>
/// <param name="Text">At most 4,000 characters; null once the unit has taken its words back, which is a version like any other.</param>
/// <param name="At">When this version was written.</param>
/// <param name="By">The person named by the key that wrote it.</param>
/// <param name="PreviousHash">Hash of the version before; null for the first.</param>
/// <param name="Hash">SHA-256 (lower-case hex) over this version and <paramref name="PreviousHash"/>.</param>
public sealed record Contribution(EntryKey Key, int Version, string? Text, DateTimeOffset At, string By, string? PreviousHash, string Hash);

/// <summary>The contributions to a task, one for each unit that wrote one, or the versions of one contribution, first to last.</summary>
public sealed record ContributionList(IReadOnlyList<Contribution> Contributions);
