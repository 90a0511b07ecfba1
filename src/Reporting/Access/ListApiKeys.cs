using Reporting.Storage;

namespace Reporting.Access;

/// <summary>A key, and when it was last used.</summary>
/// <param name="LastUsedAt">To the hour: later uses within one are not recorded; null when it never was.</param>
public sealed record ListedKey(StoredKey Key, DateTimeOffset? LastUsedAt);

/// <summary>Lists every key that was ever granted, oldest first.</summary>
public sealed class ListApiKeys(AccessTable table)
{
    public async Task<IReadOnlyList<ListedKey>> RunAsync(CancellationToken cancellation) =>
        [.. (await table.ListAsync(cancellation)).OrderBy(k => k.Key.GrantedAt).ThenBy(k => k.Key.Id, StringComparer.Ordinal)];

    internal static Refusal NoSuchKey(string id) => new("key-not-found", "id", $"没有密钥“{id}”。", $"There is no key '{id}'.");
}
