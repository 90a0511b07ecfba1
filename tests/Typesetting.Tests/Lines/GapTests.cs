using Typesetting.Lines;

namespace Typesetting.Tests.Lines;

public sealed class GapTests
{
    /// <summary>Readers order text by where squares begin: one that began where the glyph before it does could be read first.</summary>
    [Theory]
    [InlineData(3.6, 8)]
    [InlineData(8, 8)]
    [InlineData(15.8, 8)]
    public void OpeningMark_BeginsBehindTheGlyphItFollows_HoweverFarItIsSqueezed(double advance, double blank)
    {
        var taken = Gap.BlankBetween(
            new Glyph { CodePoint = 'i', Class = CharacterClass.Word, Advance = advance },
            new Glyph { CodePoint = '（', Class = CharacterClass.Opening, FullWidth = true, Advance = 15.8, BlankHalf = (float)blank });

        Assert.InRange(taken, Math.Min(advance, blank) / 2, Math.Min(0.9 * advance, blank));
    }
}
