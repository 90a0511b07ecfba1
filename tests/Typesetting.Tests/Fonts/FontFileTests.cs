using Testing;
using Typesetting.Fonts;

namespace Typesetting.Tests.Fonts;

public sealed class FontFileTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".ttf");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Load_NamesTheFileInBothLanguages_WhenItIsMissing()
    {
        var error = Assert.Throws<FontException>(() => FontFile.Load("/nowhere/仿宋.ttf"));

        Assert.Equal("/nowhere/仿宋.ttf", error.Path);
        Assert.Contains("字体文件“/nowhere/仿宋.ttf”不存在", error.Message, StringComparison.Ordinal);
        Assert.Contains("Font file '/nowhere/仿宋.ttf' does not exist", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OTTO", "CFF")]
    [InlineData("ttcf", "collection")]
    [InlineData("wOF2", "web font")]
    [InlineData("wOFF", "web font")]
    [InlineData("%PDF", "not a TrueType font")]
    public void Load_SaysWhatTheFileIs_WhenItCannotBeEmbedded(string signature, string expected)
    {
        File.WriteAllText(path, signature + new string('x', 200));

        var error = Assert.Throws<FontException>(() => FontFile.Load(path));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(11)]
    [InlineData(40)]
    [InlineData(300)]
    [InlineData(20_000)]
    [InlineData(5_000_000)]
    public void Load_CallsTheFileDamaged_WhenItIsCutShort(int length)
    {
        File.WriteAllBytes(path, File.ReadAllBytes(TestFonts.SerifPath).AsSpan(0, length));

        var error = Assert.Throws<FontException>(() => FontFile.Load(path));

        Assert.Contains("damaged", error.Message, StringComparison.Ordinal);
    }

    /// <summary>OpenType, OS/2: 2 restricted, 4 preview and print, 8 editable, 0x100 no subset, 0x200 bitmaps only; of several the mildest holds.</summary>
    [Theory]
    [InlineData(0x0000, true)]
    [InlineData(0x0004, true)]
    [InlineData(0x0008, true)]
    [InlineData(0x000E, true)]
    [InlineData(0x0002, false)]
    [InlineData(0x0104, false)]
    [InlineData(0x0208, false)]
    public void Load_RefusesAFont_ThatItsMakerDoesNotLetBeEmbedded(int permissions, bool taken)
    {
        File.WriteAllBytes(path, TinyFont.Build(permissions));

        var refused = Record.Exception(() => FontFile.Load(path));

        Assert.Equal(taken, refused is null);
        if (refused is not null)
            Assert.Contains("may not be embedded", Assert.IsType<FontException>(refused).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("仿宋 GB-2312.ttf", "GB-2312")]
    [InlineData("小标宋.ttf", "Font")]
    public void Name_IsOneThatAFileCanHold_WhenTheFontHasNone(string fileName, string expected)
    {
        using var folder = new TemporaryFolder();
        var named = Path.Combine(folder.Path, fileName);
        File.WriteAllBytes(named, TinyFont.Build());

        Assert.Equal(expected, FontFile.Load(named).Name);
    }

    [Fact]
    public void Load_ParsesOnce_WhenFourThreadsAskTogether()
    {
        var fonts = new FontFile[4];

        Parallel.For(0, 4, i => fonts[i] = FontFile.Load(TestFonts.SerifPath));

        Assert.All(fonts, font => Assert.Same(fonts[0], font));
    }

    [Fact]
    public void Name_IsThePostScriptName_OfTheFile() => Assert.Equal("NotoSerifSC-Regular", TestFonts.Set.Body.Name);

    [Theory]
    [InlineData("河南省2012年\n", null)]
    [InlineData("进展😀", 0x1F600)]
    [InlineData("𠂇", null)]
    public void FirstMissing_FindsTheCharacter_TheFontCannotDraw(string text, int? expected) =>
        Assert.Equal(expected, TestFonts.Set.Body.FirstMissing(text));
}
