namespace Reporting.Storage;

/// <summary>Makes what the system keeps its data in; a host calls it once before it takes requests or works off the queue.</summary>
public sealed class StorageSetup(StorageConnection connection)
{
    private static readonly string[] TableNames =
    [
        StorageNames.Progress, StorageNames.Projects, StorageNames.Problems, StorageNames.Inspections, StorageNames.Zones,
        StorageNames.Access, StorageNames.Bulletins, StorageNames.Runs, StorageNames.Outbox,
    ];
    private static readonly string[] ContainerNames = [StorageNames.PublishedFiles, StorageNames.StagedFiles, StorageNames.SignInKeys];
    private static readonly string[] QueueNames = [StorageNames.Work, StorageNames.Deliveries];

    /// <summary>Creates what is missing and leaves the rest alone; may be called by several hosts at once.</summary>
    /// <exception cref="StorageUnavailableException">The storage account does not answer.</exception>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        foreach (var name in TableNames)
        {
            await StorageCall.RunAsync($"create table {name}", () => connection.Table(name).CreateIfNotExistsAsync(cancellation), cancellation);
        }
        foreach (var name in ContainerNames)
        {
            await StorageCall.RunAsync(
                $"create container {name}", () => connection.Container(name).CreateIfNotExistsAsync(cancellationToken: cancellation), cancellation);
        }
        foreach (var name in QueueNames)
        {
            await StorageCall.RunAsync($"create queue {name}", () => connection.Queue(name).CreateIfNotExistsAsync(cancellationToken: cancellation), cancellation);
        }
    }

    /// <summary>True when the account answers and what <see cref="EnsureAsync"/> makes is there.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        try
        {
            await StorageCall.RunAsync("look at a table", () => ReadNothingAsync(StorageNames.Progress, cancellation), cancellation);
            return true;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
    }

    private async Task ReadNothingAsync(string name, CancellationToken cancellation)
    {
        await foreach (var _ in connection.Table(name).QueryAsync<Azure.Data.Tables.TableEntity>(
            Azure.Data.Tables.TableClient.CreateQueryFilter($"PartitionKey eq {"none"} and RowKey eq {"none"}"),
            maxPerPage: 1,
            cancellationToken: cancellation))
        {
            return;
        }
    }
}
