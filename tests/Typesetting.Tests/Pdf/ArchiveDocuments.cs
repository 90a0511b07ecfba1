using Typesetting.Content;
using Typesetting.Content.Charts;
using Typesetting.Fonts;

namespace Typesetting.Tests.Pdf;

/// <summary>Documents of every kind that the writer must set as an archive accepts them.</summary>
internal static class ArchiveDocuments
{
    private static readonly TableCell Above = new("") { ContinuesAbove = true };

    public static IEnumerable<(string Name, DocumentContent Content)> All()
    {
        yield return ("empty", SampleBulletin.Of() with { Information = new DocumentInformation("", "") });
        yield return ("bare", SampleBulletin.Of() with { Layout = PageLayout.Official with { PageNumbers = false } });
        yield return ("one character", SampleBulletin.Of(new Paragraph("豫")));
        yield return ("blank paragraph", SampleBulletin.Of(new Paragraph("")));
        yield return ("information", SampleBulletin.Of(new Paragraph("文")) with { Information = Information() });
        yield return ("headings", SampleBulletin.Of(Headings()));
        yield return ("font roles", SampleBulletin.Of([.. Enum.GetValues<FontRole>().Select(role => new Paragraph([new Run("河南省ABC（2012年）——“引号”") { Font = role }]))]));
        yield return ("characters", SampleBulletin.Of(new Paragraph("⼈人民与⾦金属：𠂇字“引号”——（《》）……100％，Ａ区①②㎡≥5℃\u00A0a\u2009b") { Style = OfficialStyles.Small }));
        yield return ("parts", SampleBulletin.Of(Parts()));
        yield return ("list", SampleBulletin.Of(NestedList()));
        yield return ("table", SampleBulletin.Of(SampleBulletin.Tasks(40) with { Caption = [new Run("表1 重点任务进展")] }));
        yield return ("joined cells", SampleBulletin.Of(Joined(60)));
        yield return ("tall cell", SampleBulletin.Of(TallCell()));
        yield return ("charts", SampleBulletin.Of(Charts()));
        yield return ("page bottom", SampleBulletin.Of(new Paragraph("文"), new PageBreak(), new PageBottom([new Rule(), new Paragraph("报：省委。"), new Rule()])));
        yield return ("bulletin", SampleBulletin.OfPages(6));
        yield return ("300 pages", SampleBulletin.OfPages(170));
    }

    public static DocumentInformation Information() => new("关于<汽车>&“产业”的通报", "办公室 O'Neil")
    {
        Subject = "2012年 上半年 ≥50%",
        Keywords = "汽车产业, 半年",
        Creator = "FunctionsApp <1.0>",
        Created = new DateTimeOffset(2012, 7, 25, 23, 59, 58, TimeSpan.FromMinutes(-210)),
        Language = "zh-CN",
    };

    public static ItemList NestedList() => new(
    [
        new ListItem("1.", SampleBulletin.Sentences[0]),
        new ListItem("2.", "下设两项：") { Items = [new ListItem("（1）", SampleBulletin.Sentences[1]), new ListItem("●", "其他。")] },
        new ListItem("", "没有编号的一项。"),
    ]);

    public static Block[] Headings() =>
    [
        new Heading(0, "关于进展情况\n的通报"),
        new Paragraph("前言。"),
        new Heading(1, "一、总体进展"),
        new Paragraph("甲。"),
        new Heading(2, "（一）汽车产业"),
        new Paragraph("乙。"),
        new Heading(4, "跳过一级"),
        new Heading(2, "（二）装备制造"),
        new Heading(1, "二、下一步工作"),
        new Paragraph("丙。"),
    ];

    public static Table Joined(int groups) => new(
        [TableColumn.ByContent with { IsHeader = true }, TableColumn.OfShare(2), TableColumn.OfShare(1)],
        [
            new TableRow([new TableCell("产业"), new TableCell("任务与进度") { ColumnSpan = 2 }]),
            new TableRow([Above, new TableCell("任务"), new TableCell("进度")]),
        ],
        [.. Enumerable.Range(1, groups).SelectMany(i => (TableRow[])
        [
            new TableRow([new TableCell($"第{i}组"), new TableCell("建设百万辆汽车基地"), new TableCell("40%")]),
            new TableRow([Above, new TableCell("推进零部件产业园") { ColumnSpan = 2 }]),
            new TableRow([Above, new TableCell("发展新能源汽车"), new TableCell("60%") { Bar = new Bar(0.6, 0.5, "完成60%") }]),
        ])]);

    public static Block[] Charts() =>
    [
        new Figure(
            new TargetChart([new TargetRow("整车产量", 70, 31.8, 35, "31.8万辆"), new TargetRow("主营收入", 2300, null, 1150, "未报")], new TargetLegend("完成", "目标", "序时")),
            "整车产量完成31.8万辆，主营收入未报。") { Caption = [new Run("图1 主要指标")] },
        new Figure(
            new StackedChart(["开工", "未开工"], [new StackedBar("省重点", [new StackedPart(14, "14"), new StackedPart(3, "3")], "17个"), new StackedBar("其他", [], "未报")]),
            "省重点项目开工14个，未开工3个。"),
        new Figure(
            new ColumnChart(["2011年", "2012年"], [new ColumnGroup("一季度", [new ColumnValue(1.5, "1.5"), new ColumnValue(-0.5, "−0.5")]), new ColumnGroup("二季度", [new ColumnValue(2, "2"), new ColumnValue(null, "未报")])]) { Unit = "亿元" },
            "一季度由1.5亿元转为−0.5亿元。"),
    ];

    private static Block[] Parts() =>
    [
        new PartsLine { Left = [new Run("第3期")], Centre = [new Run("领导小组办公室")], Right = [new Run("2012年7月25日")] },
        new PartsLine { Left = [new Run(SampleBulletin.Sentences[0])], Right = [new Run("右")] },
        new Rule { Colour = Colour.OfficialRed, Thickness = 2 },
        new Space(30),
    ];

    private static Table TallCell() => new(
        [TableColumn.OfShare(3), TableColumn.OfShare(1)],
        [new TableRow("甲", "乙")],
        [new TableRow([new TableCell(string.Concat(Enumerable.Repeat(SampleBulletin.Sentences[2], 30))), new TableCell("短") { Light = Light.Red }])]);
}
