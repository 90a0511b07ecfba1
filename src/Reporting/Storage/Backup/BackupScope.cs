using Azure.Data.Tables;

namespace Reporting.Storage.Backup;

/// <summary>Which rows and files belong to a programme, and where they stand in a backup.</summary>
internal static class BackupScope
{
    public static readonly string[] Containers = [StorageNames.PublishedFiles, StorageNames.StagedFiles];

    private const string TableFolder = "tables/";
    private const string BlobFolder = "blobs/";
    private const string TableForm = ".ndjson";
    private const string Links = "link";

    /// <summary>Every table with the filter that takes the programme's rows.</summary>
    public static IEnumerable<(string Table, string Filter)> Tables(string programme)
    {
        var (from, to) = (StorageKey.From(programme), StorageKey.To(programme));
        var own = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}");
        foreach (var table in (string[])[StorageNames.Progress, StorageNames.Projects, StorageNames.Problems, StorageNames.Inspections, StorageNames.Zones, StorageNames.Bulletins, StorageNames.Outbox])
            yield return (table, own);
        // Subscribers, and the links that were made; the keys beside them are everybody's.
        var (linksFrom, linksTo) = (StorageKey.From(Links, programme), StorageKey.To(Links, programme));
        yield return (StorageNames.Access, $"({own}) or ({TableClient.CreateQueryFilter($"PartitionKey ge {linksFrom} and PartitionKey lt {linksTo}")})");
        yield return (StorageNames.Runs, TableClient.CreateQueryFilter($"Programme eq {programme}"));
    }

    public static string PathOf(string table) => TableFolder + table + TableForm;

    public static string PathOf(string container, string blob) => $"{BlobFolder}{container}/{blob}";

    /// <summary>The table that a file of rows belongs to.</summary>
    public static string TableOf(string path) => path[TableFolder.Length..^TableForm.Length];

    /// <summary>The container and the name of a blob.</summary>
    public static (string Container, string Blob) BlobOf(string path)
    {
        var parts = path[BlobFolder.Length..].Split('/', 2);
        return (parts[0], parts[1]);
    }

    /// <summary>The file of a path; never one outside the folder, whatever the list says.</summary>
    /// <exception cref="InvalidDataException">The path leads out of the folder.</exception>
    public static string Within(string folder, string path)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(Path.Combine(root, path));
        return full.StartsWith(root, StringComparison.Ordinal) && (path.StartsWith(TableFolder, StringComparison.Ordinal) || path.StartsWith(BlobFolder, StringComparison.Ordinal))
            ? full
            : throw new InvalidDataException($"'{path}' is no path of a backup.");
    }
}
