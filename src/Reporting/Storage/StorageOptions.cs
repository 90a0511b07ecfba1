using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Options;

namespace Reporting.Storage;

/// <summary>Where the storage account is (section <c>Storage</c>): a connection string, or three service addresses with a managed identity.</summary>
public sealed partial class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Of the account or of Azurite; empty when the service addresses are given.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>e.g. <c>https://account.table.core.windows.net</c>; used with the host's managed identity.</summary>
    public Uri? TableServiceUri { get; set; }

    public Uri? BlobServiceUri { get; set; }

    public Uri? QueueServiceUri { get; set; }

    /// <summary>Put before every table, queue and container name, so that several systems can share an account; may be empty.</summary>
    public string NamePrefix { get; set; } = "";

    /// <summary>How long one attempt of a storage call may take.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a failed storage call is repeated, with growing delay, before the caller is told.</summary>
    public int Retries { get; set; } = 3;

    internal bool UsesConnectionString => ConnectionString.Length > 0;

    /// <summary>Every fault of the settings, each naming its key; empty when they can be used.</summary>
    internal IEnumerable<string> Faults()
    {
        var addresses = new[] { TableServiceUri, BlobServiceUri, QueueServiceUri };
        if (UsesConnectionString && addresses.Any(a => a is not null))
        {
            yield return "Storage:ConnectionString and Storage:TableServiceUri, BlobServiceUri, QueueServiceUri exclude each other; set one or the others.";
        }
        else if (!UsesConnectionString && addresses.Any(a => a is not { IsAbsoluteUri: true }))
        {
            yield return "Storage:ConnectionString is missing; set it, or all three of Storage:TableServiceUri, Storage:BlobServiceUri and Storage:QueueServiceUri.";
        }
        else if (UsesConnectionString && !IsConnectionString())
        {
            yield return "Storage:ConnectionString is not a storage connection string with table, blob and queue endpoints.";
        }
        if (!NamePrefixForm().IsMatch(NamePrefix))
            yield return "Storage:NamePrefix must be at most 20 characters of a-z and 0-9 and begin with a letter.";
        if (AttemptTimeout < TimeSpan.FromSeconds(1) || AttemptTimeout > TimeSpan.FromMinutes(2))
            yield return "Storage:AttemptTimeout must be between one second and two minutes.";
        if (Retries is < 0 or > 10)
            yield return "Storage:Retries must be between 0 and 10.";
    }

    private bool IsConnectionString()
    {
        try
        {
            _ = new TableServiceClient(ConnectionString);
            _ = new BlobServiceClient(ConnectionString);
            _ = new QueueServiceClient(ConnectionString);
            return true;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    [GeneratedRegex("^([a-z][a-z0-9]{0,19})?$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePrefixForm();

    internal sealed class Validation : IValidateOptions<StorageOptions>
    {
        public ValidateOptionsResult Validate(string? name, StorageOptions options)
        {
            var faults = options.Faults().ToList();
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
