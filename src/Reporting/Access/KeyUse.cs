using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Reporting.Storage;

namespace Reporting.Access;

/// <summary>Records when a key was last used, at most once an hour per key, beside the request and without a say in it.</summary>
public sealed partial class KeyUse(AccessTable table, ILogger<KeyUse> logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> noted = new(StringComparer.Ordinal);

    internal void Note(string id, DateTimeOffset now)
    {
        var before = noted.GetOrAdd(id, DateTimeOffset.MinValue);
        // Of several requests at once one writes.
        if ((now - before).Duration() >= Every && noted.TryUpdate(id, now, before))
            _ = WriteAsync(id, now);
    }

    private async Task WriteAsync(string id, DateTimeOffset now)
    {
        try
        {
            await table.MarkUsedAsync(id, now, Every, CancellationToken.None);
        }
        catch (StorageUnavailableException e)
        {
            // Nobody waits for this; the next hour tries again.
            NotWritten(logger, id, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The last use of key {Id} was not recorded.")]
    private static partial void NotWritten(ILogger logger, string id, Exception failure);
}
