using System.Collections.Concurrent;
using System.Security.Cryptography;
using static System.Buffers.Binary.BinaryPrimitives;

namespace Typesetting.Fonts;

/// <summary>A parsed TrueType file; immutable, shared by all threads, loaded once per process.</summary>
public sealed class FontFile
{
    private static readonly ConcurrentDictionary<(string Path, long Length, DateTime Written), Lazy<FontFile>> Loaded = new();

    private readonly byte[] data;
    private readonly CharacterMap characters;
    private readonly Lazy<string> sha256;

    private FontFile(string path, byte[] data)
    {
        Path = path;
        this.data = data;
        Tables = new FontTables(path, data);
        characters = new CharacterMap(path, Tables["cmap"]);
        Metrics = new FontMetrics(path, Tables);
        sha256 = new Lazy<string>(() => Convert.ToHexStringLower(SHA256.HashData(this.data)));
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
        return Loaded.GetOrAdd(key, static (_, name) => new Lazy<FontFile>(() => Read(name)), path).Value;
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
        var glyph = characters.GlyphOf(codePoint);
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

    /// <summary>The outline of a glyph as it stands in the file; empty for a blank one.</summary>
    internal ReadOnlySpan<byte> OutlineOf(int glyph)
    {
        var loca = Tables["loca"].Span;
        var (from, to) = Metrics.LongOffsets
            ? (ReadUInt32BigEndian(loca[(4 * glyph)..]), ReadUInt32BigEndian(loca[((4 * glyph) + 4)..]))
            : (2u * ReadUInt16BigEndian(loca[(2 * glyph)..]), 2u * ReadUInt16BigEndian(loca[((2 * glyph) + 2)..]));
        var outlines = Tables["glyf"].Span;
        if (from > to || to > outlines.Length || (to > from && to - from < 10))
            throw new FontException(Path, $"已损坏（字形 {glyph}）", $"is damaged (glyph {glyph})");
        return outlines[(int)from..(int)to];
    }

    /// <summary>Blanks that differ only in whether a line may break at them share a glyph.</summary>
    private static int? Substitute(int codePoint) => codePoint switch
    {
        0x00A0 or 0x202F or 0x2009 => ' ',
        _ => null,
    };

    private static FontFile Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FontException(path, "无法读取：" + error.Message, "cannot be read: " + error.Message);
        }

        try
        {
            return new FontFile(path, bytes);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new FontException(path, "已损坏（数据不完整）", "is damaged (data ends early)");
        }
    }
}
