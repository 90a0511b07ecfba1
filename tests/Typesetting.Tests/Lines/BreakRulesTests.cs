namespace Typesetting.Tests.Lines;

/// <summary>
/// Where a line may end, after GB/T 15834-2011, 5.1, and CLREQ 3.1: | stands where it may, ¦ where it only should if a line would look worse,
/// ! where it only may before a line ends visibly short.
/// </summary>
public sealed class BreakRulesTests
{
    [Theory]
    [InlineData("完|成|2012年度")]
    [InlineData("2012年¦7月¦25日|起")]
    [InlineData("1—6月份|的")]
    [InlineData("3—5年|内")]
    [InlineData("2008—2012年|间")]
    [InlineData("10%～12%|之|间")]
    [InlineData("10％～12％|之|间")]
    [InlineData("5%—8%|的")]
    [InlineData("3.5–4.0倍|左|右")]
    [InlineData("3-5年|内")]
    [InlineData("约|1 092.6亿元|的")]
    [InlineData("约|1,092.6万辆|的")]
    [InlineData("约|1\u00A0092.6亿元|的")]
    [InlineData("用|30 MW|的")]
    [InlineData("达|100 km/h|的")]
    [InlineData("共|30 |Megabytes")]
    [InlineData("第32期|出|版")]
    [InlineData("第 3 期|出|版")]
    [InlineData("2012 年|的")]
    [InlineData("300多亿元|的")]
    [InlineData("300人次|的")]
    [InlineData("12个月|内")]
    [InlineData("5000平方公里|内")]
    [InlineData("低|2.5个!百分点。")]
    [InlineData("25℃|时")]
    [InlineData("12:30|到")]
    [InlineData("1/3|的")]
    [InlineData("见|表¦1|和|图¦2")]
    [InlineData("（任|务¦3，|省|直）")]
    [InlineData("其|中|3人，|余")]
    public void Number_StaysWithWhatItCounts(string stops) => AssertStops(stops);

    [Theory]
    [InlineData("豫¦政〔2012〕5号|文")]
    [InlineData("依|据|豫¦政¦办〔2012〕15号|文")]
    [InlineData("《关|于……|的|通|知》|已|发")]
    [InlineData("执|行|GB/T !9704-2012|版")]
    [InlineData("按|GB !18030|编|码")]
    [InlineData("购|DF-4B|机|车")]
    [InlineData("PM2.5|值")]
    [InlineData("high-¦speed|列|车")]
    [InlineData("state-of-the-¦art|的")]
    [InlineData("it’s|的")]
    [InlineData("‘工|业’|GDP|的")]
    [InlineData("f(x)(y)|的")]
    [InlineData("GDP|（万|亿）|的")]
    [InlineData("1.抓|项|目")]
    [InlineData("①抓|项|目")]
    [InlineData("（一）|抓|项|目")]
    [InlineData("http://¦www.!henan.!gov.!cn/¦zwgk/¦a?¦id=¦5|查")]
    [InlineData("www.!henan.!gov.!cn/¦zwgk|查")]
    public void Name_StaysWhole(string stops) => AssertStops(stops);

    [Theory]
    [InlineData("情|况|——|好|转")]
    [InlineData("郑|州—|洛|阳")]
    [InlineData("他|说\"好\"吧")]
    [InlineData("是／否")]
    [InlineData("阿|里·|木")]
    [InlineData("他|说：|“好。”|走")]
    [InlineData("付|￥100元|的")]
    [InlineData("国\u0301|民")]
    [InlineData("は\u3099|民")]
    public void Mark_StaysWithItsText(string stops) => AssertStops(stops);

    /// <summary>5.1.1 to 5.1.9, with the half-width forms and the brackets of CLREQ beside them.</summary>
    [Theory]
    [InlineData("。，、；：？！．・…‥", ".,;:?!")]
    [InlineData("）》〉”’」』】〕］｝〗", ")]}")]
    [InlineData("·～〜－–／％‰℃々", "%/")]
    public void Line_DoesNotBeginWithIt(string fullWidth, string halfWidth)
    {
        using var set = new TextSet();
        foreach (var mark in fullWidth + halfWidth)
            Assert.StartsWith($"国{mark}", set.StopsOf($"国{mark}国"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("（《〈“‘「『【〔［｛〖", "([{")]
    [InlineData("￥＄", "$£€¥")]
    [InlineData("／", "/")]
    public void Line_DoesNotEndWithIt(string fullWidth, string halfWidth)
    {
        using var set = new TextSet();
        foreach (var mark in fullWidth + halfWidth)
        {
            var stops = set.StopsOf($"国{mark}国");
            Assert.DoesNotContain($"{mark}|", stops, StringComparison.Ordinal);
            Assert.DoesNotContain($"{mark}¦", stops, StringComparison.Ordinal);
        }
    }

    private static void AssertStops(string stops)
    {
        using var set = new TextSet();

        Assert.Equal(stops, set.StopsOf(stops.Replace("|", "", StringComparison.Ordinal).Replace("¦", "", StringComparison.Ordinal).Replace("!", "", StringComparison.Ordinal)));
    }
}
