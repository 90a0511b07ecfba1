using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Options;

namespace Reporting.Storage;

/// <summary>The clients of the storage account, made once; every room of Storage takes its tables, containers and queues from here.</summary>
public sealed class StorageConnection
{
    private readonly string prefix;

    public StorageConnection(IOptions<StorageOptions> options)
    {
        var settings = options.Value;
        prefix = settings.NamePrefix;
        if (settings.UsesConnectionString)
        {
            Tables = new TableServiceClient(settings.ConnectionString, Tuned(new TableClientOptions(), settings));
            Blobs = new BlobServiceClient(settings.ConnectionString, Tuned(new BlobClientOptions(), settings));
            Queues = new QueueServiceClient(settings.ConnectionString, Tuned(QueueOptions(), settings));
        }
        else
        {
            var identity = new DefaultAzureCredential();
            Tables = new TableServiceClient(settings.TableServiceUri, identity, Tuned(new TableClientOptions(), settings));
            Blobs = new BlobServiceClient(settings.BlobServiceUri, identity, Tuned(new BlobClientOptions(), settings));
            Queues = new QueueServiceClient(settings.QueueServiceUri, identity, Tuned(QueueOptions(), settings));
        }
    }

    internal TableServiceClient Tables { get; }

    internal BlobServiceClient Blobs { get; }

    internal QueueServiceClient Queues { get; }

    /// <summary>The table <paramref name="name"/> (a constant of <see cref="StorageNames"/>) under the configured prefix.</summary>
    internal TableClient Table(string name) => Tables.GetTableClient(prefix + name);

    /// <summary>The container <paramref name="name"/> (a constant of <see cref="StorageNames"/>) under the configured prefix.</summary>
    internal BlobContainerClient Container(string name) => Blobs.GetBlobContainerClient(prefix + name);

    /// <summary>The queue <paramref name="name"/> (a constant of <see cref="StorageNames"/>) under the configured prefix.</summary>
    internal QueueClient Queue(string name) => Queues.GetQueueClient(prefix + name);

    // The queue's room encodes for itself: a client that decodes fails a whole batch for one malformed message.
    private static QueueClientOptions QueueOptions() => new() { MessageEncoding = QueueMessageEncoding.None };

    private static T Tuned<T>(T options, StorageOptions settings)
        where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = settings.Retries;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        options.Retry.NetworkTimeout = settings.AttemptTimeout;
        options.Diagnostics.IsLoggingEnabled = false;
        return options;
    }
}
