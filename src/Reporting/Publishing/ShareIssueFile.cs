using Reporting.Catalogue;
using Reporting.Storage;

namespace Reporting.Publishing;

/// <summary>Makes a link that reads one file of a published issue without a key, for a while, and records for whom.</summary>
public sealed class ShareIssueFile(BulletinBlobs blobs, LinksTable links, TimeProvider clock)
{
    /// <param name="shortName">e.g. <c>pdf</c>; a file that the issue has.</param>
    /// <param name="to">The person who asked for it, or the receiver of a message.</param>
    /// <exception cref="ArgumentException">The issue has no such file.</exception>
    public async Task<IssueLink> RunAsync(
        Programme programme, PublishedIssue issue, string shortName, TimeSpan lifetime, string to, CancellationToken cancellationToken)
    {
        if (!GetIssueFile.ShortNames.TryGetValue(shortName, out var name) || issue.Files.All(file => file.Name != name))
            throw new ArgumentException($"{issue.Id} has no file '{shortName}'.", nameof(shortName));
        // Storage judges by its own clock, so the end is real time even where the host's clock is set to another year.
        var until = TimeProvider.System.GetUtcNow() + lifetime;
        // The record first: a link that nobody knows of would be worse than a record of a link that was never handed out.
        await links.AddAsync(programme.Id, issue.Id, new LinkRecord(clock.GetUtcNow(), name, to, until), cancellationToken);
        var url = await blobs.LinkAsync(issue, name, IssueTitle.Of(programme, issue) + Path.GetExtension(name), until, cancellationToken);
        return new IssueLink(url, until);
    }
}

/// <summary>A link to a file of an issue.</summary>
/// <param name="ExpiresAt">Real time: storage does not know the host's clock.</param>
public sealed record IssueLink(Uri Url, DateTimeOffset ExpiresAt);

/// <summary>That a link was made.</summary>
/// <param name="At">By the host's clock.</param>
/// <param name="File">e.g. <c>bulletin.pdf</c>.</param>
/// <param name="To">The person who asked for it, or the receiver of a message.</param>
public sealed record LinkRecord(DateTimeOffset At, string File, string To, DateTimeOffset ExpiresAt);
