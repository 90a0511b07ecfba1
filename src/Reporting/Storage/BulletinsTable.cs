using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Reporting.Publishing;
using Reporting.Schedule;

namespace Reporting.Storage;

/// <summary>The issue and counter rows of table Bulletins, in the partition of the year of sign-off.</summary>
public sealed class BulletinsTable(StorageConnection storage)
{
    private const int SchemaVersion = 1;

    private readonly TableClient table = storage.Table(StorageNames.Bulletins);

    /// <summary>
    /// Gives the issue the next number of its series in the year of sign-off, or the one it has. The number and the issue row are one
    /// transaction on the counter as it was read, so numbers have no gaps and no doubles, however many ask at once.
    /// </summary>
    public async Task<PublishedIssue> NumberAsync(IssueKey issue, Signature signature, CancellationToken cancellationToken)
    {
        var series = IssueSeries.Of(issue);
        var partition = Partition(issue.Programme, signature.SignedOn.Year);
        var counterKey = StorageKey.Of("counter", series);
        while (true)
        {
            // The counter is read before the issues: whoever numbers this issue after that has changed the counter, and we start again.
            var counter = await table.GetEntityIfExistsAsync<TableEntity>(partition, counterKey, cancellationToken: cancellationToken);
            if (await FindInSeriesAsync(issue, partition, series, cancellationToken) is { } numbered)
            {
                return numbered;
            }
            var last = counter is { HasValue: true, Value: { } row } ? row.GetInt32("Last") ?? 0 : 0;
            var fresh = new PublishedIssue(issue, series, last + 1, signature.SignedOn, signature.Signer, signature.Automatic, null, []);
            var next = new TableEntity(partition, counterKey) { ["SchemaVersion"] = SchemaVersion, ["Last"] = last + 1 };
            TableTransactionAction[] actions =
            [
                counter is { HasValue: true, Value: { } read }
                    ? new(TableTransactionActionType.UpdateReplace, next, read.ETag)
                    : new(TableTransactionActionType.Add, next),
                new(TableTransactionActionType.Add, ToRow(partition, fresh)),
            ];
            try
            {
                await table.SubmitTransactionAsync(actions, cancellationToken);
                return fresh;
            }
            catch (TableTransactionFailedException contended) when (contended.Status is 409 or 412)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Marks a numbered issue as published with these files; doing it twice keeps the first date.</summary>
    public async Task<PublishedIssue> PublishAsync(
        PublishedIssue issue, IReadOnlyList<IssueFile> files, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var partition = Partition(issue.Key.Programme, issue.SignedOn.Year);
        while (true)
        {
            var row = (await table.GetEntityAsync<TableEntity>(partition, RowKey(issue), cancellationToken: cancellationToken)).Value;
            var stored = FromRow(issue.Key.Programme, row);
            if (stored.PublishedAt is not null)
            {
                return stored;
            }
            var published = stored with { PublishedAt = now, Files = files };
            try
            {
                await table.UpdateEntityAsync(ToRow(partition, published), row.ETag, TableUpdateMode.Replace, cancellationToken);
                return published;
            }
            catch (RequestFailedException stale) when (stale.Status == 412)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>The issue as signed in that year, numbered or published; null when there is none.</summary>
    public Task<PublishedIssue?> FindAsync(IssueKey issue, int signedYear, CancellationToken cancellationToken) =>
        FindInSeriesAsync(issue, Partition(issue.Programme, signedYear), IssueSeries.Of(issue), cancellationToken);

    /// <summary>All issues signed in a year, numbered and published, by series and number.</summary>
    public async Task<IReadOnlyList<PublishedIssue>> ReadYearAsync(string programme, int signedYear, CancellationToken cancellationToken)
    {
        var partition = Partition(programme, signedYear);
        return await QueryAsync(programme, partition, ["issue"], cancellationToken);
    }

    internal static string Partition(string programme, int year) => StorageKey.Of(programme, year.ToString("0000", CultureInfo.InvariantCulture));

    internal static void WriteSignature(TableEntity row, Signature signature)
    {
        row["SignedOn"] = signature.SignedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        row["Signer"] = signature.Signer;
        row["AutoSigned"] = signature.Automatic;
    }

    internal static Signature? ReadSignature(TableEntity row) => row.GetString("SignedOn") is { } day
        ? new Signature(
            DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            row.GetString("Signer"),
            row.GetBoolean("AutoSigned") ?? false)
        : null;

    private async Task<PublishedIssue?> FindInSeriesAsync(IssueKey issue, string partition, string series, CancellationToken cancellationToken) =>
        (await QueryAsync(issue.Programme, partition, ["issue", series], cancellationToken)).FirstOrDefault(i => i.Key == issue);

    private async Task<IReadOnlyList<PublishedIssue>> QueryAsync(
        string programme, string partition, string[] prefix, CancellationToken cancellationToken)
    {
        var (from, to) = (StorageKey.From(prefix), StorageKey.To(prefix));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        return await StorageCall.RunAsync<IReadOnlyList<PublishedIssue>>(
            "read issues",
            async () =>
            {
                var issues = new List<PublishedIssue>();
                await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
                    issues.Add(FromRow(programme, row));
                return issues;
            },
            cancellationToken);
    }

    private static string RowKey(PublishedIssue issue) => RowKey(issue.Series, issue.Number);

    private static string RowKey(string series, int number) => StorageKey.Of("issue", series, StorageKey.Number(number));

    private static TableEntity ToRow(string partition, PublishedIssue issue)
    {
        var row = new TableEntity(partition, RowKey(issue))
        {
            ["SchemaVersion"] = SchemaVersion,
            ["Issue"] = issue.Id,
            ["Number"] = issue.Number,
            ["Files"] = JsonSerializer.Serialize(issue.Files),
        };
        WriteSignature(row, new Signature(issue.SignedOn, issue.Signer, issue.AutoSigned));
        if (issue.PublishedAt is { } at)
        {
            row["PublishedAt"] = at;
        }
        return row;
    }

    private static PublishedIssue FromRow(string programme, TableEntity row)
    {
        if (!IssueSeries.TryParseId(programme, row.GetString("Issue"), out var key) || ReadSignature(row) is not { } signature)
        {
            throw new FormatException($"The issue row {row.RowKey} is not complete.");
        }
        return new PublishedIssue(
            key,
            IssueSeries.Of(key),
            row.GetInt32("Number") ?? 0,
            signature.SignedOn,
            signature.Signer,
            signature.Automatic,
            row.GetDateTimeOffset("PublishedAt"),
            JsonSerializer.Deserialize<IReadOnlyList<IssueFile>>(row.GetString("Files")) ?? []);
    }
}
