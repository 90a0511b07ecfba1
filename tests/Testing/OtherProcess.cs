using System.Globalization;

namespace Testing;

/// <summary>
/// Writes a file in a process of its own, on a day, in a language and in a zone of its own, to be compared byte for byte. The process is
/// the test program itself: it runs one test, which calls <see cref="WriteAsync"/>.
/// </summary>
public static class OtherProcess
{
    private const string PathVariable = "TESTING_OTHER_PROCESS_FILE";

    /// <param name="day">What the process takes for now, e.g. 2031-02-03 04:05:06 (in its own zone).</param>
    /// <param name="culture">As POSIX names it, e.g. tr_TR.</param>
    public static async Task<OtherFile> RunAsync(Type test, string method, string day, string culture, string zone, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "file");
        KeyValuePair<string, string>[] environment =
        [
            new(PathVariable, path), new("LC_ALL", culture + ".UTF-8"), new("LANG", culture + ".UTF-8"), new("TZ", zone),
            new("DONT_FAKE_MONOTONIC", "1"), // .NET waits by the monotonic clock.
        ];
        var result = await ExternalTool.FakeTime.RunAsync(
            environment, ["-f", "@" + day, "dotnet", "exec", test.Assembly.Location, "-method", $"{test.FullName}.{method}"], cancellationToken);
        if (!File.Exists(path))
            throw new InvalidOperationException($"The other process wrote nothing:{Environment.NewLine}{result.Output}{result.Errors}");
        return new OtherFile(await File.ReadAllBytesAsync(path, cancellationToken), await File.ReadAllTextAsync(path + ".txt", cancellationToken));
    }

    /// <summary>Hands the bytes to the process that started this one, and says where and when they were written.</summary>
    public static async Task WriteAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is not { } path)
            return; // The test runs as one of many.
        await File.WriteAllTextAsync(path + ".txt", FormattableString.Invariant($"{CultureInfo.CurrentCulture.Name} {TimeProvider.System.GetLocalNow():yyyy-MM-dd zzz}"), cancellationToken);
        await File.WriteAllBytesAsync(path, bytes, cancellationToken);
    }
}

/// <summary>A file that another process wrote.</summary>
/// <param name="Surroundings">The culture, day and zone the process ran in, so that a test can tell that they were others.</param>
public sealed record OtherFile(byte[] Bytes, string Surroundings);
