using Azure;
using Azure.Data.Tables;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Tick;

namespace Reporting.Storage;

/// <summary>The work rows of table Bulletins: one per issue that is or was due, in the partition of its period's year.</summary>
public sealed class WorkTable(StorageConnection storage)
{
    private const int SchemaVersion = 1;

    private readonly TableClient table = storage.Table(StorageNames.Bulletins);

    /// <summary>Adds a waiting piece; false when there is one already, whatever its state.</summary>
    public async Task<bool> AddAsync(IssueKey issue, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(
                ToRow(WorkPiece.New(issue, now)), cancellationToken);
            return true;
        }
        catch (RequestFailedException conflict) when (conflict.Status == 409)
        {
            return false;
        }
    }

    /// <summary>The piece of an issue; null when it never was due.</summary>
    public async Task<WorkPiece?> FindAsync(IssueKey issue, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition(issue), RowKey(issue), cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row } ? FromRow(issue.Programme, row) : null;
    }

    /// <summary>All pieces of a programme whose periods lie in <paramref name="year"/>.</summary>
    public async Task<IReadOnlyList<WorkPiece>> ReadYearAsync(string programme, int year, CancellationToken cancellationToken)
    {
        var partition = BulletinsTable.Partition(programme, year);
        var (from, to) = (StorageKey.From("work"), StorageKey.To("work"));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        var pieces = new List<WorkPiece>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            pieces.Add(FromRow(programme, row));
        }
        return pieces;
    }

    /// <summary>Stores a changed piece; null when somebody else changed it since it was read.</summary>
    public async Task<WorkPiece?> ReplaceAsync(WorkPiece piece, CancellationToken cancellationToken)
    {
        try
        {
            var response = await table.UpdateEntityAsync(ToRow(piece), new ETag(piece.ETag), TableUpdateMode.Replace, cancellationToken);
            return piece with { ETag = response.Headers.ETag?.ToString() ?? "" };
        }
        catch (RequestFailedException stale) when (stale.Status is 412 or 404)
        {
            return null;
        }
    }

    private static string Partition(IssueKey issue) => BulletinsTable.Partition(issue.Programme, issue.Period.Year);

    private static string RowKey(IssueKey issue) =>
        StorageKey.Of("work", issue.Period.ToString(), issue.Kind.Id, IssueSeries.Plan(issue.Plan));

    private static TableEntity ToRow(WorkPiece piece)
    {
        var row = new TableEntity(Partition(piece.Issue), RowKey(piece.Issue))
        {
            ["SchemaVersion"] = SchemaVersion,
            ["Issue"] = IssueSeries.Id(piece.Issue),
            ["State"] = piece.State.ToString(),
            ["Failures"] = piece.Failures,
            ["Claims"] = piece.Claims,
            ["NotBefore"] = piece.NotBefore,
        };
        if (piece.LeaseUntil is { } lease)
        {
            row["LeaseUntil"] = lease;
        }
        if (piece.Draft is { } draft)
        {
            row["Draft"] = draft.Number;
            row["DraftSha256"] = draft.Sha256;
            row["DraftMadeAt"] = draft.MadeAt;
            if (draft.Before is { } before)
                row["DraftBefore"] = before;
        }
        if (piece.Signature is { } signature)
        {
            BulletinsTable.WriteSignature(row, signature);
        }
        if (piece.Number is { } number)
        {
            row["Number"] = number;
        }
        if (piece.Error is { } error)
        {
            row["Error"] = error;
        }
        return row;
    }

    private static WorkPiece FromRow(string programme, TableEntity row) => new(
        IssueSeries.TryParseId(programme, row.GetString("Issue"), out var issue)
            ? issue
            : throw new FormatException($"The work row {row.RowKey} names no issue."),
        Enum.Parse<WorkState>(row.GetString("State")),
        row.GetInt32("Failures") ?? 0,
        row.GetInt32("Claims") ?? 0,
        row.GetDateTimeOffset("NotBefore") ?? DateTimeOffset.MinValue,
        row.GetDateTimeOffset("LeaseUntil"),
        DraftOf(row),
        BulletinsTable.ReadSignature(row),
        row.GetInt32("Number"),
        row.GetString("Error"),
        row.ETag.ToString());

    private static IssueDraft? DraftOf(TableEntity row) => row.GetInt32("Draft") is { } number
        ? new IssueDraft(number, row.GetString("DraftSha256"), row.GetDateTimeOffset("DraftMadeAt") ?? DateTimeOffset.MinValue, row.GetString("DraftBefore"))
        : null;
}
