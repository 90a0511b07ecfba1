using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.SignOff;
using Reporting.Tick;

namespace Reporting.Web.Endpoints;

/// <summary>The issues that are being made, or were.</summary>
internal sealed record DraftListView(IReadOnlyList<DraftView> Drafts);

/// <summary>An issue on its way from draft to publication.</summary>
/// <param name="Id">As of the published issue, e.g. <c>2012Q1-bulletin-automotive</c>.</param>
/// <param name="Draft">The number of the draft that stands; null before there is one.</param>
/// <param name="Signer">Null until signed.</param>
/// <param name="Failures">Since the piece was last well; after five it is parked.</param>
/// <param name="NextAt">When the tick looks at it again; null where it is settled.</param>
/// <param name="Error">What went wrong last; null when nothing did.</param>
internal sealed record DraftView(
    string Id,
    Period Period,
    IssueKind Kind,
    string? Plan,
    ReviewState State,
    int? Draft,
    DateTimeOffset? DraftedAt,
    string? Signer,
    DateOnly? SignedOn,
    bool? AutoSigned,
    int? Number,
    int Failures,
    DateTimeOffset? NextAt,
    string? Error)
{
    public static DraftView Of(WorkPiece piece) => new(
        IssueSeries.Id(piece.Issue),
        piece.Issue.Period,
        piece.Issue.Kind,
        piece.Issue.Plan,
        ReviewStates.Of(piece),
        piece.Draft?.Number,
        piece.Draft?.MadeAt.ToOffset(BeijingTime.Offset),
        piece.Signature?.Signer,
        piece.Signature?.SignedOn,
        piece.Signature?.Automatic,
        piece.Number,
        piece.Failures,
        piece.Settled ? null : piece.NotBefore.ToOffset(BeijingTime.Offset),
        piece.Error);
}

/// <summary>What the office looks at before it signs.</summary>
/// <param name="Files">The draft's files by short name and address.</param>
internal sealed record DraftReviewView(
    DraftView Issue,
    DateOnly? SignBy,
    DateOnly? PublishBy,
    IReadOnlyList<UnreportedItem> Unreported,
    IReadOnlyList<DoubtfulEntryView> Warnings,
    DraftChanges? Changes,
    IReadOnlyDictionary<string, string> Files)
{
    private static readonly string[] Names = ["pdf", "docx", "html", "snapshot", "trace"];

    public static DraftReviewView Of(DraftReview review)
    {
        var issue = review.Issue.Piece.Issue;
        return new DraftReviewView(
            DraftView.Of(review.Issue.Piece),
            review.SignBy,
            review.PublishBy,
            review.Unreported,
            [.. review.Warnings.Select(w => new DoubtfulEntryView(w.Plan, w.Task, w.Unit, w.Note, [.. w.Warnings.Select(x => new DoubtView(x.Code, x.Field, x.DetailZh, x.DetailEn))]))],
            review.Changes,
            Names.ToDictionary(name => name, name => $"/api/{issue.Programme}/drafts/{IssueSeries.Id(issue)}/{name}"));
    }
}

/// <summary>An entry with what is implausible in it, and what its note says.</summary>
internal sealed record DoubtfulEntryView(string Plan, string? Task, string Unit, string? Note, IReadOnlyList<DoubtView> Warnings);

/// <summary>Something implausible.</summary>
internal sealed record DoubtView(string Code, string? Field, string Detail, string DetailEn);
