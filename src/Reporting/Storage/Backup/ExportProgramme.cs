using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Reporting.Bulletins.Documents;

namespace Reporting.Storage.Backup;

/// <summary>
/// Writes the whole of a programme into a folder: every row and every file, with their hashes. Let nobody write meanwhile, or the copy is of
/// several moments. API keys belong to no programme and are not in it.
/// </summary>
public sealed class ExportProgramme(StorageConnection connection, TimeProvider clock)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="folder">Made when missing; has to be empty.</param>
    /// <exception cref="InvalidDataException">There is something in the folder.</exception>
    public async Task<BackupContents> RunAsync(string programme, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        if (Directory.EnumerateFileSystemEntries(folder).Any())
            throw new InvalidDataException($"The folder {folder} is not empty.");
        var madeAt = clock.GetUtcNow();
        var files = new List<BackupFile>();
        foreach (var (table, filter) in BackupScope.Tables(programme))
            files.Add(await TableAsync(table, filter, folder, cancellation));
        foreach (var container in BackupScope.Containers)
            files.AddRange(await ContainerAsync(container, programme, folder, cancellation));
        var contents = new BackupContents(BackupContents.CurrentSchema, programme, madeAt, EngineName.Of(typeof(ExportProgramme)), files);
        // Last, so that a folder that has it is whole.
        await contents.WriteAsync(folder, cancellation);
        return contents;
    }

    private async Task<BackupFile> TableAsync(string table, string filter, string folder, CancellationToken cancellation)
    {
        var rows = await StorageCall.RunAsync(
            $"read table {table}",
            async () =>
            {
                var read = new List<TableEntity>();
                await foreach (var row in connection.Table(table).QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
                    read.Add(row);
                return read;
            },
            cancellation);
        var lines = string.Concat(rows.OrderBy(r => r.PartitionKey, StringComparer.Ordinal).ThenBy(r => r.RowKey, StringComparer.Ordinal).Select(row => BackupRow.Write(row) + "\n"));
        return await WriteAsync(folder, BackupScope.PathOf(table), Utf8.GetBytes(lines), rows.Count, cancellation);
    }

    private async Task<IReadOnlyList<BackupFile>> ContainerAsync(string container, string programme, string folder, CancellationToken cancellation)
    {
        var client = connection.Container(container);
        var names = await StorageCall.RunAsync(
            $"list container {container}",
            async () =>
            {
                var listed = new List<string>();
                await foreach (var blob in client.GetBlobsAsync(BlobTraits.None, BlobStates.None, programme + "/", cancellation))
                    listed.Add(blob.Name);
                return listed;
            },
            cancellation);
        var files = new List<BackupFile>();
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            var content = await StorageCall.RunAsync("read a file", () => client.GetBlobClient(name).DownloadContentAsync(cancellation), cancellation);
            files.Add(await WriteAsync(folder, BackupScope.PathOf(container, name), content.Value.Content.ToArray(), rows: null, cancellation));
        }
        return files;
    }

    private static async Task<BackupFile> WriteAsync(string folder, string path, byte[] content, int? rows, CancellationToken cancellation)
    {
        var target = BackupScope.Within(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target) ?? folder);
        await File.WriteAllBytesAsync(target, content, cancellation);
        return new BackupFile(path, content.LongLength, Convert.ToHexStringLower(SHA256.HashData(content)), rows);
    }
}
