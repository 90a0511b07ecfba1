using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace LocalHost.Tests;

/// <summary>LocalHost as a process of its own, in a folder of its own, as a person starts it.</summary>
internal sealed partial class HostProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task reading;

    private HostProcess(ProcessStartInfo start)
    {
        process = Process.Start(start) ?? throw new InvalidOperationException("LocalHost did not start.");
        reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    internal string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    internal int ExitCode => process.ExitCode;

    internal int AzuriteProcess => int.Parse(AzuriteLine().Match(Output).Groups["process"].Value, CultureInfo.InvariantCulture);

    internal static HostProcess Start(string folder, IReadOnlyDictionary<string, string>? environment, params string[] args)
    {
        var start = new ProcessStartInfo(DotNet)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "LocalHost.dll"));
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new HostProcess(start);
    }

    /// <summary>Serving with every port free, so that tests do not meet each other or a developer's own run.</summary>
    internal static HostProcess Serve(string folder, int tablePort = 0, params string[] more) => Start(
        folder,
        null,
        [
            "--urls=http://127.0.0.1:0",
            "--Azurite:BlobPort=0",
            "--Azurite:QueuePort=0",
            string.Create(CultureInfo.InvariantCulture, $"--Azurite:TablePort={tablePort}"),
            .. more,
        ]);

    /// <summary>Returns when the host has said that it serves.</summary>
    internal Task ReadyAsync(CancellationToken cancellationToken) => ready.Task.WaitAsync(cancellationToken);

    internal async Task<int> ExitedAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        await reading.WaitAsync(cancellationToken);
        return process.ExitCode;
    }

    internal void Kill() => process.Kill(entireProcessTree: false);

    /// <summary>Ctrl-C, as a terminal sends it.</summary>
    internal void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    /// <summary>A port that is free now; a test that needs to know the number beforehand has no better way.</summary>
    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string DotNet => Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (output)
                output.AppendLine(line);
            if (line.Contains("Ctrl-C", StringComparison.Ordinal))
                ready.TrySetResult();
        }
        ready.TrySetException(new InvalidOperationException($"LocalHost ended before it served: {Output}"));
    }

    [GeneratedRegex(@"\(Azurite, process (?<process>\d+)\)")]
    private static partial Regex AzuriteLine();
}
