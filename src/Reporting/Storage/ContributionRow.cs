using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Data.Tables;
using Reporting.Collecting;
using Reporting.Collecting.Contributions;
using Reporting.Schedule;

namespace Reporting.Storage;

/// <summary>A contribution as a table row, and the hash that chains its versions.</summary>
internal static class ContributionRow
{
    private const int SchemaVersion = 1;

    /// <summary>Fills <see cref="Contribution.Hash"/>.</summary>
    public static Contribution Sealed(Contribution contribution) => contribution with { Hash = HashOf(contribution, SchemaVersion) };

    public static TableEntity ToRow(Contribution contribution, string rowKey) => new(ProgressKeys.Partition(contribution.Key), rowKey)
    {
        ["SchemaVersion"] = SchemaVersion,
        ["Task"] = contribution.Key.Task,
        ["Unit"] = contribution.Key.Unit,
        ["Version"] = contribution.Version,
        ["Text"] = contribution.Text,
        ["At"] = Text(contribution.At),
        ["By"] = contribution.By,
        ["PreviousHash"] = contribution.PreviousHash,
        ["Hash"] = contribution.Hash,
    };

    /// <exception cref="InvalidDataException">The row is not what this program wrote.</exception>
    public static Contribution FromRow(string programme, Period period, string plan, TableEntity row)
    {
        try
        {
            return new Contribution(
                new EntryKey(programme, period, plan, row.GetString("Task"), row.GetString("Unit")),
                row.GetInt32("Version") ?? throw new FormatException("Version"),
                row.GetString("Text"),
                DateTimeOffset.ParseExact(row.GetString("At"), "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                row.GetString("By"),
                row.GetString("PreviousHash"),
                row.GetString("Hash"));
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentNullException)
        {
            throw new InvalidDataException($"Row {row.PartitionKey} {row.RowKey} of table Progress cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Whether the stored hash is that of what is stored.</summary>
    public static bool IsIntact(Contribution contribution, TableEntity row) =>
        contribution.Hash == HashOf(contribution, row.GetInt32("SchemaVersion") ?? 0);

    private static string HashOf(Contribution contribution, int schemaVersion) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(
            new object?[]
            {
                "contribution", schemaVersion, contribution.Key, contribution.Version, contribution.Text, Text(contribution.At), contribution.By,
                contribution.PreviousHash,
            },
            ReportingJson.Options)));

    // As text, because the table's own date type need not keep the last digits, over which the hash is taken.
    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
