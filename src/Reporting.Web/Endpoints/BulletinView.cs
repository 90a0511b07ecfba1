using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Verifying;

namespace Reporting.Web.Endpoints;

/// <summary>The published issues that were asked for.</summary>
internal sealed record BulletinList(IReadOnlyList<BulletinView> Bulletins);

/// <summary>A published issue as the API shows it.</summary>
/// <param name="Id">Used in addresses, e.g. <c>2012Q1-bulletin-automotive</c>.</param>
/// <param name="Plan">Null where the issue is over all plans.</param>
/// <param name="Number">第N期 within the series and the year of <paramref name="SignedOn"/>.</param>
/// <param name="AutoSigned">True where nobody signed in time and the office's name was put under it.</param>
internal sealed record BulletinView(
    string Id,
    Period Period,
    IssueKind Kind,
    string? Plan,
    string Series,
    int Number,
    DateOnly SignedOn,
    string Signer,
    bool AutoSigned,
    DateTimeOffset? PublishedAt,
    IReadOnlyList<BulletinFileView> Files)
{
    public static BulletinView Of(PublishedIssue issue) => new(
        issue.Id,
        issue.Key.Period,
        issue.Key.Kind,
        issue.Key.Plan,
        issue.Series,
        issue.Number,
        issue.SignedOn,
        issue.Signer,
        issue.AutoSigned,
        issue.PublishedAt?.ToOffset(BeijingTime.Offset),
        [.. issue.Files.Select(f => BulletinFileView.Of(issue, f))]);
}

/// <summary>Which file a link is to read.</summary>
/// <param name="File">pdf, docx, html, snapshot, trace, manifest or signature.</param>
/// <param name="Minutes">How long it works; 15 when left out.</param>
internal sealed record LinkRequest(string File, int? Minutes = null);

/// <summary>The links that were made to an issue's files, newest first.</summary>
internal sealed record LinkList(IReadOnlyList<LinkRecord> Links);

/// <summary>What the verification of an issue gave.</summary>
/// <param name="Holds">False where a check failed; what was not checked says what it takes.</param>
internal sealed record VerificationView(string? Issue, int? Number, bool Holds, IReadOnlyList<VerificationCheckView> Checks)
{
    public static VerificationView Of(Verification verified) => new(
        verified.Issue, verified.Number, verified.Holds, [.. verified.Checks.Select(c => new VerificationCheckView(c.Name, c.Outcome, c.File, c.DetailZh, c.DetailEn))]);
}

/// <summary>One check.</summary>
/// <param name="Name">signature, files, snapshot, chain, trace, rebuild, register or entries.</param>
/// <param name="File">Null where it is of the whole issue.</param>
internal sealed record VerificationCheckView(string Name, CheckOutcome Outcome, string? File, string Detail, string DetailEn);

/// <summary>A file of an issue.</summary>
/// <param name="Sha256">Lower-case hex; also the ETag of the file.</param>
/// <param name="Href">The file's address; null for a file that has none.</param>
internal sealed record BulletinFileView(string Name, long Length, string Sha256, string? Href)
{
    public static BulletinFileView Of(PublishedIssue issue, IssueFile file)
    {
        var shortName = GetIssueFile.ShortNames.FirstOrDefault(n => n.Value == file.Name).Key;
        return new(file.Name, file.Length, file.Sha256, shortName is null ? null : $"/api/{issue.Key.Programme}/bulletins/{issue.Id}/{shortName}");
    }
}
