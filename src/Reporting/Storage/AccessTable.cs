using Azure;
using Azure.Data.Tables;
using Reporting.Access;

namespace Reporting.Storage;

/// <summary>
/// Table Access: the API keys by their hash; a clear key is never stored. Beside each row another one, by the key's id, says which hash it
/// has and when it was last used: recording a use writes there only, so it cannot undo a revocation.
/// </summary>
public sealed class AccessTable(StorageConnection connection)
{
    private const int SchemaVersion = 1;
    private const string Partition = "key";
    private const string Id = "id";

    private readonly TableClient table = connection.Table(StorageNames.Access);

    public async Task<StoredKey?> FindAsync(string hash, CancellationToken cancellation) =>
        await FindRowAsync(StorageKey.Of(hash), cancellation) is { } row ? FromRow(row) : null;

    /// <summary>The key with the tag of its row; null when no key has this id.</summary>
    public async Task<(StoredKey Key, string Tag)?> FindByIdAsync(string id, CancellationToken cancellation)
    {
        if (!ApiKey.IsId(id) || await FindRowAsync(StorageKey.Of(Id, id), cancellation) is not { } pointer)
            return null;
        return await FindRowAsync(StorageKey.Of(pointer.GetString("Hash")), cancellation) is { } row ? (FromRow(row), row.ETag.ToString()) : null;
    }

    /// <summary>Every key; one partition is read.</summary>
    public async Task<IReadOnlyList<ListedKey>> ListAsync(CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        var (keys, used) = (new List<StoredKey>(), new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal));
        await StorageCall.RunAsync(
            "list keys",
            async () =>
            {
                await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
                {
                    if (row.RowKey.Contains(StorageKey.Separator, StringComparison.Ordinal))
                        used[row.GetString("Hash")] = row.GetDateTimeOffset("LastUsedAt");
                    else
                        keys.Add(FromRow(row));
                }
            },
            cancellation);
        return [.. keys.Select(key => new ListedKey(key, used.GetValueOrDefault(key.Hash)))];
    }

    public Task AddAsync(StoredKey key, CancellationToken cancellation) =>
        // Upsert, so that a repetition after a lost answer is no failure; two keys with one hash do not happen.
        StorageCall.RunAsync(
            "write a key",
            () => table.SubmitTransactionAsync(
                [new(TableTransactionActionType.UpsertReplace, ToRow(key)), new(TableTransactionActionType.UpsertReplace, Pointer(key))], cancellation),
            cancellation);

    /// <summary>False when the key is no longer as it was read with <paramref name="tag"/>; nothing was written then.</summary>
    public Task<bool> TryUpdateAsync(StoredKey changed, string tag, CancellationToken cancellation) =>
        TryAsync("change a key", [new(TableTransactionActionType.UpdateReplace, ToRow(changed), new ETag(tag))], changed, cancellation);

    /// <summary>Writes the key that ends and the one that takes its place, both or none; false when the old one is no longer as it was read.</summary>
    public Task<bool> TryReplaceAsync(StoredKey ended, string tag, StoredKey fresh, CancellationToken cancellation) =>
        TryAsync(
            "replace a key",
            [
                new(TableTransactionActionType.UpdateReplace, ToRow(ended), new ETag(tag)),
                new(TableTransactionActionType.Add, ToRow(fresh)),
                new(TableTransactionActionType.Add, Pointer(fresh)),
            ],
            ended,
            cancellation);

    /// <summary>Records a use, unless one was recorded within <paramref name="every"/> or somebody else is recording one.</summary>
    public async Task MarkUsedAsync(string id, DateTimeOffset now, TimeSpan every, CancellationToken cancellation)
    {
        if (await FindRowAsync(StorageKey.Of(Id, id), cancellation) is not { } row || row.GetDateTimeOffset("LastUsedAt") > now - every)
            return;
        var use = new TableEntity(row.PartitionKey, row.RowKey) { ["LastUsedAt"] = now };
        try
        {
            await StorageCall.RunAsync("record a key's use", () => table.UpdateEntityAsync(use, row.ETag, TableUpdateMode.Merge, cancellation), cancellation);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            // Another process was first, which says the same.
        }
    }

    private async Task<bool> TryAsync(string what, TableTransactionAction[] actions, StoredKey changed, CancellationToken cancellation)
    {
        try
        {
            await StorageCall.RunAsync(what, () => table.SubmitTransactionAsync(actions, cancellation), cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            // Perhaps it was us: the client repeats a call whose answer was lost, and the repetition then meets our own row.
            return await FindAsync(changed.Hash, cancellation) == changed;
        }
    }

    private Task<TableEntity?> FindRowAsync(string rowKey, CancellationToken cancellation) =>
        StorageCall.FindRowAsync("read a key", table, Partition, rowKey, cancellation);

    private static TableEntity Pointer(StoredKey key) =>
        new(Partition, StorageKey.Of(Id, key.Id)) { ["SchemaVersion"] = SchemaVersion, ["Hash"] = key.Hash };

    private static TableEntity ToRow(StoredKey key) => new(Partition, StorageKey.Of(key.Hash))
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
        ["RevokedBy"] = key.RevokedBy,
        ["Reason"] = key.Reason,
        ["Replaces"] = key.Replaces,
        ["ReplacedBy"] = key.ReplacedBy,
    };

    private static StoredKey FromRow(TableEntity row) =>
        new(
            row.RowKey,
            row.GetString("Id"),
            row.GetString("Person"),
            ReportingJson.ValueOf<Role>(row.GetString("Role")),
            row.GetString("Unit"),
            row.GetDateTimeOffset("GrantedAt") ?? throw new InvalidDataException($"Key {row.GetString("Id")} has no date."),
            row.GetString("GrantedBy"),
            row.GetDateTimeOffset("ExpiresAt"))
        {
            RevokedAt = row.GetDateTimeOffset("RevokedAt"),
            RevokedBy = row.GetString("RevokedBy"),
            Reason = row.GetString("Reason"),
            Replaces = row.GetString("Replaces"),
            ReplacedBy = row.GetString("ReplacedBy"),
        };
}
