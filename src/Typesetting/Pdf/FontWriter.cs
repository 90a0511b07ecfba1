using System.Security.Cryptography;
using Typesetting.Fonts;

namespace Typesetting.Pdf;

/// <summary>Embeds the used part of a font: Type0, CIDFontType2, Identity-H, widths, ToUnicode, CIDSet.</summary>
internal sealed class FontWriter(PdfFile file, DocumentFont font)
{
    private readonly FontMetrics metrics = font.File.Metrics;

    /// <summary>Writes the font and returns its object number.</summary>
    public int Write()
    {
        var (type0, descendant, descriptor, program, unicode, set) =
            (file.NewObject(), file.NewObject(), file.NewObject(), file.NewObject(), file.NewObject(), file.NewObject());
        var name = Tag() + "+" + metrics.PostScriptName;
        var glyphs = WriteProgram(program);
        WriteToUnicode(unicode);
        WriteSet(set, glyphs);
        file.Begin(type0).Raw("<</Type/Font/Subtype/Type0/BaseFont/"u8).Text(name).Raw("/Encoding/Identity-H/DescendantFonts["u8)
            .Reference(descendant).Raw("]/ToUnicode "u8).Reference(unicode).Raw(">>"u8);
        file.End();
        file.Begin(descendant).Raw("<</Type/Font/Subtype/CIDFontType2/BaseFont/"u8).Text(name)
            .Raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor "u8).Reference(descriptor);
        WriteWidths();
        file.Buffer.Raw(">>"u8);
        file.End();
        WriteDescriptor(descriptor, name, program, set);
        return type0;
    }

    /// <summary>Six letters that are a hash of the glyph set.</summary>
    private string Tag()
    {
        using var text = new PdfBuffer();
        text.Text(font.File.Name);
        for (var i = 1; i < font.CodePoints.Count; i++)
            text.Raw(" "u8).Integer(font.CodePoints[i]);
        var hash = SHA256.HashData(text.Written);
        return string.Create(6, hash, static (letters, bytes) =>
        {
            for (var i = 0; i < letters.Length; i++)
                letters[i] = (char)('A' + (bytes[i] % 26));
        });
    }

    private int WriteProgram(int number)
    {
        using var program = new PdfBuffer();
        var subset = new FontSubset(font);
        subset.Write(program);
        file.Stream(number, program.Written, FormattableString.Invariant($"/Length1 {program.Count}"));
        return subset.GlyphCount;
    }

    private void WriteDescriptor(int number, string name, int program, int set)
    {
        var (left, bottom, right, top) = metrics.Box;
        var buffer = file.Begin(number).Raw("<</Type/FontDescriptor/FontName/"u8).Text(name).Raw("/Flags 4/FontBBox["u8)
            .Number(PerMille(left)).Raw(" "u8).Number(PerMille(bottom)).Raw(" "u8).Number(PerMille(right)).Raw(" "u8).Number(PerMille(top))
            .Raw("]/ItalicAngle 0/Ascent "u8).Number(PerMille(metrics.Ascent)).Raw("/Descent "u8).Number(PerMille(metrics.Descent))
            .Raw("/CapHeight "u8).Number(PerMille(metrics.CapHeight)).Raw("/StemV "u8).Integer(50 + (metrics.Weight / 8));
        buffer.Raw("/FontFile2 "u8).Reference(program).Raw("/CIDSet "u8).Reference(set).Raw(">>"u8);
        file.End();
    }

    private double PerMille(int units) => units * 1000.0 / metrics.UnitsPerEm;

    /// <summary>Full width is the default; stretches of other widths are listed.</summary>
    private void WriteWidths()
    {
        var buffer = file.Buffer.Raw("/DW 1000/W["u8);
        for (var cid = 0; cid < font.Glyphs.Count; cid++)
        {
            if (Width(cid) == 1000)
                continue;
            buffer.Integer(cid).Raw("["u8);
            for (; cid < font.Glyphs.Count && Width(cid) != 1000; cid++)
                buffer.Number(Width(cid)).Raw(" "u8);
            buffer.Raw("]"u8);
        }

        buffer.Raw("]"u8);
    }

    private double Width(int cid) => font.AdvanceOf((ushort)cid) * 1000;

    private void WriteToUnicode(int number)
    {
        using var map = new PdfBuffer();
        map.Raw("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"u8)
            .Raw("/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"u8);
        var last = font.CodePoints.Count - 1;
        for (var from = 1; from <= last; from += 100)
        {
            var count = Math.Min(100, last - from + 1);
            map.Integer(count).Raw(" beginbfchar\n"u8);
            for (var cid = from; cid < from + count; cid++)
            {
                map.Raw("<"u8).Hex(cid).Raw("><"u8);
                var codePoint = font.CodePoints[cid];
                if (codePoint > char.MaxValue)
                    map.Hex(0xD800 + ((codePoint - 0x10000) >> 10)).Hex(0xDC00 + ((codePoint - 0x10000) & 0x3FF));
                else
                    map.Hex(codePoint);
                map.Raw(">\n"u8);
            }

            map.Raw("endbfchar\n"u8);
        }

        map.Raw("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"u8);
        file.Stream(number, map.Written);
    }

    private void WriteSet(int number, int glyphs)
    {
        Span<byte> bits = new byte[(glyphs + 7) / 8];
        for (var cid = 0; cid < glyphs; cid++)
            bits[cid / 8] |= (byte)(0x80 >> (cid % 8));
        file.Stream(number, bits);
    }
}
