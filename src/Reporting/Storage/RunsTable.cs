using System.Globalization;
using Azure.Data.Tables;
using Reporting.Schedule;
using Reporting.Tick;

namespace Reporting.Storage;

/// <summary>The run register: table Runs, one partition per month (Beijing time), newest first.</summary>
public sealed class RunsTable(StorageConnection storage)
{
    private const int SchemaVersion = 1;

    private readonly TableClient table = storage.Table(StorageNames.Runs);

    /// <summary>Adds a run to the register.</summary>
    public async Task AddAsync(RunRecord run, CancellationToken cancellationToken)
    {
        // Two runs can begin in the same instant, so the key ends with a name of its own.
        var row = new TableEntity(Month(BeijingTime.DateOf(run.At)), $"{Inverted(run.At)}~{Guid.NewGuid():N}")
        {
            ["SchemaVersion"] = SchemaVersion,
            ["Programme"] = run.Programme,
            ["What"] = run.What,
            ["At"] = run.At,
            ["Outcome"] = run.Outcome,
            ["DurationMs"] = run.Duration.TotalMilliseconds,
        };
        if (run.Error is { } error)
        {
            row["Error"] = error;
        }
        await table.AddEntityAsync(row, cancellationToken);
    }

    /// <summary>The runs of a programme in the month (Beijing time) of <paramref name="day"/>, newest first, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<RunRecord>> ReadMonthAsync(string programme, DateOnly day, int most, CancellationToken cancellationToken)
    {
        var month = Month(day);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {month} and Programme eq {programme}");
        return await StorageCall.RunAsync<IReadOnlyList<RunRecord>>(
            "read the run register",
            async () =>
            {
                var runs = new List<RunRecord>();
                await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
                {
                    runs.Add(FromRow(row));
                    if (runs.Count == most)
                        break;
                }
                return runs;
            },
            cancellationToken);
    }

    private static RunRecord FromRow(TableEntity row) => new(
        row.GetString("Programme"),
        row.GetString("What"),
        row.GetDateTimeOffset("At") ?? DateTimeOffset.MinValue,
        row.GetString("Outcome"),
        TimeSpan.FromMilliseconds(row.GetDouble("DurationMs") ?? 0),
        row.GetString("Error"));

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Inverted(DateTimeOffset at) =>
        (DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
}
