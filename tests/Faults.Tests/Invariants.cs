using System.Security.Cryptography;
using System.Text.Json;
using Reporting.Delivery;
using Reporting.Publishing;
using Reporting.Storage;
using Reporting.Tick;

namespace Faults.Tests;

/// <summary>What must hold after any fault: each due issue once, numbers without gap or double, every file as the signed manifest has it, every accepted entry as it was, no piece left.</summary>
internal static class Invariants
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>How many issues were looked at.</summary>
    public static async Task<int> HoldAsync(FaultSite site)
    {
        var due = site.Due();
        var published = await site.PublishedAsync();
        Assert.Equal(due.Order(Comparer), published.Select(issue => issue.Key).Order(Comparer));
        foreach (var series in published.GroupBy(issue => (issue.Series, issue.SignedOn.Year)))
            Assert.Equal(Enumerable.Range(1, series.Count()), series.Select(issue => issue.Number).Order());
        foreach (var issue in published)
            await VerifyAsync(site, issue);
        foreach (var entry in site.Accepted)
            Assert.Equal((entry.Version, entry.Hash), await site.Get<ProgressTable>().FindAsync(entry.Key, Cancellation) is { Entry: var stored } ? (stored.Version, stored.Hash) : default);
        foreach (var year in due.Select(issue => issue.Period.Year).Distinct())
        {
            var pieces = await site.Get<WorkTable>().ReadYearAsync(site.Programme.Id, year, Cancellation);
            Assert.All(pieces.Where(piece => due.Contains(piece.Issue)), piece => Assert.Equal((WorkState.Done, published.Single(i => i.Key == piece.Issue).Number), (piece.State, piece.Number)));
        }
        await OutboxHoldsAsync(site, published);
        return published.Count;
    }

    /// <summary>A row for each issue, sent or unconfirmed; what is sent was handed over once, and what is unconfirmed once at most.</summary>
    private static async Task OutboxHoldsAsync(FaultSite site, IReadOnlyList<PublishedIssue> published)
    {
        var rows = await site.OutboxAsync();
        Assert.Equal(published.Select(issue => $"{issue.Id}.{FaultSite.Subscriber}").Order(StringComparer.Ordinal), rows.Select(row => row.Id).Order(StringComparer.Ordinal));
        var mails = site.Mails.ToLookup(name => name[..name.LastIndexOf('.')], StringComparer.Ordinal);
        foreach (var row in rows)
        {
            Assert.Contains(row.State, new[] { OutboxState.Sent, OutboxState.Unconfirmed });
            Assert.InRange(mails[$"{row.Programme}.{row.Id}"].Count(), row.State == OutboxState.Sent ? 1 : 0, 1);
        }
    }

    private static Comparer<Reporting.Schedule.IssueKey> Comparer { get; } =
        Comparer<Reporting.Schedule.IssueKey>.Create((a, b) => string.CompareOrdinal(IssueSeries.Id(a), IssueSeries.Id(b)));

    /// <summary>Signature, and every file that the manifest names, read from its JSON.</summary>
    private static async Task VerifyAsync(FaultSite site, PublishedIssue issue)
    {
        var manifest = await ReadAsync(site, issue, "manifest.json");
        Assert.True(ManifestSigner.Verify(manifest, await ReadAsync(site, issue, "manifest.sig"), site.PublicKey), $"{issue.Id}: the signature is another's.");
        using var json = JsonDocument.Parse(manifest);
        Assert.Equal((issue.Id, issue.Number), (json.RootElement.GetProperty("id").GetString(), json.RootElement.GetProperty("number").GetInt32()));
        var files = json.RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.True(files.Count >= 5, $"{issue.Id} has {files.Count} files.");
        foreach (var file in files)
        {
            var name = file.GetProperty("name").GetString() ?? "";
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(await ReadAsync(site, issue, name))));
        }
    }

    private static async Task<byte[]> ReadAsync(FaultSite site, PublishedIssue issue, string name) =>
        await site.Get<BulletinBlobs>().ReadPublishedAsync(issue, name, Cancellation) ?? throw new InvalidOperationException($"{issue.Id} has no {name}.");
}
