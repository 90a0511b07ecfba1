using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Reporting.Catalogue;
using Reporting.Storage;

namespace LocalHost;

/// <summary>Turns what stops a run into one message for the person at the terminal and an exit code.</summary>
internal static class Failures
{
    /// <summary>A setting, the catalogue or a key is wrong (<c>EX_CONFIG</c> of sysexits.h): starting again does not help, somebody has to mend it.</summary>
    private const int WrongSetting = 78;

    /// <summary>0 when <paramref name="run"/> ends, 78 when a setting is wrong, 1 when it fails otherwise, 130 when it was interrupted.</summary>
    internal static async Task<int> ReportedAsync(Func<Task> run)
    {
        try
        {
            await run();
            return 0;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("已中断。 Interrupted.");
            return 130;
        }
        catch (Exception failure)
        {
            // The edge of the program: whatever it is, the person gets it and the exit code says so.
            await Console.Error.WriteLineAsync(MessageOf(failure));
            return ExitCodeOf(failure);
        }
    }

    internal static int ExitCodeOf(Exception failure) => failure switch
    {
        AggregateException { InnerExceptions: [var only] } => ExitCodeOf(only),
        CatalogueException or OptionsValidationException or CryptographicException => WrongSetting,
        InvalidOperationException unread when IsUnreadableSetting(unread) => WrongSetting,
        _ => 1,
    };

    internal static string MessageOf(Exception failure) => failure switch
    {
        LocalRunException known => known.Message,
        AggregateException { InnerExceptions: [var only] } => MessageOf(only),
        CatalogueException catalogue => catalogue.Message,
        OptionsValidationException wrong => $"设置有误 / wrong setting:{Environment.NewLine}{string.Join(Environment.NewLine, wrong.Failures)}",
        InvalidOperationException unread when IsUnreadableSetting(unread) => $"设置有误 / wrong setting:{Environment.NewLine}{unread.Message}",
        CryptographicException key => $"设置有误 / wrong setting:{Environment.NewLine}{key.Message}",
        IOException { InnerException: AddressInUseException } taken => AddressTaken(taken.Message),
        IOException or UnauthorizedAccessException =>
            $"文件无法读写，请检查路径、权限和磁盘空间。{Environment.NewLine}A file cannot be read or written; check path, permissions and free space. {failure.Message}",
        StorageUnavailableException storage =>
            $"存储账户没有应答，请检查设置 Storage:ConnectionString。{Environment.NewLine}The storage account does not answer; check the setting Storage:ConnectionString. {storage.Message}",
        _ => $"意外错误 / unexpected error:{Environment.NewLine}{failure}",
    };

    // The configuration binder has no exception of its own; its message names the key ("... at 'Azurite:BlobPort' to type ..."). That of
    // logging names the value ("Configuration value 'Loud' is not supported.").
    private static bool IsUnreadableSetting(InvalidOperationException failure) =>
        failure.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal)
        || failure.Message.StartsWith("Configuration value '", StringComparison.Ordinal);

    private static string AddressTaken(string message) =>
        $"网址已被占用，无法启动。请结束占用它的程序，或用 --urls http://127.0.0.1:5081 另选端口。{Environment.NewLine}"
        + $"The address is taken. End the program that uses it, or choose another: --urls http://127.0.0.1:5081. {message}";
}
