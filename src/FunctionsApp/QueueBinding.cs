using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Reporting.Storage;

namespace FunctionsApp;

/// <summary>
/// Stops the start where the queue trigger would listen elsewhere than where the tick sends. The Functions host does not know
/// Storage:NamePrefix, and for a connection called Storage it takes AzureWebJobsStorage first: it looks for every name with the prefix
/// AzureWebJobs before it looks for the name itself.
/// </summary>
internal sealed class QueueBinding(IConfiguration configuration) : IValidateOptions<StorageOptions>
{
    private const string HostStorage = "AzureWebJobsStorage";

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        List<string> faults = [];
        if (options.NamePrefix.Length > 0)
            faults.Add("Storage:NamePrefix cannot be used in the function app, whose queue trigger does not know it; give the app a storage account of its own.");
        if (ListensElsewhere(options))
            faults.Add($"{HostStorage} and Storage must name the same account in the same way: the queue trigger listens at the first, the tick sends to the second.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private bool ListensElsewhere(StorageOptions options)
    {
        var host = configuration.GetSection(HostStorage);
        if (!string.IsNullOrEmpty(host.Value))
            return host.Value != options.ConnectionString;
        if (host["queueServiceUri"] is { Length: > 0 } address)
            return !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri != options.QueueServiceUri;
        return host["accountName"] is { Length: > 0 } account
            && options.QueueServiceUri?.Host.StartsWith(account + ".", StringComparison.OrdinalIgnoreCase) != true;
    }
}
