using System.Text.Json;
using Azure.Data.Tables;
using Reporting.Access;

namespace Reporting.Storage;

/// <summary>Table Access: the API keys by their hash; a clear key is never stored.</summary>
public sealed class AccessTable(StorageConnection connection)
{
    private const int SchemaVersion = 1;
    private const string Partition = "key";

    private readonly TableClient table = connection.Table(StorageNames.Access);

    public async Task<StoredKey?> FindAsync(string hash, CancellationToken cancellation)
    {
        var found = await StorageCall.RunAsync(
            "read a key",
            () => table.GetEntityIfExistsAsync<TableEntity>(Partition, StorageKey.Of(hash), cancellationToken: cancellation),
            cancellation);
        return found is { HasValue: true, Value: { } row } ? FromRow(row) : null;
    }

    public Task AddAsync(StoredKey key, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, StorageKey.Of(key.Hash))
        {
            ["SchemaVersion"] = SchemaVersion,
            ["Id"] = key.Id,
            ["Person"] = key.Person,
            ["Role"] = ReportingJson.NameOf(key.Role),
            ["Unit"] = key.Unit,
            ["GrantedAt"] = key.GrantedAt,
            ["GrantedBy"] = key.GrantedBy,
            ["ExpiresAt"] = key.ExpiresAt,
            ["RevokedAt"] = key.RevokedAt,
        };
        // Upsert, so that a repetition after a lost answer is no failure; two keys with one hash do not happen.
        return StorageCall.RunAsync("write a key", () => table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation), cancellation);
    }

    private static StoredKey FromRow(TableEntity row) =>
        new(
            row.RowKey,
            row.GetString("Id"),
            row.GetString("Person"),
            JsonSerializer.Deserialize<Role>($"\"{row.GetString("Role")}\"", ReportingJson.Options),
            row.GetString("Unit"),
            row.GetDateTimeOffset("GrantedAt") ?? throw new InvalidDataException($"Key {row.GetString("Id")} has no date."),
            row.GetString("GrantedBy"),
            row.GetDateTimeOffset("ExpiresAt"),
            row.GetDateTimeOffset("RevokedAt"));
}
