namespace LocalHost.Emulator;

/// <summary>Where Azurite and the guard that ties its life to ours are installed.</summary>
internal sealed record AzuriteInstallation(string Script, string Guard)
{
    private static readonly string ScriptInNodeModules = Path.Combine("azurite", "dist", "src", "azurite.js");

    /// <exception cref="LocalRunException">Azurite is not installed.</exception>
    internal static AzuriteInstallation Find(AzuriteOptions options)
    {
        var candidates = options.NodeModules is { Length: > 0 } given
            ? [Path.GetFullPath(given)]
            : FoldersAbove(AppContext.BaseDirectory).Concat(FoldersAbove(Directory.GetCurrentDirectory()))
                .Select(folder => Path.Combine(folder, "node_modules"));
        var script = candidates.Select(folder => Path.Combine(folder, ScriptInNodeModules)).FirstOrDefault(File.Exists)
            ?? throw new LocalRunException(
                $"找不到 Azurite（本地存储模拟器）：{options.NodeModules ?? "node_modules"} 中没有 azurite。请在仓库根目录运行 npm ci，或在设置 Azurite:NodeModules 中指明文件夹。",
                $"Azurite, the storage emulator, is not in {options.NodeModules ?? "node_modules"}. Run npm ci in the repository's root, or name the folder in the setting Azurite:NodeModules.");
        return new(script, Path.Combine(AppContext.BaseDirectory, "Emulator", "azurite-guard.cjs"));
    }

    private static IEnumerable<string> FoldersAbove(string folder)
    {
        for (var directory = new DirectoryInfo(folder); directory is not null; directory = directory.Parent)
            yield return directory.FullName;
    }
}
