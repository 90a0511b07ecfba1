using Reporting.Bulletins.Documents;
using Testing;

namespace Reporting.Tests.Bulletins.Word;

public sealed class OfficeSuiteTests
{
    /// <summary>One run for all: starting LibreOffice costs more than what it does.</summary>
    [Fact]
    public async Task LibreOffice_ShowsEveryParagraphCellAndFigure_OfEveryIssue()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, compose) in Issues.All)
            await File.WriteAllBytesAsync(Path.Combine(folder.Path, name + ".docx"), WordFile.Renderer.Render(compose()), TestContext.Current.CancellationToken);

        var shown = await OfficeSuite.ToPdfAsync(folder.Path, "*.docx", TestContext.Current.CancellationToken);

        Assert.Equal(Issues.All.Count, shown.Count);
        foreach (var (name, compose) in Issues.All)
        {
            var document = compose();
            var text = await TextAreaAsync(shown[name]);
            var pieces = document.Blocks.SelectMany(b => b is FigureBlock figure ? Figure(figure) : Pieces.Of(b)).Select(Bare).Where(p => p.Length > 0);
            Assert.All(pieces, piece => Assert.True(text.Contains(piece, StringComparison.Ordinal), $"{name}: {piece}"));
        }
    }

    [Fact]
    public async Task LibreOffice_NumbersEveryPage_AndMarksIt()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "bulletin.docx"), WordFile.Renderer.Render(Issues.All["bulletin"]()), TestContext.Current.CancellationToken);

        var shown = await OfficeSuite.ToPdfAsync(folder.Path, "*.docx", TestContext.Current.CancellationToken);

        var read = await ExternalTool.PdfToText.RunAsync(TestContext.Current.CancellationToken, shown["bulletin"], "-");
        var pages = read.Output.TrimEnd('\f').Split('\f');
        Assert.True(pages.Length > 3);
        Assert.All(pages.Select((page, i) => (Text: Bare(page), Number: i + 1)), page =>
        {
            Assert.Contains($"—{page.Number}—", page.Text, StringComparison.Ordinal);
            Assert.Contains("演示数据", page.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task LibreOffice_OpensNoBrokenFile()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "broken.docx"), WordFile.Renderer.Render(Issues.All["bulletin"]())[..^900], TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidDataException>(() => OfficeSuite.ToPdfAsync(folder.Path, "*.docx", TestContext.Current.CancellationToken));
    }

    /// <summary>What stands in the chart and below it.</summary>
    private static IEnumerable<string> Figure(FigureBlock figure) => [figure.Caption.Text, .. figure.Chart.Labels.Select(p => p.Text)];

    /// <summary>What stands between the running lines, in the order in which it was drawn: 28 and 37 mm from the corner, 156 mm by 225 mm.</summary>
    private static async Task<string> TextAreaAsync(string pdf)
    {
        var read = await ExternalTool.PdfToText.RunAsync(TestContext.Current.CancellationToken, "-raw", "-r", "254", "-x", "260", "-y", "365", "-W", "1600", "-H", "2265", pdf, "-");
        return Bare(read.Output);
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
