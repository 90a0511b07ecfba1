using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using static System.Buffers.Binary.BinaryPrimitives;

namespace Typesetting.Fonts;

/// <summary>A parsed TrueType file; immutable, shared by all threads, loaded once per process, and held open as long.</summary>
public sealed class FontFile
{
    /// <summary>No outline comes near; a damaged offset must not ask for gigabytes.</summary>
    private const int MaxOutlineLength = 1 << 20;

    private static readonly ConcurrentDictionary<(string Path, long Length, DateTime Written), Lazy<FontFile>> Loaded = new();

    private readonly CharacterMap characters;
    private readonly int fullWidthDash;
    private readonly Lazy<string> sha256;

    private FontFile(string path, SafeFileHandle file)
    {
        Path = path;
        Tables = new FontTables(path, file);
        characters = new CharacterMap(path, Tables["cmap"]);
        Metrics = new FontMetrics(path, Tables);
        var dash = characters.GlyphOf('—');
        fullWidthDash = dash != 0 && Tables.TryGet("GSUB", out var substitutions) ? FullWidthForms.Of(substitutions.Span, dash) : dash;
        sha256 = new Lazy<string>(() => Hash(path));
    }

    public string Path { get; }

    /// <summary>The PostScript name inside the file.</summary>
    public string Name => Metrics.PostScriptName;

    /// <summary>Hash of the whole file, lower-case hexadecimal.</summary>
    public string Sha256 => sha256.Value;

    internal FontTables Tables { get; }
    internal FontMetrics Metrics { get; }

    /// <summary>Reads and checks a font file with TrueType outlines (glyf).</summary>
    /// <exception cref="FontException">The file is missing, damaged, or a CFF, collection or WOFF file.</exception>
    public static FontFile Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var full = System.IO.Path.GetFullPath(path);
        var file = new FileInfo(full);
        if (!file.Exists)
            throw new FontException(path, "不存在；请检查设置，或先运行 npm ci", "does not exist; check the setting, or run npm ci first");
        var key = (full, file.Length, file.LastWriteTimeUtc);
        var loading = Loaded.GetOrAdd(key, static (_, name) => new Lazy<FontFile>(() => Read(name)), path);
        try
        {
            return loading.Value;
        }
        catch (FontException)
        {
            Loaded.TryRemove(new(key, loading)); // What is wrong with it may be mended; the next call looks again.
            throw;
        }
    }

    /// <summary>The first character of the text that this font cannot draw, as a code point, or null.</summary>
    public int? FirstMissing(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value != '\n' && GlyphOf(rune.Value) == 0)
                return rune.Value;
        return null;
    }

    /// <summary>The glyph of a code point; 0 where the font has none.</summary>
    internal int GlyphOf(int codePoint)
    {
        var glyph = codePoint == '—' ? fullWidthDash : characters.GlyphOf(codePoint);
        if (glyph == 0)
            glyph = Substitute(codePoint) is { } other ? characters.GlyphOf(other) : 0;
        return glyph < Metrics.GlyphCount ? glyph : 0;
    }

    /// <summary>Advance width in font units.</summary>
    internal int AdvanceOf(int glyph)
    {
        var last = Math.Min(glyph, Metrics.LongMetricCount - 1);
        return ReadUInt16BigEndian(Tables["hmtx"].Span[(4 * last)..]);
    }

    internal int LeftBearingOf(int glyph)
    {
        var metrics = Tables["hmtx"].Span;
        return glyph < Metrics.LongMetricCount
            ? ReadInt16BigEndian(metrics[((4 * glyph) + 2)..])
            : ReadInt16BigEndian(metrics[((4 * Metrics.LongMetricCount) + (2 * (glyph - Metrics.LongMetricCount)))..]);
    }

    /// <summary>Where the outline of a glyph lies among the outlines; empty for a blank one.</summary>
    internal (long Offset, int Length) OutlineOf(int glyph)
    {
        var loca = Tables["loca"].Span;
        var (from, to) = Metrics.LongOffsets
            ? (ReadUInt32BigEndian(loca[(4 * glyph)..]), ReadUInt32BigEndian(loca[((4 * glyph) + 4)..]))
            : (2u * ReadUInt16BigEndian(loca[(2 * glyph)..]), 2u * ReadUInt16BigEndian(loca[((2 * glyph) + 2)..]));
        if (from > to || to > Tables.OutlinesLength || to - from is (> 0 and < 10) or > MaxOutlineLength)
            throw new FontException(Path, $"已损坏（字形 {glyph}）", $"is damaged (glyph {glyph})");
        return (from, (int)(to - from));
    }

    /// <summary>The upper edge of a glyph in font units; 0 for a blank one.</summary>
    internal int TopOf(int glyph)
    {
        var (offset, length) = OutlineOf(glyph);
        if (length == 0)
            return 0;
        Span<byte> header = stackalloc byte[10];
        Tables.ReadOutlines(offset, header);
        return ReadInt16BigEndian(header[8..]);
    }

    /// <summary>How far the outline of a glyph reaches to the left and to the right of its origin, in font units; 0 and 0 for a blank one.</summary>
    internal (int Left, int Right) InkOf(int glyph)
    {
        var (offset, length) = OutlineOf(glyph);
        if (length == 0)
            return (0, 0);
        Span<byte> header = stackalloc byte[10];
        Tables.ReadOutlines(offset, header);
        return (ReadInt16BigEndian(header[2..]), ReadInt16BigEndian(header[6..]));
    }

    /// <summary>Blanks that differ only in whether a line may break at them share a glyph.</summary>
    private static int? Substitute(int codePoint) => codePoint switch
    {
        0x00A0 or 0x202F or 0x2009 => ' ',
        _ => null,
    };

    private static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static FontFile Read(string path)
    {
        SafeFileHandle? file = null;
        try
        {
            file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.RandomAccess);
            return new FontFile(path, file);
        }
        catch (Exception error)
        {
            file?.Dispose();
            switch (error)
            {
                case IOException or UnauthorizedAccessException:
                    throw new FontException(path, "无法读取：" + error.Message, "cannot be read: " + error.Message);
                case ArgumentOutOfRangeException:
                    throw new FontException(path, "已损坏（数据不完整）", "is damaged (data ends early)");
                default:
                    throw;
            }
        }
    }
}
