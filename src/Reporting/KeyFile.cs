namespace Reporting;

/// <summary>A file that keeps a key for one machine: made with a new key when it is missing, readable by its owner only.</summary>
internal static class KeyFile
{
    private const int MostAttempts = 100;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(20);

    // Who writes the key holds the file, and who finds it held waits a moment: hosts that start at once agree on one whole key. Writing
    // beside and moving into place would not do: on Unix a move that must not overwrite looks first and renames then.

    /// <summary>What stands in the file.</summary>
    /// <param name="make">Makes a new key as text.</param>
    public static string ReadOrCreate(string path, Func<string> make)
    {
        path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileInfo(path) is { Exists: true, Length: > 0 } ? File.ReadAllText(path) : Create(path, make);
            }
            catch (IOException held) when (held is not (FileNotFoundException or DirectoryNotFoundException) && attempt < MostAttempts)
            {
                Thread.Sleep(BetweenAttempts);
            }
        }
    }

    private static string Create(string path, Func<string> make)
    {
        var access = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            access.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, access);
        using var reader = new StreamReader(file);
        if (reader.ReadToEnd() is { Length: > 0 } written)
            return written;
        var key = make();
        using var writer = new StreamWriter(file);
        writer.Write(key);
        return key;
    }
}
