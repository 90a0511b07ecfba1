using System.Collections.Concurrent;
using System.Diagnostics;

namespace Reporting.Web.Tests;

/// <summary>A request to the table service: method, table and what of it is addressed.</summary>
/// <param name="Address">After the account: <c>Table(PartitionKey='…',RowKey='…')</c>, <c>Table()</c> or <c>$batch</c>.</param>
internal sealed record StorageRequest(string Method, string Address, string? Filter);

/// <summary>Records what this process asks of one storage account's tables, from the outside: at the HTTP client, whoever uses it.</summary>
internal sealed class StorageRequests : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly Uri tables;
    private readonly ConcurrentQueue<StorageRequest> seen = new();
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    private StorageRequests(Uri tables)
    {
        this.tables = tables;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What has been asked since the last call, or since the beginning.</summary>
    public IReadOnlyList<StorageRequest> Take()
    {
        var taken = new List<StorageRequest>();
        while (seen.TryDequeue(out var request))
            taken.Add(request);
        return taken;
    }

    public static StorageRequests Of(string connectionString) => new(new Uri(
        connectionString.Split(';').Single(p => p.StartsWith("TableEndpoint=", StringComparison.Ordinal))["TableEndpoint=".Length..].TrimEnd('/') + "/"));

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener")
            subscriptions.Add(value.Subscribe(this));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != "System.Net.Http.HttpRequestOut.Start")
            return;
        if (value.Value?.GetType().GetProperty("Request")?.GetValue(value.Value) is not HttpRequestMessage { RequestUri: { } uri } request || !tables.IsBaseOf(uri))
            return;
        var filter = uri.Query.TrimStart('?').Split('&').Select(Uri.UnescapeDataString).FirstOrDefault(p => p.StartsWith("$filter=", StringComparison.Ordinal));
        seen.Enqueue(new StorageRequest(
            request.Method.Method,
            Uri.UnescapeDataString(tables.MakeRelativeUri(uri).ToString().Split('?')[0]),
            filter?["$filter=".Length..]));
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }
}
