using DocumentFormat.OpenXml.Packaging;
using Reporting.Bulletins.Documents;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Reporting.Tests.Bulletins.Word;

public sealed class ChartTests
{
    private static readonly CompletionChart Completion = new(
    [
        new CompletionRow(Phrase.Plain("主营业务收入"), 26.1m, 25m, Phrase.Plain("600亿元（26.1%）")),
        new CompletionRow(Phrase.Plain("整车产能"), null, null, Phrase.Plain("未报")),
        new CompletionRow(Phrase.Plain("整车产量"), 104m, 25m, Phrase.Plain("73万辆（104%）")),
    ]);

    private static readonly StageChart Stages = new(
        ["投产", "竣工", "在建", "未开工"],
        [new StageRow(Phrase.Plain("传统优势产业"), [Count(3), Count(0), Count(12), Count(1)], Phrase.Plain("共16个"))]);

    private static readonly QuarterChart Quarters = new(
        ["一季度", "二季度"], [new QuarterGroup(Phrase.Plain("整车产量"), [new QuarterColumn(20m, Phrase.Plain("20%")), new QuarterColumn(-1.5m, Phrase.Plain("−1.5%"))])]);

    public static TheoryData<string> Names => Issues.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Charts_AreChartsOfOffice_WithWords_AndNoPictures(string name)
    {
        var figures = Issues.All[name]().Blocks.OfType<FigureBlock>().ToList();

        using var file = WordFile.Of(Issues.All[name]());

        Assert.Empty(file.Main.ImageParts);
        var frames = file.Body.Descendants<D.Inline>().ToList();
        Assert.Equal(figures.Select(f => f.Alternative.Text), frames.Select(f => f.DocProperties?.Description?.Value));
        Assert.Equal(frames.Count, frames.Select(f => f.DocProperties?.Id?.Value).Distinct().Count());
        Assert.All(figures.Zip(frames), pair =>
        {
            var chart = Chart(file, pair.Second);
            Assert.All(pair.First.Chart.Labels, phrase => Assert.Contains(phrase.Text, chart.InnerText, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Completion_HasABarOfWhatIsDone_AndOneOfWhatIsDue_WithTheirFigures()
    {
        using var file = Figure(Completion);

        var series = Series(file);
        Assert.Equal(["累计完成（%）", "序时进度（%）"], series.Select(s => s.Name));
        Assert.Equal(["0=26.1", "2=104"], series[0].Values);
        Assert.Equal(["0=25", "2=25"], series[1].Values);
        Assert.Equal(["600亿元（26.1%）", "73万辆（104%）"], series[0].Labels);
        Assert.Equal(["主营业务收入", "整车产能（未报）", "整车产量"], series[0].Categories);
        Assert.Empty(file.Faults());
    }

    [Fact]
    public void Stages_AreStacked_WithNoLabelWhereThereIsNone()
    {
        using var file = Figure(Stages);

        var series = Series(file);
        Assert.Equal(C.BarGroupingValues.Stacked, Chart(file).Descendants<C.BarGrouping>().Single().Val?.Value);
        Assert.Equal(["3个", "", "12个", "1个"], series.Select(s => string.Concat(s.Labels)));
        Assert.Equal(["传统优势产业（共16个）"], series[0].Categories);
        Assert.Empty(file.Faults());
    }

    [Fact]
    public void Quarters_StandSideBySide_AlsoBelowZero()
    {
        using var file = Figure(Quarters);

        Assert.Equal(C.BarDirectionValues.Column, Chart(file).Descendants<C.BarDirection>().Single().Val?.Value);
        Assert.Equal(["0=20", "0=-1.5"], Series(file).SelectMany(s => s.Values));
        Assert.Equal(["20%", "−1.5%"], Series(file).SelectMany(s => s.Labels));
        Assert.True(Chart(file).Descendants<C.MinAxisValue>().Single().Val?.Value <= -1.5);
        Assert.Empty(file.Faults());
    }

    [Theory]
    [InlineData("79000000000000000")]
    [InlineData("-500")]
    [InlineData("0")]
    public void Scale_StaysReadable_WhateverFigureWasPosted(string posted)
    {
        var percent = decimal.Parse(posted, System.Globalization.CultureInfo.InvariantCulture);

        using var file = Figure(new CompletionChart([Completion.Rows[0] with { Completion = percent }]));

        var (least, most) = (Chart(file).Descendants<C.MinAxisValue>().Single().Val?.Value, Chart(file).Descendants<C.MaxAxisValue>().Single().Val?.Value);
        Assert.InRange(least ?? double.NaN, -400, 0);
        Assert.InRange(most ?? double.NaN, 50, 400);
        // The data are what was posted; only the scale ends before.
        Assert.Equal([$"0={posted}"], Series(file)[0].Values);
        Assert.Empty(file.Faults());
    }

    [Fact]
    public void Bars_AreToldApartInGrey()
    {
        using var file = Figure(Stages);

        var fills = Chart(file).Descendants<C.BarChartSeries>().Select(s => s.GetFirstChild<C.ChartShapeProperties>()).ToList();
        Assert.Single(fills, f => f?.GetFirstChild<A.PatternFill>() is not null);
        var greys = fills.Select(f => f?.GetFirstChild<A.SolidFill>()?.RgbColorModelHex?.Val?.Value).OfType<string>()
            .Select(c => Convert.FromHexString(c)).Select(c => (0.3 * c[0]) + (0.59 * c[1]) + (0.11 * c[2])).Order().ToList();
        Assert.Equal(3, greys.Count);
        Assert.All(greys.Zip(greys.Skip(1)), pair => Assert.True(pair.Second - pair.First > 35, $"{pair.First} and {pair.Second}"));
        Assert.All(fills, f => Assert.NotNull(f?.GetFirstChild<A.Outline>()));
    }

    [Fact]
    public void Data_CanBeEdited_InAWorkbookThatSaysTheSame()
    {
        using var file = Figure(Completion);

        var part = Assert.Single(file.Main.ChartParts);
        using var stream = Assert.Single(part.Parts).OpenXmlPart.GetStream();
        using var workbook = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(workbook, TestContext.Current.CancellationToken));
        var cells = workbook.WorkbookPart?.WorksheetParts.Single().Worksheet?.Descendants<S.Cell>().ToDictionary(c => c.CellReference?.Value ?? "", c => c.InnerText) ?? [];
        Assert.Equal(("主营业务收入", "26.1", "25"), (cells["A2"], cells["B2"], cells["C2"]));
        Assert.DoesNotContain("B3", cells.Keys);
        Assert.Equal(
            ["Sheet1!$B$1", "Sheet1!$A$2:$A$4", "Sheet1!$B$2:$B$4", "Sheet1!$C$1", "Sheet1!$A$2:$A$4", "Sheet1!$C$2:$C$4"],
            Chart(file).Descendants<C.Formula>().Select(f => f.Text));
        Assert.Equal("data", Chart(file).Descendants<C.ExternalData>().Single().Id?.Value);
    }

    private static StageCount Count(int count) => new(count, Phrase.Plain($"{count}个"));

    private static WordFile Figure(Chart chart) => WordFile.Of(new FigureBlock(Phrase.Plain("图1"), Phrase.Plain("条形图。"), chart));

    private static C.ChartSpace Chart(WordFile file) => Chart(file, file.Body.Descendants<D.Inline>().Single());

    private static C.ChartSpace Chart(WordFile file, D.Inline frame) =>
        ((ChartPart)file.Main.GetPartById(frame.Descendants<C.ChartReference>().Single().Id?.Value ?? "")).ChartSpace ?? throw new InvalidDataException("No chart.");

    private static List<Drawn> Series(WordFile file) =>
    [
        .. Chart(file).Descendants<C.BarChartSeries>().Select(s => new Drawn(
            s.GetFirstChild<C.SeriesText>()?.Descendants<C.NumericValue>().Single().Text ?? "",
            [.. s.GetFirstChild<C.CategoryAxisData>()?.Descendants<C.NumericValue>().Select(v => v.Text) ?? []],
            [.. s.GetFirstChild<C.Values>()?.Descendants<C.NumericPoint>().Select(p => $"{p.Index?.Value}={p.InnerText}") ?? []],
            [.. s.Descendants<C.DataLabel>().SelectMany(l => l.Descendants<A.Text>()).Select(t => t.Text)])),
    ];

    private sealed record Drawn(string Name, IReadOnlyList<string> Categories, IReadOnlyList<string> Values, IReadOnlyList<string> Labels);
}
