using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace LocalHost.Emulator;

/// <summary>
/// A running Azurite: started from node_modules on loopback, ended with this object and, because it watches our end of its standard
/// input, also when this process is gone for whatever reason.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly AzuriteOutput output;
    private readonly TaskCompletionSource<LocalRunException> died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task watch;
    private volatile bool stopping;

    private Azurite(Process process, AzuriteOutput output)
    {
        this.process = process;
        this.output = output;
        watch = WatchAsync();
    }

    public int ProcessId => process.Id;

    /// <summary>Connection string of the first account.</summary>
    public string ConnectionString => ConnectionStringOf(1);

    /// <summary>Completes with what to tell the user when the emulator ends without being stopped; never completes otherwise.</summary>
    public Task<LocalRunException> Died => died.Task;

    /// <summary>Connection string of one of the accounts.</summary>
    /// <param name="account">1 to <see cref="AzuriteOptions.Accounts"/>.</param>
    public string ConnectionStringOf(int account) => AzuriteAccount.ConnectionString(account, output.Blob, output.Queue, output.Table);

    /// <summary>Starts the emulator and returns when all three of its services listen.</summary>
    /// <exception cref="LocalRunException">Node or Azurite is missing, a port is taken, or Azurite ended.</exception>
    public static async Task<Azurite> StartAsync(AzuriteOptions options, CancellationToken cancellationToken = default)
    {
        var installation = AzuriteInstallation.Find(options);
        if (!options.InMemory)
            PrepareFolder(options.Location);
        var process = Launch(options, installation);
        var output = new AzuriteOutput(process);
        try
        {
            await output.Listening.WaitAsync(StartLimit, cancellationToken);
            return new Azurite(process, output);
        }
        catch (Exception failure)
        {
            await StopAsync(process);
            process.Dispose();
            throw failure is TimeoutException
                ? new LocalRunException(
                    $"Azurite 在 {StartLimit.TotalSeconds:0} 秒内没有启动。请检查机器负荷与文件夹 {options.Location}。",
                    $"Azurite did not start within {StartLimit.TotalSeconds:0} seconds. Check the machine's load and the folder {options.Location}.")
                : failure;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (stopping)
            return;
        stopping = true;
        await StopAsync(process);
        await watch;
        process.Dispose();
    }

    private static void PrepareFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception notCreated) when (notCreated is IOException or UnauthorizedAccessException)
        {
            throw new LocalRunException(
                $"无法建立 Azurite 的数据文件夹 {folder}（{notCreated.Message}）。请检查权限，或在设置 Azurite:Location 中另选文件夹。",
                $"Azurite's data folder {folder} cannot be created ({notCreated.Message}). Check its permissions, or name another in the setting Azurite:Location.");
        }
    }

    private static Process Launch(AzuriteOptions options, AzuriteInstallation installation)
    {
        var start = new ProcessStartInfo(options.Node)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            ArgumentList =
            {
                "--require", installation.Guard, installation.Script,
                "--blobHost", "127.0.0.1", "--blobPort", Number(options.BlobPort),
                "--queueHost", "127.0.0.1", "--queuePort", Number(options.QueuePort),
                "--tableHost", "127.0.0.1", "--tablePort", Number(options.TablePort),
                "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            },
        };
        foreach (var argument in options.InMemory ? ["--inMemoryPersistence"] : new[] { "--location", Path.GetFullPath(options.Location) })
            start.ArgumentList.Add(argument);
        start.Environment["AZURITE_ACCOUNTS"] = AzuriteAccount.List(options.Accounts);
        try
        {
            return Process.Start(start) ?? throw NodeMissing(options);
        }
        catch (Win32Exception)
        {
            throw NodeMissing(options);
        }
    }

    private static string Number(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static LocalRunException NodeMissing(AzuriteOptions options) => new(
        $"找不到 Node.js（{options.Node}）：本地存储模拟器 Azurite 需要 Node.js 20 或更高版本。请安装后重试，或在设置 Azurite:Node 中指明程序，或在 Storage:ConnectionString 中指明存储账户。",
        $"Node.js ({options.Node}) was not found: the storage emulator Azurite needs Node.js 20 or newer. Install it, or name the program in the setting Azurite:Node, or a storage account in Storage:ConnectionString.");

    /// <summary>Closing its standard input asks Azurite to save and end; one that does not is killed with what it started.</summary>
    private static async Task StopAsync(Process process)
    {
        try
        {
            process.StandardInput.Close();
            using var limit = new CancellationTokenSource(StopLimit);
            await process.WaitForExitAsync(limit.Token);
        }
        catch (Exception notEnding) when (notEnding is OperationCanceledException or IOException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private async Task WatchAsync()
    {
        await output.Ended;
        if (!stopping)
            died.TrySetResult(output.Failure("运行中意外结束", "ended while it was needed"));
    }
}
