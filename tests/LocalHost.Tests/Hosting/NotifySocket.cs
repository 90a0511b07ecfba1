using System.Net.Sockets;
using System.Text;

namespace LocalHost.Tests.Hosting;

/// <summary>The service manager's end of sd_notify(3): where a service of type notify says how it is.</summary>
internal sealed class NotifySocket : IDisposable
{
    private const int MostBytes = 4096;

    private readonly Socket socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

    internal NotifySocket(string path) => socket.Bind(new UnixDomainSocketEndPoint(path));

    public void Dispose() => socket.Dispose();

    /// <summary>The next message, e.g. <c>READY=1</c>.</summary>
    internal async Task<string> NextAsync(CancellationToken cancellationToken)
    {
        var message = new byte[MostBytes];
        return Encoding.UTF8.GetString(message, 0, await socket.ReceiveAsync(message, cancellationToken));
    }
}
