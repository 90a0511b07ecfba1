using Typesetting.Content;
using Typesetting.Content.Charts;

namespace Typesetting.Tests.Pictures;

/// <summary>Pages of charts: the ordinary, then the odd cases that each kind has to show.</summary>
internal static class PictureCharts
{
    private static readonly TargetLegend legend = new("完成数", "年度目标", "序时进度");

    public static Block[] Targets() =>
    [
        new Paragraph(SampleBulletin.Sentences[0]),
        new Figure(
            new TargetChart(
                [
                    new TargetRow("主营业务收入", 2300, 1092.6, 1150, "1 092.6亿元"),
                    new TargetRow("整车产量", 70, 31.8, 35, "31.8万辆"),
                    new TargetRow("新增中国驰名商标企业", 2, 3, 1, "3家"),
                    new TargetRow("规模以上汽车及零部件企业研发投入占主营业务收入的比重", 3, null, 1.5, "未报"),
                    new TargetRow("整车产能", 120, 0, null, "0"),
                    new TargetRow("出口额", 10, 29, 5, "29亿美元"),
                ],
                legend),
            "各目标完成情况") { Caption = [new Run("图1　各目标完成情况（占年度目标的%）")] },
        new Paragraph(SampleBulletin.Sentences[3]),
        new Figure(new TargetChart([new TargetRow("主营业务收入", 2300, 1200, null, "1 200亿元")], legend), "一行") { Caption = [new Run("图2　只有一行")] },
    ];

    public static Block[] Stages() =>
    [
        new Figure(
            new StackedChart(
                ["投产", "竣工", "在建", "未开工"],
                [
                    Bar("郑州百万辆汽车基地建设", 3, 2, 9, 3),
                    Bar("汽车零部件产业园", 1, 0, 5, 0),
                    Bar("新能源汽车产业化及动力电池检测认证服务平台建设", 0, 0, 0, 1),
                    new StackedBar("创新体系建设", [], "未报"),
                    Bar("合计", 4, 2, 14, 4),
                ]),
            "各任务项目所处阶段") { Caption = [new Run("图1　各任务项目所处阶段（个）")] },
        new Paragraph(SampleBulletin.Sentences[2]),
        new Figure(
            new StackedChart(["一", "二", "三", "四", "五", "六"], [.. Enumerable.Range(1, 8).Select(i => new StackedBar($"第{i}项", [.. Enumerable.Range(1, 6).Select(k => new StackedPart(i * k % 7, $"{i * k % 7}"))], $"共{Enumerable.Range(1, 6).Sum(k => i * k % 7)}"))]),
            "六个阶段") { Caption = [new Run("图2　六个阶段")] },
    ];

    public static Block[] Columns() =>
    [
        new Figure(
            new ColumnChart(
                ["一季度", "二季度"],
                [Group("主营业务收入", 523.4, 569.2), Group("利税总额", 61.5, -12.3), new ColumnGroup("工业增加值", [new ColumnValue(148, "148"), new ColumnValue(null, "未报")]), Group("出口交货值", 0, 0.4)]) { Unit = "亿元" },
            "分季度数") { Caption = [new Run("图1　主要指标分季度数")] },
        new Paragraph(SampleBulletin.Sentences[0]),
        new Figure(
            new ColumnChart(["2011年", "2012年"], [.. Enumerable.Range(1, 10).Select(i => Group($"{i}月", 80 + (i * 7 % 40), 95 + (i * 11 % 50)))]) { Unit = "万辆" },
            "按月") { Caption = [new Run("图2　按月产量")] },
    ];

    private static StackedBar Bar(string label, params int[] parts) =>
        new(label, [.. parts.Select(part => new StackedPart(part, $"{part}"))], $"{parts.Sum()}个");

    private static ColumnGroup Group(string label, params double[] amounts) =>
        new(label, [.. amounts.Select(amount => new ColumnValue(amount, amount.ToString(System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−')))]);
}
