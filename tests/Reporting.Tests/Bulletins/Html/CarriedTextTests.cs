using Reporting.Bulletins.Html;

namespace Reporting.Tests.Bulletins.Html;

public sealed class CarriedTextTests
{
    [Theory]
    [InlineData("汽车产业 600亿元", "汽车产业 600亿元")]
    [InlineData("a\0b", "a�b")]
    [InlineData("a\u0001\u001F\u007F\u0085b", "a���\nb")] // U+0085 is a line end.
    [InlineData("a\u009Fb", "a�b")]
    [InlineData("a\tb", "a b")]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("a\uFFFE\uFDD0b", "a��b")]
    [InlineData("甲\u202E乙\u2066丙", "甲�乙�丙")]
    [InlineData("𠮷\U0001FFFE", "𠮷�")]
    [InlineData("<b>&\"'", "<b>&\"'")]
    public void Text_IsCarriedAsFarAsHtmlCan(string text, string carried) => Assert.Equal(carried, CarriedText.Of(text));

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDFFF)]
    public void LoneSurrogate_IsReplaced(int unit) => Assert.Equal("a�b", CarriedText.Of($"a{(char)unit}b"));
}
