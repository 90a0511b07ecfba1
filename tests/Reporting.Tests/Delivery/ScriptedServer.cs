using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Reporting.Tests.Delivery;

/// <summary>A server on loopback whose every connection is talked through by a script; it ends with the test.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task running;

    public ScriptedServer(Func<ScriptedConnection, CancellationToken, Task> script)
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        running = RunAsync(script);
    }

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await running;
        stopping.Dispose();
    }

    private async Task RunAsync(Func<ScriptedConnection, CancellationToken, Task> script)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stopping.Token);
                using var connection = new ScriptedConnection(client.GetStream());
                await script(connection, stopping.Token);
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException or SocketException)
            {
                // The test is over, or the client went away.
            }
        }
    }
}

/// <summary>One conversation, line by line.</summary>
internal sealed class ScriptedConnection(Stream stream) : IDisposable
{
    private readonly StreamReader reader = new(stream, Encoding.Latin1);

    public void Dispose() => reader.Dispose();

    public Task<string?> HearAsync(CancellationToken cancellation) => reader.ReadLineAsync(cancellation).AsTask();

    public async Task SayAsync(string line, CancellationToken cancellation) => await stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"), cancellation);

    public async Task<string> HearBytesAsync(int length, CancellationToken cancellation)
    {
        var buffer = new char[length];
        await reader.ReadBlockAsync(buffer, cancellation);
        return new string(buffer);
    }
}
