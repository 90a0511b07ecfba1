using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Reporting.Delivery;
using Reporting.Reminding;
using Reporting.Schedule;

namespace Reporting.Storage;

/// <summary>Table Outbox: what is to be sent, one partition for each programme and period.</summary>
public sealed class RemindersTable(StorageConnection connection)
{
    private const int SchemaVersion = 1;
    private const string Kind = "reminder";
    private const string DayForm = "yyyy-MM-dd";

    private readonly TableClient table = connection.Table(StorageNames.Outbox);

    /// <summary>Every reminder of a period, by unit; one partition is read.</summary>
    internal Task<IReadOnlyList<StoredReminder>> ReadAsync(string programme, Period period, CancellationToken cancellation)
    {
        var partition = Partition(programme, period);
        var (from, to) = (StorageKey.From(Kind), StorageKey.To(Kind));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        return StorageCall.RunAsync<IReadOnlyList<StoredReminder>>(
            "read reminders",
            async () =>
            {
                var reminders = new List<StoredReminder>();
                await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
                    reminders.Add(new StoredReminder(FromRow(period, row), row.ETag.ToString()));
                return reminders;
            },
            cancellation);
    }

    /// <summary>False when somebody else wrote it, or changed it since it was read: nothing was written then.</summary>
    internal async Task<bool> WriteAsync(string programme, ReminderChange change, CancellationToken cancellation)
    {
        var row = ToRow(programme, change.Reminder);
        try
        {
            await StorageCall.RunAsync(
                "write a reminder",
                () => change.Before is { } before
                    ? table.UpdateEntityAsync(row, new ETag(before.Tag), TableUpdateMode.Replace, cancellation)
                    : table.AddEntityAsync(row, cancellation),
                cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private static string Partition(string programme, Period period) => StorageKey.Of(programme, period.ToString());

    // The key is what makes a digest come once: a stage for the first two, a day for the last; the days of the stages do not overlap.
    private static string RowKey(Reminder reminder) => reminder.Stage == ReminderStage.Late
        ? StorageKey.Of(Kind, reminder.Unit, ReportingJson.NameOf(reminder.Stage), Day(reminder.Date))
        : StorageKey.Of(Kind, reminder.Unit, ReportingJson.NameOf(reminder.Stage));

    private static TableEntity ToRow(string programme, Reminder reminder) => new(Partition(programme, reminder.Period), RowKey(reminder))
    {
        ["SchemaVersion"] = SchemaVersion,
        ["Unit"] = reminder.Unit,
        ["UnitName"] = reminder.UnitName,
        ["Stage"] = ReportingJson.NameOf(reminder.Stage),
        ["Date"] = Day(reminder.Date),
        ["Subject"] = reminder.Subject,
        ["Body"] = reminder.Body,
        ["Obligations"] = JsonSerializer.Serialize(reminder.Obligations, ReportingJson.Options),
        ["State"] = ReportingJson.NameOf(reminder.State),
        ["CreatedAt"] = reminder.CreatedAt,
        ["ChangedAt"] = reminder.ChangedAt,
    };

    private static Reminder FromRow(Period period, TableEntity row) => new(
        period,
        row.GetString("Unit"),
        row.GetString("UnitName"),
        JsonSerializer.Deserialize<ReminderStage>($"\"{row.GetString("Stage")}\"", ReportingJson.Options),
        DateOnly.ParseExact(row.GetString("Date"), DayForm, CultureInfo.InvariantCulture),
        row.GetString("Subject"),
        row.GetString("Body"),
        JsonSerializer.Deserialize<List<OutstandingItem>>(row.GetString("Obligations"), ReportingJson.Options) ?? [],
        JsonSerializer.Deserialize<OutboxState>($"\"{row.GetString("State")}\"", ReportingJson.Options),
        row.GetDateTimeOffset("CreatedAt") ?? DateTimeOffset.MinValue,
        row.GetDateTimeOffset("ChangedAt") ?? DateTimeOffset.MinValue);

    private static string Day(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);
}
