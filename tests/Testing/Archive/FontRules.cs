using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Graphics.Operations.TextState;
using UglyToad.PdfPig.Tokens;

namespace Testing.Archive;

/// <summary>Every font is embedded and says what character each code that is shown stands for (6.3.4, 6.3.8).</summary>
internal static partial class FontRules
{
    public static IEnumerable<string> FaultsOf(TaggedPdf file)
    {
        var known = new Dictionary<long, Dictionary<int, string>>();
        foreach (var page in file.Pages)
        {
            var fonts = file.Dictionary(file.Dictionary(page.Page.Dictionary.Data["Resources"])?.Data.GetValueOrDefault("Font"));
            var (font, name) = ((Dictionary<int, string>?)null, "");
            foreach (var operation in page.Page.Operations)
            {
                if (operation is SetFontAndSize set && fonts?.Data.GetValueOrDefault(set.Font.Data) is IndirectReferenceToken reference)
                {
                    name = set.Font.Data;
                    if (!known.TryGetValue(reference.Data.ObjectNumber, out font))
                    {
                        known[reference.Data.ObjectNumber] = font = Codes(file, reference);
                        foreach (var fault in Embedding(file, reference, name))
                            yield return fault;
                    }
                }
                else if (operation is ShowText show)
                {
                    foreach (var code in CodesOf(show))
                        if (font is null || !font.TryGetValue(code, out var text) || text.Length == 0 || text is "\0" or "\uFEFF" or "\uFFFE")
                            yield return $"6.3.8: page {page.Index + 1}: code {code} of font {name} stands for no character.";
                }
                else if (operation is ShowTextsWithPositioning)
                {
                    yield return $"Page {page.Index + 1}: text is shown in a way that is not looked at here.";
                }
            }
        }
    }

    private static IEnumerable<string> Embedding(TaggedPdf file, IToken token, string name)
    {
        var font = file.Dictionary(token);
        var descendant = file.Array(font?.Data.GetValueOrDefault("DescendantFonts")) is [var only] ? file.Dictionary(only) : null;
        var descriptor = file.Dictionary(descendant?.Data.GetValueOrDefault("FontDescriptor"));
        if (file.Resolve(descriptor?.Data.GetValueOrDefault("FontFile2")) is not StreamToken || file.Resolve(descriptor?.Data.GetValueOrDefault("CIDSet")) is not StreamToken)
            yield return $"6.3.4, 6.3.5: font {name} is not embedded, or does not say which glyphs are.";
        if (file.Name(font?.Data.GetValueOrDefault("BaseFont")) is not { } baseName || !SubsetName().IsMatch(baseName) || baseName.Length > 127)
            yield return $"6.3.5: font {name} has no subset's name.";
    }

    /// <summary>The font's own map from codes to text, as ToUnicode has it.</summary>
    private static Dictionary<int, string> Codes(TaggedPdf file, IToken token)
    {
        if (file.Resolve(file.Dictionary(token)?.Data.GetValueOrDefault("ToUnicode")) is not StreamToken stream)
            return [];
        var map = Encoding.ASCII.GetString(file.Decode(stream).Span);
        return Pairs().Matches(map).ToDictionary(
            pair => int.Parse(pair.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            pair => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(pair.Groups[2].Value)));
    }

    private static IEnumerable<int> CodesOf(ShowText show)
    {
        var bytes = show.Bytes is { Length: > 0 } given ? given.ToArray() : Encoding.Latin1.GetBytes(show.Text ?? "");
        for (var i = 0; i + 1 < bytes.Length; i += 2)
            yield return (bytes[i] << 8) | bytes[i + 1];
        if (bytes.Length % 2 != 0)
            yield return -1;
    }

    [GeneratedRegex("^<([0-9A-F]{4})><([0-9A-F]+)>$", RegexOptions.Multiline)]
    private static partial Regex Pairs();

    [GeneratedRegex("^[A-Z]{6}\\+[A-Za-z0-9-]+$")]
    private static partial Regex SubsetName();
}
