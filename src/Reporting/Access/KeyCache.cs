using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Reporting.Access;

/// <summary>
/// Keys as they were read a short time ago, so that a request normally reads none. What this process changes takes effect at once, what
/// another one changes within <see cref="AccessOptions.KeyCacheSeconds"/>; whether a key has expired is never kept.
/// </summary>
public sealed class KeyCache(IOptions<AccessOptions> options)
{
    /// <summary>Of keys that exist, and of keys that do not: who tries many does not push out those in use.</summary>
    private const int MostKeys = 10_000;

    private readonly TimeSpan life = TimeSpan.FromSeconds(options.Value.KeyCacheSeconds);
    private readonly ConcurrentDictionary<string, Reading> found = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Reading> unknown = new(StringComparer.Ordinal);
    private readonly Lock keeping = new();
    private long changes;

    internal int Count => found.Count + unknown.Count;

    /// <summary>What is kept under <paramref name="hash"/>, null inside for a key that does not exist; otherwise what <paramref name="read"/> finds.</summary>
    internal async Task<StoredKey?> GetAsync(string hash, DateTimeOffset now, Func<Task<StoredKey?>> read)
    {
        if ((found.TryGetValue(hash, out var kept) || unknown.TryGetValue(hash, out kept)) && IsFresh(kept, now))
            return kept.Key;
        var before = Volatile.Read(ref changes);
        var key = await read();
        Keep(hash, new Reading(key, now), before);
        return key;
    }

    /// <summary>The key has been changed; it is read anew.</summary>
    internal void Forget(string hash)
    {
        lock (keeping)
        {
            changes++;
            found.TryRemove(hash, out _);
            unknown.TryRemove(hash, out _);
        }
    }

    private void Keep(string hash, Reading reading, long before)
    {
        if (life == TimeSpan.Zero)
            return;
        lock (keeping)
        {
            // A key changed while this was being read: the reading may be older than the change.
            if (changes != before)
                return;
            var (readings, others) = reading.Key is null ? (unknown, found) : (found, unknown);
            if (readings.Count >= MostKeys)
                readings.Clear();
            readings[hash] = reading;
            others.TryRemove(hash, out _);
        }
    }

    // Not of a later time either: a clock that was set back must not keep a reading alive.
    private bool IsFresh(Reading reading, DateTimeOffset now) => reading.At <= now && now < reading.At + life;

    private sealed record Reading(StoredKey? Key, DateTimeOffset At);
}
