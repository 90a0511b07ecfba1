using System.Security;

namespace Testing;

/// <summary>
/// Has LibreOffice open files that were written for Word, and takes what it shows as PDF. It runs with a profile of its own and with the
/// repository's fonts in the place of those that offices have.
/// </summary>
public static class OfficeSuite
{
    private static readonly string[] Serif = ["仿宋", "宋体", "楷体", "方正小标宋简体", "Times New Roman"];

    /// <summary>The PDF of each file in a folder, by its name without extension.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ToPdfAsync(string folder, string pattern, CancellationToken cancellationToken)
    {
        using var settings = new TemporaryFolder();
        var fonts = Path.Combine(settings.Path, "fonts.conf");
        await File.WriteAllTextAsync(fonts, Fonts(settings.Path), cancellationToken);
        var profile = new Uri(Path.Combine(settings.Path, "profile")).AbsoluteUri;
        var result = await ExternalTool.LibreOffice.RunAsync(
            [new("FONTCONFIG_FILE", fonts), new("HOME", settings.Path)],
            [$"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder, .. Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal)],
            cancellationToken);
        var missing = Directory.EnumerateFiles(folder, pattern).Where(file => !File.Exists(Path.ChangeExtension(file, ".pdf"))).ToList();
        return missing.Count == 0 && result.ExitCode == 0
            ? Directory.EnumerateFiles(folder, pattern).ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => Path.ChangeExtension(file, ".pdf"), StringComparer.Ordinal)
            : throw new InvalidDataException($"LibreOffice ended with {result.ExitCode} and did not open {string.Join(", ", missing)}: {result.Output}{result.Errors}");
    }

    private static string Fonts(string cache)
    {
        var packages = Repository.Path("node_modules", "@expo-google-fonts");
        string[] folders = [Path.Combine(packages, "noto-serif-sc", "400Regular"), Path.Combine(packages, "noto-serif-sc", "700Bold"), Path.Combine(packages, "noto-sans-sc", "700Bold")];
        return $"""
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig>
            {string.Concat(folders.Select(folder => $"<dir>{SecurityElement.Escape(folder)}</dir>"))}
            <cachedir>{SecurityElement.Escape(Path.Combine(cache, "fonts"))}</cachedir>
            {string.Concat(Serif.Select(name => Alias(name, "Noto Serif SC")))}{Alias("黑体", "Noto Sans SC")}
            </fontconfig>
            """;
    }

    private static string Alias(string name, string stead) =>
        $"<alias binding=\"same\"><family>{name}</family><prefer><family>{stead}</family></prefer></alias>";
}
