using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Pdf;
using Reporting.Bulletins.Reports;
using Reporting.Collecting;
using Reporting.Schedule;
using Typesetting.Content;
using Typesetting.Fonts;
using Typesetting.Pdf;
using Block = Reporting.Bulletins.Documents.Block;

namespace Reporting.Tests.Bulletins;

public sealed class FontRepertoireTests
{
    private static readonly FontSet fonts = new FontOptions().Load(AppContext.BaseDirectory);

    [Theory]
    [InlineData("一期厂房主体完工，投资1.2亿元（预计）。\n“百万辆”——①㎡℃‰≥★e\u0301 \u00a0\u3000", null)]
    [InlineData("镕堃喆炜犇㼆𬭎", null)]
    [InlineData("顺利😀", 0x1F600)]
    [InlineData("𠀀", 0x20000)]
    [InlineData("قال", 0x0642)]
    [InlineData("a\u200db", 0x200D)]
    [InlineData("a\tb", 0x9)]
    public void FirstMissing_IsWhatStopsTheRenderer(string text, int? missing)
    {
        var refused = new FontRepertoire(fonts).FirstMissing(text);
        var stopped = Record.Exception(() => PdfDocument.Write(
            new DocumentContent(new DocumentInformation("标题", "作者"), [new Paragraph(text)]), fonts, Stream.Null));

        Assert.Equal(missing, refused?.Value);
        Assert.Equal(missing is not null, stopped is TextException or MissingGlyphException);
    }

    [Theory]
    [InlineData("bulletin", 1)]
    [InlineData("overall", 2)]
    [InlineData("half-year", 2)]
    public void EntryWords_AreSetInTheBodyFontOnly(string kind, int quarter)
    {
        const string words = "标记";
        var content = new EntryContent(
            SelfRating.Blocked,
            10m,
            words,
            words,
            [],
            [.. Enum.GetValues<ProblemKind>().Select(k => new EntryProblem(k, words, words, "land"))],
            [new ProjectUpdate("P1", ProjectStage.UnderConstruction, 100m, 10m, ProblemKind.Land, words)],
            words);
        var report = Given.Report() with { Content = content };
        var indicators = Given.Indicators(words, [], Given.Figure("T07", 600m, "亿元"), Given.Figure("T05", null, "万辆", why: words));
        var plan = Given.Plan([Given.Task(1, report)], indicators, projects: "项目甲");

        var document = ComposeIssue.Compose(Given.Snapshot(plan, new Period(2012, quarter), IssueKind.Of(kind)));

        if (IssueKind.Of(kind) != OverallBulletin.Id)
            Assert.Contains(words, document.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(words, string.Concat(document.Blocks.SelectMany(OtherFonts)), StringComparison.Ordinal);
    }

    private static IEnumerable<string> OtherFonts(Block block) => block switch
    {
        TitleBlock title => title.Lines.Select(l => l.Text),
        HeadingBlock heading => [heading.Text.Text],
        ParagraphBlock paragraph => [paragraph.Lead?.Text ?? ""],
        TableBlock table => [table.Caption.Text, .. table.Columns.Select(c => c.Head), .. table.Rows.Where(r => r.Emphasis).SelectMany(r => r.Cells.Select(c => c.Text.Text))],
        FigureBlock figure => [figure.Caption.Text],
        _ => [],
    };
}
