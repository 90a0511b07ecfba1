using Reporting.Schedule;

namespace Reporting.Publishing;

/// <summary>An issue (期) that has its number: its place in its series, its signature and, once published, its files.</summary>
/// <param name="Series">e.g. <c>bulletin-automotive</c>; numbered from 1 within a year of sign-off.</param>
/// <param name="SignedOn">The Beijing date printed in the issue; its year is the year the number counts in.</param>
/// <param name="Signer">Who signed; the office's name when <paramref name="AutoSigned"/>.</param>
/// <param name="PublishedAt">Null while the issue is numbered but its files are not all in place.</param>
/// <param name="Files">In ordinal order of name; empty while not published.</param>
public sealed record PublishedIssue(
    IssueKey Key,
    string Series,
    int Number,
    DateOnly SignedOn,
    string Signer,
    bool AutoSigned,
    DateTimeOffset? PublishedAt,
    IReadOnlyList<IssueFile> Files)
{
    /// <summary>The id used in addresses, e.g. <c>2012Q1-bulletin-automotive</c>.</summary>
    public string Id => IssueSeries.Id(Key);
}

/// <summary>One file of a published issue.</summary>
/// <param name="Name">e.g. <c>bulletin.pdf</c>.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record IssueFile(string Name, long Length, string Sha256);

/// <summary>Who signed an issue and when; fixed before the issue takes its number.</summary>
/// <param name="SignedOn">The Beijing date printed in the issue.</param>
/// <param name="Automatic">True when nobody signed in time and the office's name was put under it.</param>
public sealed record Signature(DateOnly SignedOn, string Signer, bool Automatic);
