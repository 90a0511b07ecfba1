using System.Text;
using Microsoft.Extensions.Options;
using Reporting.Bulletins;
using Reporting.Bulletins.Pdf;
using Reporting.Bulletins.Reports;
using Reporting.Schedule;
using UglyToad.PdfPig;

namespace Reporting.Tests.Bulletins;

public sealed class PdfRendererTests
{
    private static readonly PdfRenderer renderer = new(new FontOptions().Load(AppContext.BaseDirectory));

    [Theory]
    [InlineData("bulletin", 1, "通报")]
    [InlineData("overall", 2, "总通报")]
    [InlineData("half-year", 2, "半年小结")]
    public void Pdf_ReopensWithTheFiguresPosted(string kind, int quarter, string name)
    {
        var snapshot = TraceTests.Eventful(IssueKind.Of(kind), quarter) with { Demonstration = true };
        var document = ComposeIssue.Compose(snapshot);

        using var pdf = PdfDocument.Open(renderer.Render(document));

        var text = new StringBuilder();
        foreach (var page in pdf.GetPages())
        {
            var letters = string.Concat(page.Letters.Select(l => l.Value));
            Assert.Contains("演示数据", letters, StringComparison.Ordinal);
            text.Append(letters);
        }
        var read = text.Replace(" ", "").Replace("　", "").ToString();
        foreach (var expected in (string[])[name, "第7期", "2012年7月27日", "600亿元", "33.3万辆", "286亩", "省国土资源厅", "自动签发"])
        {
            if (IssueKind.Of(kind) != OverallBulletin.Id || expected is not ("33.3万辆" or "286亩"))
                Assert.Contains(expected, read, StringComparison.Ordinal);
        }
        Assert.Equal(document.Title, pdf.Information.Title);
    }

    [Fact]
    public void Pdf_HasTheSameBytes_EveryTime()
    {
        var document = ComposeIssue.Compose(TraceTests.Eventful(PlanBulletin.Id, 1));

        Assert.Equal(renderer.Render(document), renderer.Render(document));
    }

    [Fact]
    public void MissingFont_IsNamedWithItsKey_AndWhatToDo()
    {
        var options = new FontOptions { Body = "no/such.ttf", Kai = "/none.ttf" };

        var refused = Assert.Throws<OptionsValidationException>(() => options.Load(AppContext.BaseDirectory));

        Assert.Collection(
            refused.Failures,
            body =>
            {
                Assert.Contains("Fonts:Body 的字体文件“no/such.ttf”不存在", body, StringComparison.Ordinal);
                Assert.Contains("Run npm ci", body, StringComparison.Ordinal);
            },
            kai => Assert.Contains("Fonts:Kai", kai, StringComparison.Ordinal));
    }
}
