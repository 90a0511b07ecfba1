using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Testing;

/// <summary>LocalHost as a process of its own, in a folder of its own, as a person starts it.</summary>
public sealed partial class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task reading;
    private TaskCompletionSource line = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(ProcessStartInfo start)
    {
        process = Process.Start(start) ?? throw new InvalidOperationException("LocalHost did not start.");
        reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    public int ExitCode => process.ExitCode;

    public int AzuriteProcess => int.Parse(AzuriteLine().Match(Output).Groups["process"].Value, CultureInfo.InvariantCulture);

    public static HostProcess Start(string folder, IReadOnlyDictionary<string, string>? environment, params string[] args)
    {
        return Start(DotNet, folder, environment, [Path.Combine(AppContext.BaseDirectory, "LocalHost.dll"), .. args]);
    }

    /// <param name="program">The program as it was published.</param>
    public static HostProcess Start(string program, string folder, IReadOnlyDictionary<string, string>? environment, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new HostProcess(start);
    }

    /// <summary>Serving with every port free, so that tests do not meet each other or a developer's own run.</summary>
    public static HostProcess Serve(string folder, int tablePort = 0, params string[] more) => Start(
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
    public Task ReadyAsync(CancellationToken cancellationToken) => ready.Task.WaitAsync(cancellationToken);

    public async Task<int> ExitedAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        await reading.WaitAsync(cancellationToken);
        return process.ExitCode;
    }

    /// <summary>SIGKILL: nothing of it runs any more.</summary>
    public void Kill() => process.Kill(entireProcessTree: false);

    /// <summary>Returns when a line with this text has been written; the lines before count too.</summary>
    /// <exception cref="InvalidOperationException">The process ended without it.</exception>
    public async Task SaidAsync(string text, CancellationToken cancellationToken)
    {
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            if (process.HasExited && reading.IsCompleted && !Output.Contains(text, StringComparison.Ordinal))
                throw new InvalidOperationException($"LocalHost ended without saying '{text}': {Output}");
            await Task.WhenAny(NextLine(), Task.Delay(Patience, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Ctrl-C, as a terminal sends it.</summary>
    public void Interrupt() => Signal("-INT");

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    public void Terminate() => Signal("-TERM");

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            using var azurite = RunningAzurite();
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            // What it is still writing must not meet the deletion of its folder.
            azurite?.WaitForExit();
        }
        process.Dispose();
    }

    /// <summary>Null when the host has started none, or it has ended.</summary>
    private Process? RunningAzurite()
    {
        try
        {
            return AzuriteLine().IsMatch(Output) ? Process.GetProcessById(AzuriteProcess) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A port that is free now; a test that needs to know the number beforehand has no better way.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task NextLine()
    {
        lock (output)
            return line.Task;
    }

    private static string DotNet => Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            TaskCompletionSource written;
            lock (output)
            {
                output.AppendLine(line);
                (written, this.line) = (this.line, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }
            written.SetResult();
            if (line.Contains("Ctrl-C", StringComparison.Ordinal))
                ready.TrySetResult();
        }
        ready.TrySetException(new InvalidOperationException($"LocalHost ended before it served: {Output}"));
    }

    [GeneratedRegex(@"\(Azurite, process (?<process>\d+)\)")]
    private static partial Regex AzuriteLine();
}
