using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Reporting;
using Reporting.Publishing;
using Reporting.Verifying;
#if QUESTPDF
using Reporting.QuestPdf;
#endif

namespace LocalHost.Verification;

/// <summary>
/// The command <c>verify FOLDER --key FILE</c>: verifies the issue in the folder, or all below it, from the files and a trusted public key.
/// Offline: no storage, no network.
/// </summary>
internal static class VerifyCommand
{
    private const string Manifest = "manifest.json";

    // By any of them a folder is known as that of an issue, so that one whose manifest is gone is not passed over.
    private static readonly string[] Marks = [Manifest, "manifest.sig", "snapshot.json"];

    /// <exception cref="LocalRunException">The arguments are wrong, there is no issue, or an issue does not hold.</exception>
    internal static async Task RunAsync(string[] args)
    {
        var (root, keyFile) = Read(args);
        Console.OutputEncoding = Encoding.UTF8;
        var key = await KeyAsync(keyFile);
        List<string> folders = Marks.Any(mark => File.Exists(Path.Combine(root, mark)))
            ? [root]
            : [.. Marks.SelectMany(mark => Directory.EnumerateFiles(root, mark, SearchOption.AllDirectories)).Select(file => Path.GetDirectoryName(file) ?? root).Distinct().Order(StringComparer.Ordinal)];
        if (folders.Count == 0)
            throw new LocalRunException($"文件夹 {root} 中没有通报（{Manifest}）。", $"There is no issue ({Manifest}) in the folder {root}.");
        await using var services = Services();
        var verify = services.GetRequiredService<VerifyFiles>();
        var failed = 0;
        foreach (var folder in folders)
        {
            var verified = verify.Run(await FilesAsync(folder), key);
            Tell(Path.GetRelativePath(Path.GetFullPath(root), Path.GetFullPath(folder)), verified, all: folders.Count == 1);
            failed += verified.Holds ? 0 : 1;
        }
        var total = $"核验{folders.Count}期，{folders.Count - failed}期通过，{failed}期不通过。";
        var english = $"{folders.Count} issues verified: {folders.Count - failed} hold, {failed} do not.";
        if (failed > 0)
            throw new LocalRunException(total, english);
        Console.WriteLine($"{total} {english}");
    }

    private static (string Root, string KeyFile) Read(string[] args) => args switch
    {
        [var root, "--key", var key] when Directory.Exists(root) => (root, key),
        ["--key", var key, var root] when Directory.Exists(root) => (root, key),
        [var root, "--key", _] => throw new LocalRunException($"没有文件夹 {root}。", $"There is no folder {root}."),
        _ => throw new LocalRunException("用法：verify 文件夹 --key 公钥.pem", "Usage: verify FOLDER --key PUBLIC-KEY.pem"),
    };

    private static async Task<string> KeyAsync(string file)
    {
        if (!File.Exists(file))
            throw new LocalRunException($"没有公钥文件 {file}。", $"There is no key file {file}.");
        var pem = await File.ReadAllTextAsync(file);
        try
        {
            _ = TrustedKeys.Read(pem);
            return pem;
        }
        catch (CryptographicException)
        {
            throw new LocalRunException($"{file} 不是 PEM 格式的公钥。", $"{file} is no public key as PEM.");
        }
    }

    /// <summary>What the verification needs of the core: the renderers and the fonts.</summary>
    private static ServiceProvider Services()
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables().Build();
        var services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddLogging().AddReporting(configuration);
#if QUESTPDF
        services.AddQuestPdf(configuration);
#endif
        return services.BuildServiceProvider();
    }

    private static async Task<IReadOnlyDictionary<string, byte[]>> FilesAsync(string folder)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder))
            files.Add(Path.GetFileName(file), await File.ReadAllBytesAsync(file));
        return files;
    }

    /// <summary>Every check of a single issue; of many only what did not pass.</summary>
    private static void Tell(string folder, Reporting.Verifying.Verification verified, bool all)
    {
        var open = verified.Checks.Count(check => check.Outcome == CheckOutcome.NotChecked);
        var left = open == 0 ? "" : $"，{open}项未查 ({open} not checked)";
        Console.WriteLine($"{(verified.Holds ? "通过 holds" : "不通过 FAILS")}  {verified.Issue ?? folder}{left}");
        foreach (var check in verified.Checks.Where(check => all || check.Outcome != CheckOutcome.Passed))
            Console.WriteLine($"  {Mark(check.Outcome)} {check.Name,-9} {check.File ?? "",-15} {check.DetailZh} / {check.DetailEn}");
    }

    private static char Mark(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => '+',
        CheckOutcome.Failed => '×',
        _ => '?',
    };
}
