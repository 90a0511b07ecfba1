namespace Reporting.Tick;

/// <summary>A draft (送审稿) of an issue, laid before the office; signing it fixes its facts.</summary>
/// <param name="Number">1 for the issue's first draft; a draft that says the same as the one before is none.</param>
/// <param name="Sha256">Of its snapshot, lower-case hex; the draft's files stand under it.</param>
/// <param name="MadeAt">When its snapshot was frozen.</param>
/// <param name="Before">The hash of the draft before it; null for the first.</param>
public sealed record IssueDraft(int Number, string Sha256, DateTimeOffset MadeAt, string? Before);
