using System.Text.Json;

namespace Reporting.Storage.Backup;

/// <summary>What a backup holds (file <c>backup.json</c>): the whole of one programme, as it is stored.</summary>
/// <param name="MadeAt">When the export began.</param>
/// <param name="Program">The version that made it.</param>
/// <param name="Files">Every other file of the folder, by path.</param>
public sealed record BackupContents(int SchemaVersion, string Programme, DateTimeOffset MadeAt, string Program, IReadOnlyList<BackupFile> Files)
{
    internal const string FileName = "backup.json";
    internal const int CurrentSchema = 1;

    /// <summary>Rows in all tables.</summary>
    public int Rows => Files.Sum(file => file.Rows ?? 0);

    /// <summary>Blobs in all containers.</summary>
    public int Blobs => Files.Count(file => file.Rows is null);

    internal static async Task<BackupContents> ReadAsync(string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new InvalidDataException($"There is no {FileName} in {folder}.");
        await using var stream = File.OpenRead(path);
        try
        {
            return await JsonSerializer.DeserializeAsync<BackupContents>(stream, ReportingJson.Options, cancellation) is { SchemaVersion: CurrentSchema } contents
                ? contents
                : throw new InvalidDataException($"{path} is of another form than this program knows.");
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{path} is no list of a backup.");
        }
    }

    internal async Task WriteAsync(string folder, CancellationToken cancellation)
    {
        await using var stream = File.Create(Path.Combine(folder, FileName));
        await JsonSerializer.SerializeAsync(stream, this, ReportingJson.Options, cancellation);
    }
}

/// <summary>A file of a backup.</summary>
/// <param name="Path">With forward slashes, e.g. <c>tables/Progress.ndjson</c> or <c>blobs/bulletins/henan-2012/…</c>.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Rows">Of a table; null for a blob.</param>
public sealed record BackupFile(string Path, long Length, string Sha256, int? Rows);
