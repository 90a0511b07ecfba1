using System.Buffers.Binary;
using System.Text;
using Testing;
using Typesetting.Content;
using Typesetting.Fonts;
using Typesetting.Pdf;

namespace Typesetting.Tests.Fonts;

public sealed class FontSubsetTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".ttf");
    private readonly FontFile tiny;

    public FontSubsetTests()
    {
        File.WriteAllBytes(path, TinyFont.Build());
        tiny = FontFile.Load(path);
    }

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData('A', TinyFont.A)]
    [InlineData('B', TinyFont.B)]
    [InlineData('一', TinyFont.A)]
    [InlineData('C', 0)]
    [InlineData('@', 0)]
    public void GlyphOf_ReadsFormatFour(char c, int glyph) => Assert.Equal(glyph, tiny.GlyphOf(c));

    [Fact]
    public void Subset_NumbersAnewWithTheParts_WhenAGlyphIsComposite()
    {
        using var font = new DocumentFont(tiny, 1);
        font.CidOf('B');
        using var written = new PdfBuffer();

        var subset = new FontSubset(font);
        subset.Write(written);

        Assert.Equal(4, subset.GlyphCount); // .notdef, B, then its parts A and the square.
        var composite = Table(written.Written, "glyf")[..28];
        Assert.Equal(-1, BinaryPrimitives.ReadInt16BigEndian(composite));
        Assert.Equal(2, BinaryPrimitives.ReadUInt16BigEndian(composite[12..]));
        Assert.Equal(3, BinaryPrimitives.ReadUInt16BigEndian(composite[18..]));
        Assert.Equal([500, 600, 600, 600], Enumerable.Range(0, 4).Select(i => (int)BinaryPrimitives.ReadUInt16BigEndian(TableOf(written, "hmtx").AsSpan(4 * i))));
    }

    [Fact]
    public void Subset_HoldsTheChecksum_ThatTheFormatAsksFor()
    {
        using var font = new DocumentFont(TestFonts.Set.Body, 1);
        foreach (var c in "河南省优化产业结构2012")
            font.CidOf(c);
        using var written = new PdfBuffer();

        new FontSubset(font).Write(written);

        var sum = 0u;
        for (var i = 0; i < written.Count; i += 4)
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(written.Written[i..]));
        Assert.Equal(0xB1B0AFBA, sum);
    }

    [Fact]
    public async Task Pdf_IsValid_WithAFontOfOtherUnitsAndACompositeGlyph()
    {
        var content = SampleBulletin.Of(new Paragraph("ABBA一")) with { Layout = PageLayout.Official with { PageNumbers = false } };
        using var target = new MemoryStream();
        PdfDocument.Write(content, new FontSet(tiny, tiny), target);
        var file = Path.ChangeExtension(path, ".pdf");
        await File.WriteAllBytesAsync(file, target.ToArray(), TestContext.Current.CancellationToken);

        var preflight = await ExternalTool.Preflight.RunAsync(TestContext.Current.CancellationToken, ExternalTool.PreflightArguments(file));
        var text = await ExternalTool.PdfToText.RunAsync(TestContext.Current.CancellationToken, file, "-");
        File.Delete(file);

        Assert.Contains("is a valid PDF/A-1b file", preflight.Output, StringComparison.Ordinal);
        Assert.Equal("ABBA一", text.Output.Trim());
    }

    [Fact]
    public void Write_EmbedsNoFont_OfWhichNothingIsShown()
    {
        var named = Written.Of(new Paragraph([new Run("甲"), new Run("") { Font = FontRole.Heading }]));

        Assert.Equal(Written.Of(new Paragraph("甲")).Bytes, named.Bytes);
    }

    [Fact]
    public void Write_WritesNothing_WhenACharacterIsMissing()
    {
        using var target = new MemoryStream();

        Assert.Throws<MissingGlyphException>(() => PdfDocument.Write(SampleBulletin.Of(new Paragraph("AB"), new Paragraph("C")), new FontSet(tiny, tiny), target));

        Assert.Equal(0, target.Length);
    }

    private static byte[] TableOf(PdfBuffer font, string tag) => Table(font.Written, tag).ToArray();

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> font, string tag)
    {
        for (var at = 12; ; at += 16)
            if (Encoding.ASCII.GetString(font.Slice(at, 4)) == tag)
                return font.Slice(BinaryPrimitives.ReadInt32BigEndian(font[(at + 8)..]), BinaryPrimitives.ReadInt32BigEndian(font[(at + 12)..]));
    }
}
