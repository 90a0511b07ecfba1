using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LocalHost.Emulator;

/// <summary>Reads what Azurite prints: the addresses it listens on, and why it failed.</summary>
internal sealed partial class AzuriteOutput
{
    private const int KeptErrorLines = 5;

    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, Uri> addresses = new(StringComparer.Ordinal);
    private readonly Queue<string> errors = new();

    internal AzuriteOutput(Process process) => Ended = ReadAsync(process);

    /// <summary>Completes when all three services listen; fails with a <see cref="LocalRunException"/> when Azurite ends before that.</summary>
    internal Task Listening => listening.Task;

    /// <summary>Completes when Azurite has closed both its outputs, as it does on ending.</summary>
    internal Task Ended { get; }

    internal Uri Blob => addresses["Blob"];

    internal Uri Queue => addresses["Queue"];

    internal Uri Table => addresses["Table"];

    internal LocalRunException Failure(string chinese, string english)
    {
        string[] last;
        lock (errors)
            last = [.. errors];
        var taken = last.Select(line => PortTaken().Match(line)).FirstOrDefault(match => match.Success);
        var said = last.Length == 0 ? "" : $" Azurite: {string.Join(" | ", last)}";
        return taken is null
            ? new LocalRunException(
                $"Azurite（本地存储模拟器）{chinese}。请查看下面它的输出，必要时删除数据文件夹后重试。",
                $"Azurite, the storage emulator, {english}. See its output; if its data folder is damaged, delete it and start again.{said}")
            : new LocalRunException(
                $"端口 {taken.Groups["port"].Value} 已被占用，Azurite 无法启动。请结束占用它的程序（可能是另一个 LocalHost），或在设置 Azurite:BlobPort、QueuePort、TablePort 中另选端口。",
                $"Port {taken.Groups["port"].Value} is taken, so Azurite cannot start. End the program that uses it (another LocalHost?), or choose other ports in the settings Azurite:BlobPort, QueuePort and TablePort.");
    }

    private async Task ReadAsync(Process process)
    {
        await Task.WhenAll(ReadLinesAsync(process.StandardOutput, Heard), ReadLinesAsync(process.StandardError, Complained));
        listening.TrySetException(Failure("启动时结束", "ended while starting"));
    }

    private static async Task ReadLinesAsync(StreamReader reader, Action<string> take)
    {
        while (await reader.ReadLineAsync() is { } line)
            take(line);
    }

    private void Heard(string line)
    {
        if (NowListening().Match(line) is not { Success: true } match)
            return;
        addresses[match.Groups["service"].Value] = new Uri(match.Groups["address"].Value);
        if (addresses.Count == 3)
            listening.TrySetResult();
    }

    private void Complained(string line)
    {
        lock (errors)
        {
            errors.Enqueue(line);
            if (errors.Count > KeptErrorLines)
                errors.Dequeue();
        }
    }

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://\S+)$", RegexOptions.CultureInvariant)]
    private static partial Regex NowListening();

    [GeneratedRegex(@"EADDRINUSE.*:(?<port>\d+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PortTaken();
}
