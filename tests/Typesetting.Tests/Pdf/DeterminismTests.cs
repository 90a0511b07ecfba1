using System.Globalization;
using Typesetting.Content;

namespace Typesetting.Tests.Pdf;

public sealed class DeterminismTests
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    [InlineData("de-DE")]
    [InlineData("zh-CN")]
    public void Bytes_AreTheSame_InEveryCulture(string culture)
    {
        var expected = InCulture(CultureInfo.InvariantCulture);

        Assert.Equal(expected, InCulture(new CultureInfo(culture)));
    }

    [Fact]
    public void Bytes_AreTheSame_OnFourThreads()
    {
        var expected = Written.Of(SampleBulletin.OfPages(4)).Bytes;
        var written = new byte[8][];

        Parallel.For(0, written.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => written[i] = Written.Of(SampleBulletin.OfPages(4)).Bytes);

        Assert.All(written, bytes => Assert.Equal(expected, bytes));
    }

    [Fact]
    public void Bytes_Differ_WhenOneCharacterDoes() =>
        Assert.NotEqual(Written.Of(new Paragraph("完成47.5%")).Bytes, Written.Of(new Paragraph("完成47.6%")).Bytes);

    private static byte[] InCulture(CultureInfo culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return Written.Of(SampleBulletin.OfPages(3)).Bytes;
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
