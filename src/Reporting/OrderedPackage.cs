using System.IO.Compression;

namespace Reporting;

/// <summary>Makes an Open XML package depend on its content alone: the same parts give the same bytes, whenever they were written.</summary>
internal static class OrderedPackage
{
    // The first moment that a zip archive can name.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The package once more, compressed, its entries sorted and without the time of their writing.</summary>
    public static byte[] Of(MemoryStream package)
    {
        package.Position = 0;
        using var written = new ZipArchive(package, ZipArchiveMode.Read);
        using var file = new MemoryStream();
        using (var ordered = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of contents first, as programs that read from the front expect it; '[' comes before every letter.
            foreach (var entry in written.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = ordered.CreateEntry(entry.FullName, CompressionLevel.Fastest);
                copy.LastWriteTime = NoTime;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }
        return file.ToArray();
    }
}
