using System.IO.Compression;
using System.Xml;

namespace Reporting.Workbooks.Reading;

/// <summary>
/// The zip archive around a workbook. Nothing is unpacked but the parts that are read, and every byte that comes out is counted against one
/// limit, whatever the archive says about itself; so a bomb costs no more than a large workbook.
/// </summary>
internal sealed class PackageFile : IDisposable
{
    /// <summary>A workbook of ours has 12.</summary>
    public const int MostEntries = 300;

    /// <summary>Of everything that is unpacked, in bytes; the largest unit's workbook has about 2 MB.</summary>
    public const int MostInflated = 32 * 1024 * 1024;

    /// <summary>Unpacked to packed, of one part; a sheet of nothing but formatted empty cells has about 40.</summary>
    public const int MostRatio = 250;

    private const int SmallPart = 1024 * 1024;

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries;
    private long left = MostInflated;

    private PackageFile(ZipArchive archive, Dictionary<string, ZipArchiveEntry> entries) => (this.archive, this.entries) = (archive, entries);

    /// <exception cref="WorkbookException">It is no zip archive, or one that no spreadsheet program writes.</exception>
    public static PackageFile Open(byte[] file)
    {
        if (file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new WorkbookException(WorkbookFault.OldOrEncrypted);
        if (!file.AsSpan().StartsWith("PK"u8))
            throw new WorkbookException(WorkbookFault.NoWorkbook);
        var archive = Guarded(() => new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read));
        try
        {
            return new PackageFile(archive, Guarded(() => Entries(archive)));
        }
        catch (WorkbookException)
        {
            archive.Dispose();
            throw;
        }
    }

    public bool Has(Func<string, bool> name) => entries.Keys.Any(name);

    /// <summary>A part as XML without document type and without anything from elsewhere; null when the archive does not have it.</summary>
    /// <param name="name">Without a leading slash.</param>
    /// <exception cref="WorkbookException">It cannot be unpacked, or not within the limit.</exception>
    public XmlReader? OpenXml(string name)
    {
        if (!entries.TryGetValue(name, out var entry))
            return null;
        var content = Guarded(() => Inflate(entry));
        return XmlReader.Create(new MemoryStream(content, writable: false), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = MostInflated,
            CloseInput = true,
        });
    }

    public void Dispose() => archive.Dispose();

    private static Dictionary<string, ZipArchiveEntry> Entries(ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries)
            throw new WorkbookException(WorkbookFault.TooLarge);
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
        {
            // Two parts of one name: programs differ in which they show.
            if (!entries.TryAdd(entry.FullName.Replace('\\', '/'), entry))
                throw new WorkbookException(WorkbookFault.Broken);
        }
        return entries;
    }

    private byte[] Inflate(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
            throw new WorkbookException(WorkbookFault.OldOrEncrypted);
        if (entry.Length > left || entry.Length > SmallPart && entry.Length / MostRatio > entry.CompressedLength)
            throw new WorkbookException(WorkbookFault.TooLarge);
        using var from = entry.Open();
        using var content = new MemoryStream();
        var chunk = new byte[32 * 1024];
        int read;
        while ((read = from.Read(chunk)) > 0)
        {
            left -= read;
            if (left < 0 || content.Length + read > SmallPart && (content.Length + read) / MostRatio > entry.CompressedLength)
                throw new WorkbookException(WorkbookFault.TooLarge);
            content.Write(chunk, 0, read);
        }
        return content.ToArray();
    }

    private static T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        // What System.IO.Compression throws for archives that are not whole.
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            throw new WorkbookException(WorkbookFault.Broken, e);
        }
    }
}
