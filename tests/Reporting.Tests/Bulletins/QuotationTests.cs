using Reporting.Bulletins.Sentences;

namespace Reporting.Tests.Bulletins;

public sealed class QuotationTests
{
    [Theory]
    [InlineData("厂房完工", "厂房完工。")]
    [InlineData(" 厂房完工。\n", "厂房完工。")]
    [InlineData("厂房完工。。", "厂房完工。")]
    [InlineData("厂房完工，。", "厂房完工。")]
    [InlineData("厂房完工；", "厂房完工。")]
    [InlineData("厂房完工！", "厂房完工！")]
    [InlineData("厂房完工,设备到位.", "厂房完工，设备到位。")]
    [InlineData("投资3.5亿元,占9%", "投资3.5亿元，占9%。")]
    [InlineData("第一条\r\n第二条", "第一条第二条。")]
    [InlineData("采用 ISO 9001 标准", "采用ISO 9001标准。")]
    [InlineData("一期(二标段)完工", "一期（二标段）完工。")]
    [InlineData("建设IT(信息技术)产业园", "建设IT（信息技术）产业园。")]
    [InlineData("采用DNC(V2)系统", "采用DNC(V2)系统。")]
    [InlineData("。", "")]
    [InlineData("  ", "")]
    [InlineData(null, "")]
    public void Sentence_KeepsTheWords_AndEndsOnce(string? text, string expected) => Assert.Equal(expected, Quotation.Sentence(text));

    [Fact]
    public void Clause_HasNoFullStopAtItsEnd() => Assert.Equal("厂房完工", Quotation.Clause("厂房完工。"));

    [Fact]
    public void LongText_EndsAfterAWholeSentence()
    {
        var text = new string('甲', 100) + "。" + new string('乙', 100) + "。";

        Assert.Equal(new string('甲', 100) + "。", Quotation.Sentence(text));
    }

    [Theory]
    [InlineData('，', 100)]
    [InlineData('甲', 180)]
    public void LongTextWithoutAFullStop_SaysThatItWasCut(char at, int length)
    {
        var text = new string('甲', 100) + at + new string('甲', 3899);

        Assert.Equal(new string('甲', length) + "……（下略）", Quotation.Sentence(text));
    }

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(14, "十四")]
    [InlineData(20, "二十")]
    [InlineData(99, "九十九")]
    public void Chinese_CountsAsSpoken(int value, string expected) => Assert.Equal(expected, Numbers.Chinese(value));

    [Theory]
    [InlineData("379000", "37.9亿元")]
    [InlineData("378512.5", "37.85125亿元")]
    [InlineData("9999", "9999万元")]
    [InlineData("0", "0万元")]
    public void Money_IsExact(string tenThousands, string expected) =>
        Assert.Equal(expected, Numbers.Money(decimal.Parse(tenThousands, System.Globalization.CultureInfo.InvariantCulture)));
}
