using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Reporting.Bulletins.Word;

/// <summary>What Word is told of the file as a whole, and what it puts in the place of a face that a machine lacks.</summary>
internal static class WordSettings
{
    private const string SimplifiedChinese = "86";

    private const string Word = "http://schemas.microsoft.com/office/word";

    public static W.Settings Make() => new(
        new W.Zoom { Percent = "100" },
        new W.EvenAndOddHeaders(),
        new W.CharacterSpacingControl { Val = W.CharacterSpacingValues.CompressPunctuation },
        new W.Compatibility(
            // A line that ends in a break is not stretched.
            new W.DoNotExpandShiftReturn(),
            // Without it Word opens the file in its form of 2007.
            new W.CompatibilitySetting { Name = W.CompatSettingNameValues.CompatibilityMode, Uri = Word, Val = "15" }),
        new W.ThemeFontLanguages { Val = "zh-CN", EastAsia = "zh-CN" },
        new W.DecimalSymbol { Val = "." },
        new W.ListSeparator { Val = "," });

    /// <summary>Each face once; a missing 小标宋 becomes 宋体, a missing 仿宋 or 楷体 its older namesake.</summary>
    public static W.Fonts Fonts(WordOptions faces)
    {
        string[] names = [faces.Body, faces.Heading, faces.Title, faces.Kai, faces.Latin, faces.PageNumber];
        return new W.Fonts(names.Distinct(StringComparer.Ordinal).Select(name => Font(name, Stead(name), name == faces.Heading, IsLatin(name))));
    }

    private static W.Font Font(string name, string? stead, bool sans, bool latin) => new()
    {
        Name = name,
        AltName = stead is null ? null : new W.AltName { Val = stead },
        FontCharSet = new W.FontCharSet { Val = latin ? "00" : SimplifiedChinese },
        FontFamily = new W.FontFamily { Val = sans ? W.FontFamilyValues.Modern : latin ? W.FontFamilyValues.Roman : W.FontFamilyValues.Auto },
        Pitch = new W.Pitch { Val = W.FontPitchValues.Variable },
    };

    private static string? Stead(string name) => name switch
    {
        "仿宋" => "仿宋_GB2312",
        "仿宋_GB2312" => "仿宋",
        "楷体" => "楷体_GB2312",
        "楷体_GB2312" => "楷体",
        "黑体" => "SimHei",
        "宋体" => "SimSun",
        "方正小标宋简体" => "宋体",
        _ => null,
    };

    private static bool IsLatin(string name) => name.All(char.IsAscii);
}
