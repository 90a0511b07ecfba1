using System.Globalization;
using Reporting.Storage;
using Reporting.Tests.Delivery;

namespace Reporting.Tests.Storage;

/// <summary>A storage account that answers 400 to everything, as an emulator does that is older than the client's version of the protocol.</summary>
internal sealed class RefusingStorage : IAsyncDisposable
{
    private readonly ScriptedServer server = new(RefuseAsync);

    public StorageOptions Options => new()
    {
        ConnectionString = string.Create(
            CultureInfo.InvariantCulture,
            $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:{server.Port}/a;QueueEndpoint=http://127.0.0.1:{server.Port}/a;TableEndpoint=http://127.0.0.1:{server.Port}/a"),
        Retries = 0,
    };

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static async Task RefuseAsync(ScriptedConnection connection, CancellationToken cancellation)
    {
        var length = 0;
        while (await connection.HearAsync(cancellation) is { Length: > 0 } line)
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture);
        }
        await connection.HearBytesAsync(length, cancellation);
        foreach (var line in (string[])["HTTP/1.1 400 Bad Request", "x-ms-error-code: InvalidHeaderValue", "Content-Length: 0", "Connection: close", ""])
            await connection.SayAsync(line, cancellation);
    }
}
