using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Reporting.Delivery;
using Reporting.Schedule;

namespace Reporting.Storage;

/// <summary>Table Outbox: one row for each issue (or reminder) and subscriber; one partition for each programme and period.</summary>
public sealed partial class DeliveriesTable(StorageConnection connection, ILogger<DeliveriesTable> logger)
{
    private const int SchemaVersion = 1;
    private const string Kind = "delivery";

    private readonly TableClient table = connection.Table(StorageNames.Outbox);

    /// <summary>False when there is such a row already, in whatever state.</summary>
    internal async Task<bool> AddAsync(OutboxDelivery delivery, CancellationToken cancellation)
    {
        var row = ToRow(delivery);
        try
        {
            await StorageCall.RunAsync("write a delivery", () => table.AddEntityAsync(row, cancellation), cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return false;
        }
    }

    internal async Task<OutboxDelivery?> FindAsync(string programme, Period period, string subject, string subscriber, CancellationToken cancellation) =>
        await StorageCall.FindRowAsync("read a delivery", table, Partition(programme, period), StorageKey.Of(Kind, subject, subscriber), cancellation) is { } row
            ? FromRow(programme, period, row)
            : null;

    /// <summary>Every row of a period, by subject and subscriber.</summary>
    internal Task<IReadOnlyList<OutboxDelivery>> ReadAsync(string programme, Period period, CancellationToken cancellation)
    {
        var (partition, from, to) = (Partition(programme, period), StorageKey.From(Kind), StorageKey.To(Kind));
        return QueryAsync(programme, period, TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}"), cancellation);
    }

    /// <summary>The rows of a period that wait or are in a sender's hand.</summary>
    internal Task<IReadOnlyList<OutboxDelivery>> ReadOpenAsync(string programme, Period period, CancellationToken cancellation)
    {
        var (partition, from, to) = (Partition(programme, period), StorageKey.From(Kind), StorageKey.To(Kind));
        var (waiting, sending) = (ReportingJson.NameOf(OutboxState.Waiting), ReportingJson.NameOf(OutboxState.Sending));
        return QueryAsync(
            programme,
            period,
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to} and (State eq {waiting} or State eq {sending})"),
            cancellation);
    }

    /// <summary>The row as written; null when somebody else changed it since it was read.</summary>
    internal async Task<OutboxDelivery?> ReplaceAsync(OutboxDelivery delivery, CancellationToken cancellation)
    {
        var row = ToRow(delivery);
        try
        {
            var answer = await StorageCall.RunAsync(
                "change a delivery", () => table.UpdateEntityAsync(row, new ETag(delivery.Tag), TableUpdateMode.Replace, cancellation), cancellation);
            return delivery with { Tag = answer.Headers.ETag?.ToString() ?? "" };
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            // Perhaps by us: the client repeats a call whose answer was lost, and the repetition then meets our own row.
            var stored = await StorageCall.FindRowAsync("read a delivery", table, row.PartitionKey, row.RowKey, cancellation);
            return stored?.GetString("Write") == row.GetString("Write") ? delivery with { Tag = stored?.ETag.ToString() ?? "" } : null;
        }
    }

    private Task<IReadOnlyList<OutboxDelivery>> QueryAsync(string programme, Period period, string filter, CancellationToken cancellation) =>
        StorageCall.RunAsync<IReadOnlyList<OutboxDelivery>>(
            "read deliveries",
            async () =>
            {
                var rows = new List<OutboxDelivery>();
                await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
                {
                    try
                    {
                        rows.Add(FromRow(programme, period, row));
                    }
                    catch (InvalidDataException unreadable)
                    {
                        // One spoilt row keeps none of the others from being sent.
                        LogUnreadable(logger, unreadable);
                    }
                }
                return rows;
            },
            cancellation);

    private static string Partition(string programme, Period period) => StorageKey.Of(programme, period.ToString());

    private static TableEntity ToRow(OutboxDelivery delivery)
    {
        var row = new TableEntity(Partition(delivery.Programme, delivery.Period), StorageKey.Of(Kind, delivery.Subject, delivery.Subscriber))
        {
            ["SchemaVersion"] = SchemaVersion,
            // Tells one write from all others.
            ["Write"] = Guid.NewGuid().ToString("N"),
            ["Subject"] = delivery.Subject,
            ["Subscriber"] = delivery.Subscriber,
            ["State"] = ReportingJson.NameOf(delivery.State),
            ["Failures"] = delivery.Failures,
            ["Attempts"] = delivery.Attempts,
            ["NotBefore"] = delivery.NotBefore,
            ["LeaseUntil"] = delivery.LeaseUntil,
            ["Steps"] = JsonSerializer.Serialize(delivery.Steps, ReportingJson.Options),
        };
        if (delivery.ResentBy is { } request)
            (row["ResentScope"], row["ResentRequest"]) = (request.Scope, request.Request);
        if (delivery.Letter is { } letter)
            (row["LetterSubject"], row["LetterBody"]) = (letter.Subject, letter.Body);
        return row;
    }

    /// <exception cref="InvalidDataException">The row is not what this program wrote.</exception>
    private static OutboxDelivery FromRow(string programme, Period period, TableEntity row)
    {
        try
        {
            return Read(programme, period, row);
        }
        catch (Exception spoilt) when (spoilt is FormatException or JsonException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"Row {row.PartitionKey} {row.RowKey} of table Outbox cannot be read: {spoilt.Message}", spoilt);
        }
    }

    private static OutboxDelivery Read(string programme, Period period, TableEntity row) => new(
        programme,
        period,
        row.GetString("Subject"),
        row.GetString("Subscriber"),
        row.GetString("LetterBody") is { } body ? new Letter(row.GetString("LetterSubject"), body) : null,
        ReportingJson.ValueOf<OutboxState>(row.GetString("State")),
        row.GetInt32("Failures") ?? 0,
        row.GetDateTimeOffset("NotBefore") ?? DateTimeOffset.MinValue,
        row.GetDateTimeOffset("LeaseUntil"),
        JsonSerializer.Deserialize<List<DeliveryStep>>(row.GetString("Steps"), ReportingJson.Options) is { Count: > 0 } steps ? steps : throw new FormatException("Steps"),
        row.GetInt32("Attempts") ?? 0,
        row.GetString("ResentScope") is { } scope ? new IdempotencyKey(scope, row.GetString("ResentRequest")) : null,
        row.ETag.ToString());

    [LoggerMessage(EventId = 7105, EventName = "DeliveryUnreadable", Level = LogLevel.Error, Message = "A row of the outbox cannot be read and is left alone.")]
    private static partial void LogUnreadable(ILogger logger, Exception unreadable);
}
