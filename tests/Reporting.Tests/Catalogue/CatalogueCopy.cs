namespace Reporting.Tests.Catalogue;

/// <summary>A copy of the real catalogue in a folder of its own, to be broken.</summary>
internal sealed class CatalogueCopy : IDisposable
{
    public CatalogueCopy()
    {
        Folder = Directory.CreateTempSubdirectory("catalogue-").FullName;
        foreach (var file in Directory.EnumerateFiles(Henan2012.Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(Henan2012.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? Folder);
            File.Copy(file, target);
        }
    }

    public string Folder { get; }

    /// <summary>Changes one file; fails the test when the edit changes nothing.</summary>
    public void Edit(string file, Func<string, string> edit)
    {
        var path = Path.Combine(Folder, file);
        var before = File.ReadAllText(path);
        var after = edit(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(path, after);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
