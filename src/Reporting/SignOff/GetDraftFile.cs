using Reporting.Publishing;
using Reporting.Storage;
using Reporting.Tick;

namespace Reporting.SignOff;

/// <summary>Reads a file of the draft that stands.</summary>
public sealed class GetDraftFile(DraftBook book, BulletinBlobs blobs)
{
    /// <summary>The file by its short name (pdf, docx, html, snapshot, trace).</summary>
    public async Task<Outcome<DraftFile>> RunAsync(string programme, string id, string shortName, CancellationToken cancellation)
    {
        var found = await book.FindAsync(programme, id, cancellation);
        if (found.Value is not { } issue)
            return found.Refusals.ToList();
        return issue.Piece.Draft is { } draft
            && GetIssueFile.ShortNames.TryGetValue(shortName, out var name)
            && await blobs.ReadStagedAsync(issue.Piece.Issue, MakeDraft.NameOf(draft, name), cancellation) is { } content
            ? new DraftFile(issue, draft, name, BulletinBlobs.MediaType(name), content)
            : new Refusal("file-not-found", "file", $"送审稿没有文件“{shortName}”。", $"The draft has no file '{shortName}'.");
    }
}

/// <summary>A file of a draft with its bytes.</summary>
public sealed record DraftFile(DraftedIssue Issue, IssueDraft Draft, string Name, string MediaType, byte[] Content);
