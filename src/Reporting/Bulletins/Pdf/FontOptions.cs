using Microsoft.Extensions.Options;
using Typesetting.Fonts;

namespace Reporting.Bulletins.Pdf;

/// <summary>Which font file plays which role in a PDF (section <c>Fonts</c>): TrueType files, absolute or relative.</summary>
public sealed class FontOptions
{
    public const string Section = "Fonts";

    private const string Packages = "node_modules/@expo-google-fonts/";

    /// <summary>Running text (仿宋 or 宋体).</summary>
    public string Body { get; set; } = Packages + "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf";

    /// <summary>First-level headings and the heads of tables (黑体).</summary>
    public string Heading { get; set; } = Packages + "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf";

    /// <summary>The masthead and the title (小标宋).</summary>
    public string Title { get; set; } = Packages + "noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf";

    /// <summary>Second-level headings (楷体).</summary>
    public string Kai { get; set; } = Packages + "noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf";

    /// <summary>Loads the files; each is looked for beneath <paramref name="roots"/> and the folders above them, nearest first.</summary>
    /// <exception cref="OptionsValidationException">A file is missing or cannot be embedded; the message names the key and what to do.</exception>
    public FontSet Load(params IReadOnlyList<string> roots)
    {
        List<string> faults = [];
        var body = Load(nameof(Body), Body, roots, faults);
        var heading = Load(nameof(Heading), Heading, roots, faults);
        var title = Load(nameof(Title), Title, roots, faults);
        var kai = Load(nameof(Kai), Kai, roots, faults);
        return body is null || heading is null || faults.Count > 0
            ? throw new OptionsValidationException(Section, typeof(FontOptions), faults)
            : new FontSet(body, heading, title, kai);
    }

    private static FontFile? Load(string key, string path, IReadOnlyList<string> roots, List<string> faults)
    {
        if (Find(path, roots) is not { } found)
        {
            faults.Add(
                $"设置 {Section}:{key} 的字体文件“{path}”不存在。请在仓库根目录运行 npm ci 安装默认字体，或把该设置改为现有 TrueType（.ttf）文件的路径。"
                + $" The font file '{path}' of setting {Section}:{key} does not exist. Run npm ci in the repository's root for the default fonts, or name an existing TrueType (.ttf) file.");
            return null;
        }
        try
        {
            return FontFile.Load(found);
        }
        catch (FontException e)
        {
            faults.Add($"设置 {Section}:{key} 的字体不能使用 / the font of setting {Section}:{key} cannot be used: {e.Message}");
            return null;
        }
    }

    private static string? Find(string path, IReadOnlyList<string> roots)
    {
        if (Path.IsPathRooted(path))
            return File.Exists(path) ? path : null;
        foreach (var root in roots)
        {
            for (var folder = new DirectoryInfo(root); folder is not null; folder = folder.Parent)
            {
                var candidate = Path.GetFullPath(path, folder.FullName);
                if (File.Exists(candidate))
                    return candidate;
            }
        }
        return null;
    }
}
