using Typesetting.Fonts;

namespace Typesetting.Tests;

/// <summary>The fonts that package.json pins.</summary>
internal static class TestFonts
{
    public static string Root { get; } = FindRoot();

    public static string SerifPath { get; } = InPackage("noto-serif-sc", "400Regular", "NotoSerifSC_400Regular.ttf");

    public static FontSet Set { get; } = FontSet.Load(
        SerifPath,
        InPackage("noto-sans-sc", "700Bold", "NotoSansSC_700Bold.ttf"),
        InPackage("noto-serif-sc", "700Bold", "NotoSerifSC_700Bold.ttf"));

    private static string InPackage(string package, string weight, string file) =>
        Path.Combine(Root, "node_modules", "@expo-google-fonts", package, weight, file);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FunctionsApp.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The repository's root was not found.");
    }
}
