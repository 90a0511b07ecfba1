using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;

namespace Reporting.Storage.Backup;

/// <summary>
/// Writes a backup into a storage account. It adds and never changes: what is there already has to be the same, so that an import that was broken
/// off is simply run again, and one into an account that has gone on since is refused.
/// </summary>
public sealed class ImportProgramme(StorageConnection connection)
{
    private const int MostInATransaction = 100;

    /// <exception cref="InvalidDataException">The backup is not whole, or the account has other content under the same key.</exception>
    public async Task<BackupContents> RunAsync(string folder, CancellationToken cancellation)
    {
        var contents = await BackupContents.ReadAsync(folder, cancellation);
        // All of it is looked at before anything is written.
        foreach (var file in contents.Files)
            await ReadAsync(folder, file, cancellation);
        foreach (var file in contents.Files.Where(f => f.Rows is null))
            await BlobAsync(BackupScope.BlobOf(file.Path), await ReadAsync(folder, file, cancellation), cancellation);
        foreach (var file in contents.Files.Where(f => f.Rows is not null))
            await TableAsync(BackupScope.TableOf(file.Path), file, await ReadAsync(folder, file, cancellation), cancellation);
        return contents;
    }

    private static async Task<byte[]> ReadAsync(string folder, BackupFile file, CancellationToken cancellation)
    {
        var path = BackupScope.Within(folder, file.Path);
        if (!File.Exists(path))
            throw new InvalidDataException($"{file.Path} is missing in the backup.");
        var content = await File.ReadAllBytesAsync(path, cancellation);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == file.Sha256 ? content : throw new InvalidDataException($"{file.Path} is not what was backed up.");
    }

    private async Task BlobAsync((string Container, string Name) address, byte[] content, CancellationToken cancellation)
    {
        if (!BackupScope.Containers.Contains(address.Container, StringComparer.Ordinal))
            throw new InvalidDataException($"A backup has no container {address.Container}.");
        var blob = connection.Container(address.Container).GetBlobClient(address.Name);
        try
        {
            var options = new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                HttpHeaders = new BlobHttpHeaders { ContentType = BulletinBlobs.MediaType(address.Name) },
            };
            await StorageCall.RunAsync("write a file", () => blob.UploadAsync(BinaryData.FromBytes(content), options, cancellation), cancellation);
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            var there = await StorageCall.RunAsync("read a file", () => blob.DownloadContentAsync(cancellation), cancellation);
            if (!there.Value.Content.ToMemory().Span.SequenceEqual(content))
                throw new InvalidDataException($"The file {address.Container}/{address.Name} is there already with other content.");
        }
    }

    private async Task TableAsync(string name, BackupFile file, byte[] content, CancellationToken cancellation)
    {
        List<TableEntity> rows = [.. Encoding.UTF8.GetString(content).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(BackupRow.Read)];
        if (rows.Count != file.Rows || !BackupScope.Tables("any").Any(t => t.Table == name))
            throw new InvalidDataException($"{file.Path} has not the rows that the backup names.");
        var table = connection.Table(name);
        foreach (var partition in rows.GroupBy(row => row.PartitionKey, StringComparer.Ordinal))
        {
            foreach (var some in partition.Chunk(MostInATransaction))
                await AddAsync(table, some, cancellation);
        }
    }

    private static async Task AddAsync(TableClient table, TableEntity[] rows, CancellationToken cancellation)
    {
        try
        {
            await StorageCall.RunAsync(
                "write rows", () => table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellation), cancellation);
        }
        catch (RequestFailedException some) when (some.Status is 409 or 413)
        {
            // Some are there already, from an import that was broken off, or they are too long together.
            foreach (var row in rows)
                await AddAsync(table, row, cancellation);
        }
    }

    private static async Task AddAsync(TableClient table, TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await StorageCall.RunAsync("write a row", () => table.AddEntityAsync(row, cancellation), cancellation);
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            var there = await StorageCall.FindRowAsync("read a row", table, row.PartitionKey, row.RowKey, cancellation);
            if (there is null || BackupRow.Write(there) != BackupRow.Write(row))
                throw new InvalidDataException($"The row {table.Name} {row.PartitionKey} {row.RowKey} is there already with other content.");
        }
    }
}
