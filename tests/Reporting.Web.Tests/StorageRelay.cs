using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Reporting.Web.Tests;

/// <summary>Stands between the API and the table service and fails on demand: refuses connections, or loses the answer to a request that was carried out.</summary>
internal sealed class StorageRelay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Uri table;
    private readonly Task accepting;
    private string marker = "";
    private int toLose;
    private int lost;
    private int every;
    private int seen;
    private volatile bool refusing;
    private volatile string? refused;

    private StorageRelay(string connectionString)
    {
        var parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        table = new Uri(parts["TableEndpoint"]);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        parts["TableEndpoint"] = new UriBuilder(table) { Port = port }.Uri.ToString().TrimEnd('/');
        ConnectionString = string.Join(';', parts.Select(p => $"{p.Key}={p.Value}"));
        accepting = AcceptAsync();
    }

    /// <summary>The connection string whose tables are reached through the relay.</summary>
    public string ConnectionString { get; }

    public int LostAnswers => lost;

    public static StorageRelay Before(string connectionString) => new(connectionString);

    /// <summary>Cuts the connection when storage answers a request whose path contains <paramref name="path"/>.</summary>
    public void LoseAnswersTo(string path, int times)
    {
        marker = path;
        Volatile.Write(ref toLose, times);
    }

    /// <summary>From now on a request that contains <paramref name="text"/> does not reach storage; its connection is cut. Null lets all through again.</summary>
    public void RefuseRequestsWith(string? text) => refused = text;

    /// <summary>Cuts the connection at every <paramref name="nth"/> request whose path contains <paramref name="path"/>; never for 0.</summary>
    public void LoseEveryAnswerTo(string path, int nth)
    {
        marker = path;
        Volatile.Write(ref every, nth);
    }

    /// <summary>Lets everything through again after <see cref="RefuseAll"/>.</summary>
    public void TakeAll() => refusing = false;

    /// <summary>From now on every connection is cut, open ones at their next request.</summary>
    public void RefuseAll() => refusing = true;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
                open.Add(RelayAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task RelayAsync(TcpClient near)
    {
        using var far = new TcpClient();
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var losing = new StrongBox();
        try
        {
            using (near)
            {
                await far.ConnectAsync(table.Host, table.Port, done.Token);
                var up = PumpAsync(near.GetStream(), far.GetStream(), bytes => !refusing && Note(bytes, losing), done.Token);
                var down = PumpAsync(far.GetStream(), near.GetStream(), _ => !refusing && !losing.Value, done.Token);
                await Task.WhenAny(up, down);
                await done.CancelAsync();
                far.Close();
                near.Close();
                await Task.WhenAll(up, down);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // Either side has gone, which is what the relay is for.
        }
    }

    private bool Note(ReadOnlyMemory<byte> bytes, StrongBox losing)
    {
        if (refused is { } text && Encoding.ASCII.GetString(bytes.Span).Contains(text, StringComparison.Ordinal))
            return false;
        var nth = Volatile.Read(ref every);
        if (marker.Length == 0 || (nth == 0 && Volatile.Read(ref toLose) <= 0) || !Encoding.ASCII.GetString(bytes.Span).Contains(marker, StringComparison.Ordinal))
            return true;
        if (nth == 0 || Interlocked.Increment(ref seen) % nth == 0)
        {
            Interlocked.Decrement(ref toLose);
            Interlocked.Increment(ref lost);
            losing.Value = true;
        }
        return true;
    }

    private static async Task PumpAsync(NetworkStream from, NetworkStream to, Func<ReadOnlyMemory<byte>, bool> pass, CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellation)) > 0 && pass(buffer.AsMemory(0, read)))
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
    }

    private sealed class StrongBox
    {
        public bool Value { get; set; }
    }
}
