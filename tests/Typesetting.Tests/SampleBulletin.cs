using Typesetting.Content;

namespace Typesetting.Tests;

/// <summary>Documents in the form of a bulletin, with invented figures.</summary>
internal static class SampleBulletin
{
    public static readonly string[] Sentences =
    [
        "上半年，全省规模以上汽车产业主营业务收入累计1 092.6亿元（快报数），完成年度目标（超过2 300亿元）的47.5%，低于序时进度2.5个百分点；整车产量31.8万辆，完成年度目标（70万辆）的45.4%，低于序时进度4.6个百分点。",
        "6个牵头单位中4个按序时推进；鹤壁市政府自评“正常”，但完成进度38%，低于序时12个百分点，亮黄灯；许昌市政府因土地指标未落实受阻，亮红灯，需省国土资源厅协调（附问题台账第7号）。",
        "纳入统计的17个项目，开工14个，开工率82.4%；年度计划投资86.0亿元，累计完成37.9亿元，占44.1%。未开工3个，其中因土地2个、因环评1个……以上数据截至2012年6月30日。",
        "各牵头单位要对照《河南省汽车产业2012年行动计划》，逐项核对，倒排工期，于2012年7月25日前将整改情况报领导小组办公室——逾期不报的，予以通报。",
    ];

    public static DocumentContent OfPages(int sections) => new(Information(), [.. Masthead(), .. Sections(sections), Imprint()]) { RunningMark = "演示数据" };

    public static DocumentContent Of(params Block[] blocks) => new(Information(), blocks);

    public static DocumentInformation Information() => new("关于汽车产业2012年行动计划上半年进展情况的通报", "河南省优化产业结构领导小组办公室")
    {
        Subject = "2012年上半年",
        Created = new DateTimeOffset(2012, 7, 25, 9, 0, 0, TimeSpan.FromHours(8)),
    };

    private static IEnumerable<Block> Masthead() =>
    [
        new Heading(1, "河南省重点工业产业行动计划通报") { Style = OfficialStyles.Masthead with { Size = 26 }, Alignment = Alignment.Centre, Bookmark = "", SpaceBefore = 20, SpaceAfter = 10 },
        new PartsLine { Left = [new Run("第3期")], Centre = [new Run("领导小组办公室")], Right = [new Run("2012年7月25日")] },
        new Rule { Colour = Colour.OfficialRed, Thickness = 2, SpaceBefore = 4, SpaceAfter = 24 },
        new Heading(1, "关于汽车产业2012年行动计划\n上半年进展情况的通报") { Style = OfficialStyles.Title, Alignment = Alignment.Centre, SpaceAfter = 20 },
    ];

    private static IEnumerable<Block> Sections(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return new Heading(1, $"{"一二三四五六七八九十"[i % 10]}、总体进展");
            yield return new Paragraph(Sentences[i % 4]);
            yield return new Heading(2, "（一）郑州百万辆汽车基地建设");
            yield return new Paragraph(Sentences[(i + 1) % 4], Sentences[(i + 2) % 4]);
            yield return Tasks(8);
            yield return new Paragraph(Sentences[(i + 3) % 4]) { SpaceBefore = 8 };
        }
    }

    public static Table Tasks(int rows) => new(
        [TableColumn.ByContent with { Alignment = Alignment.Centre }, TableColumn.OfShare(2), TableColumn.OfShare(1), TableColumn.ByContent with { Alignment = Alignment.Right }, TableColumn.ByContent],
        [new TableRow("序号", "工作任务", "牵头单位", "完成进度", "亮灯")],
        [.. Enumerable.Range(1, rows).Select(Row)])
    {
        SpaceBefore = 6,
        Summary = "重点任务进展",
    };

    private static TableRow Row(int i) => new(
    [
        new TableCell($"{i}"),
        new TableCell("建设郑州百万辆汽车基地，推进郑汴汽车零部件产业园，年内开工项目" + i + "个"),
        new TableCell("郑州市政府、开封市政府"),
        new TableCell($"{40 + i}.{i % 10}%") { Bar = new Bar((40 + i) / 100.0, 0.5, $"完成{40 + i}%，序时进度50%") },
        new TableCell(i % 3 == 0 ? "红灯" : i % 3 == 1 ? "绿灯" : "黄灯") { Light = i % 3 == 0 ? Light.Red : i % 3 == 1 ? Light.Green : Light.Yellow },
    ]);

    private static PageBottom Imprint() => new(
    [
        new Rule { Thickness = 1 },
        new Paragraph("报：省委、省政府领导。") { Style = OfficialStyles.Small, FirstLineIndent = -2, LeftIndent = 3 },
        new Paragraph("送：领导小组各成员单位，各省辖市人民政府，省直有关部门，有关企业，省政府办公厅，省统计局，河南调查总队。") { Style = OfficialStyles.Small, FirstLineIndent = -2, LeftIndent = 3 },
        new Rule { Thickness = 0.5 },
        new PartsLine { Style = OfficialStyles.Small, Indent = 1, Left = [new Run("领导小组办公室")], Right = [new Run("2012年7月25日印发")] },
        new Rule { Thickness = 1 },
    ]);
}
