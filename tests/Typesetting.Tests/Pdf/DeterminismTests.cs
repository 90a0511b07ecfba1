using System.Globalization;
using Testing;
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

    [Theory]
    [InlineData("2031-02-03 04:05:06", "tr_TR", "America/St_Johns", "tr-TR 2031-02-03 -03:30")]
    [InlineData("2012-12-31 12:00:00", "ar_EG", "Pacific/Kiritimati", "ar-EG 2012-12-31 +14:00")]
    public async Task Bytes_AreTheSame_InAnotherProcess_OnAnotherDay_InAnotherLanguageAndZone(string day, string culture, string zone, string surroundings)
    {
        var other = await OtherProcess.RunAsync(GetType(), nameof(Bytes_AreTheSame_WrittenTwice), day, culture, zone, TestContext.Current.CancellationToken);

        Assert.Equal(surroundings, other.Surroundings);
        Assert.Equal(Everything(), other.Bytes);
    }

    /// <summary>Also what the other process runs.</summary>
    [Fact]
    public async Task Bytes_AreTheSame_WrittenTwice()
    {
        var first = Everything();

        Assert.Equal(first, Everything());
        await OtherProcess.WriteAsync(first, TestContext.Current.CancellationToken);
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

    /// <summary>All kinds of document, one after the other.</summary>
    private static byte[] Everything() => [.. ArchiveDocuments.All().Where(document => document.Name != "300 pages").SelectMany(document => Written.Of(document.Content).Bytes)];

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
