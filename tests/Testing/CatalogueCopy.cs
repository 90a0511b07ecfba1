namespace Testing;

/// <summary>A copy of the real catalogue in a folder of its own, to be changed or broken.</summary>
public sealed class CatalogueCopy : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public CatalogueCopy()
    {
        var original = Repository.Path("data", "henan-2012");
        foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? Folder);
            File.Copy(file, target);
        }
    }

    public string Folder => folder.Path;

    /// <summary>Changes one file; fails the test when the edit changes nothing.</summary>
    public void Edit(string file, Func<string, string> edit)
    {
        var path = Path.Combine(Folder, file);
        var before = File.ReadAllText(path);
        var after = edit(before);
        if (after == before)
            throw new InvalidOperationException($"The edit changes nothing in {file}.");
        File.WriteAllText(path, after);
    }

    public void Dispose() => folder.Dispose();
}
