using Typesetting.Content;
using Typesetting.Fonts;

namespace Typesetting.Tests.Pictures;

/// <summary>The documents whose pages are compared with approved pictures: one for each thing that a page can show.</summary>
internal static class PictureDocuments
{
    public static IReadOnlyDictionary<string, DocumentContent> All { get; } = new Dictionary<string, DocumentContent>(StringComparer.Ordinal)
    {
        ["geometry"] = Of(Geometry()),
        ["masthead"] = WithTextBesideTheImprint(SampleBulletin.OfPages(1)),
        ["prose"] = Of(Prose()),
        ["lists"] = Of(Lists()),
        ["table-long"] = Of(LongTable()),
        ["table-joined"] = Of(JoinedTable()),
        ["table-tall"] = Of(TallTable()),
        ["signals"] = Of(Signals()),
        ["chart-targets"] = Of(PictureCharts.Targets()),
        ["chart-stages"] = Of(PictureCharts.Stages()),
        ["chart-columns"] = Of(PictureCharts.Columns()),
        ["legal"] = Of(Legal()),
    };

    /// <summary>No page holds the imprint alone.</summary>
    private static DocumentContent WithTextBesideTheImprint(DocumentContent content) =>
        content with { Blocks = [.. content.Blocks.Select((block, i) => i == content.Blocks.Count - 2 ? block with { KeepWithNext = true } : block)] };

    private static DocumentContent Of(params Block[] blocks) => SampleBulletin.Of(blocks);

    /// <summary>A page of 22 full lines of 28 characters; then marks in the middle and at the ends of lines, with and without figures between them.</summary>
    private static Block[] Geometry() =>
    [
        new Paragraph(string.Concat(Enumerable.Repeat("河南省人民政府关于印发二〇一二年重点工业产业行动计划的通知", 22))[..(28 * 22)]) { FirstLineIndent = 0 },
        new Paragraph("一、“引号”——（括号）《书名》，顿、号；……：！百％Ａ①终。") { FirstLineIndent = 0 },
        new Paragraph(SampleBulletin.Sentences),
        new Paragraph("本行恰好二十八个全角字符，句号占一格，不压缩不伸出版心。") { FirstLineIndent = 0 },
        new Paragraph("本行比二十八个全角字符多出一字，不让末字连同句号单独成行。") { FirstLineIndent = 0 },
        new Paragraph(string.Concat(Enumerable.Repeat("郑州市政府、开封市政府（任务3）；许昌市政府：“正常”。", 6))),
    ];

    private static Block[] Prose() =>
    [
        new Heading(1, "关于河南省2012年重点工业产业行动计划\n上半年落实情况的小结") { Style = OfficialStyles.Title, Alignment = Alignment.Centre, FirstLineIndent = 0, Bookmark = "", SpaceAfter = 18 },
        new Paragraph("各省辖市人民政府，省人民政府有关部门：") { FirstLineIndent = 0 },
        new Paragraph("根据《河南省人民政府关于印发河南省汽车产业2012年行动计划的通知》（豫政〔2012〕5号）要求，现将上半年落实情况小结如下。数据截至2012年6月30日。"),
        new Heading(1, "一、总体进展"),
        new Paragraph(SampleBulletin.Sentences[0]),
        new Heading(2, "（一）郑州百万辆汽车基地建设"),
        new Paragraph([new Run("郑州百万辆汽车基地建设（任务1，郑州市政府牵头）。") { Font = FontRole.Kai }, SampleBulletin.Sentences[1]]),
        new Paragraph("计划用3—5年时间，产能年均增长10%～12%，其中SUV、MPV和皮卡占比由38.5%提高到45.0%；T-Roc、CX-5两款车型单价在15.98万～21.38万元之间，详见http://www.henan.gov.cn/2012/07/25/notice-5.html的附件。"),
        new Heading(1, "二、存在问题和下一步按照省委、省政府部署需要各牵头单位对照目标任务逐项抓好落实的工作"),
        new Paragraph(SampleBulletin.Sentences[2], SampleBulletin.Sentences[3]),
        new Paragraph("注：本小结数据由各牵头单位报送，为快报数；主营业务收入按现价计算，增长速度按可比价格计算；未报单位不计入合计。") { Style = OfficialStyles.Small, SpaceBefore = 12, KeepWithNext = true },
        new Paragraph("河南省优化产业结构领导小组办公室") { Alignment = Alignment.Right, FirstLineIndent = 0, RightIndent = 2, SpaceBefore = OfficialStyles.Body.Leading, KeepWithNext = true },
        new Paragraph("2012年7月25日") { Alignment = Alignment.Left, FirstLineIndent = 0, LeftIndent = 18 },
    ];

    private static Block[] Lists() =>
    [
        new Heading(1, "三、下一步工作"),
        new Paragraph("各牵头单位要抓好以下工作："),
        new ItemList(
        [
            new ListItem("1.", SampleBulletin.Sentences[3]),
            new ListItem("2.", "加强要素保障。对未开工的3个项目：")
            {
                Items = [new ListItem("（1）", "土地指标286亩由省国土资源厅于8月底前落实；"), new ListItem("（2）", "环评批复由省环保厅会同鹤壁市政府、许昌市政府办理，每周向领导小组办公室报告办理进度，直至项目开工。")],
            },
            new ListItem("10.", "按季通报。"),
        ]),
        new Paragraph("需协调解决的问题："),
        new ItemList([new ListItem("●", SampleBulletin.Sentences[1]), new ListItem("●", "资金。")]) { Style = OfficialStyles.Small },
        new Paragraph(SampleBulletin.Sentences[0]),
    ];

    private static Block[] LongTable() =>
    [
        new Paragraph(SampleBulletin.Sentences[0]),
        SampleBulletin.Tasks(34) with { Caption = [new Run("表1　重点任务进展")], HeaderFill = new Colour(230, 230, 230), SpaceAfter = 8 },
        new Paragraph(SampleBulletin.Sentences[3]),
    ];

    /// <summary>Two header rows, joined across and downwards, and joined cells that a page break parts.</summary>
    private static Block[] JoinedTable()
    {
        var above = new TableCell("") { ContinuesAbove = true };
        TableRow[] header =
        [
            new([new TableCell("牵头单位"), new TableCell("任务"), new TableCell("主营业务收入（亿元）") { ColumnSpan = 3 }]),
            new([above, above, new TableCell("年度目标"), new TableCell("上半年"), new TableCell("占目标")]),
        ];
        string[] cities = ["郑州市政府", "省人力资源社会保障厅、省工业和信息化厅、开封市政府", "许昌市政府"];
        TableRow Row(int i) => new(
        [
            i % 12 == 0 ? new TableCell(cities[i / 12]) : above,
            new TableCell($"任务{i + 1}：推进{(i % 5 == 0 ? "汽车零部件产业园及配套物流园区建设，完善检测认证服务体系" : "项目建设")}"),
            new TableCell($"{2300 - (i * 37)}"),
            new TableCell($"{1092.6m - (i * 17.3m)}"),
            new TableCell($"{40 + i}.{i % 10}%"),
        ]);
        return
        [
            new Paragraph(SampleBulletin.Sentences[2]),
            new Table(
                [TableColumn.ByContent, TableColumn.OfShare(2), .. Enumerable.Repeat(TableColumn.ByContent with { Alignment = Alignment.Right }, 3)],
                header,
                [.. Enumerable.Range(0, 36).Select(Row)]) { SpaceBefore = 8, SpaceAfter = 8, Summary = "收入" },
            new Paragraph(SampleBulletin.Sentences[3]),
        ];
    }

    /// <summary>A row that no page holds, beside short cells, after and before ordinary rows.</summary>
    private static Block[] TallTable() =>
    [
        new Paragraph(SampleBulletin.Sentences[0]),
        new Table(
            [TableColumn.ByContent, TableColumn.OfShare(1), TableColumn.OfShare(3), TableColumn.ByContent],
            [new TableRow("序号", "项目", "进展情况", "亮灯")],
            [
                new TableRow("1", "短行", "已开工。", "绿"),
                new TableRow(
                [
                    new TableCell("2"),
                    new TableCell(string.Concat(SampleBulletin.Sentences)),
                    new TableCell(string.Concat(Enumerable.Repeat(string.Concat(SampleBulletin.Sentences), 4))) { Bar = new Bar(0.4, 0.5, "进度") },
                    new TableCell("红") { Light = Light.Red },
                ]),
                new TableRow("3", "短行", "未开工，因环评批复尚未办结，计划8月开工。", "黄"),
            ]) { SpaceBefore = 8 },
        new Paragraph(SampleBulletin.Sentences[3]) { SpaceBefore = 8 },
    ];

    /// <summary>Lights alone and before text, bars with and without text, mark and rest, in two sizes of table.</summary>
    private static Block[] Signals()
    {
        Table Of(TextStyle style) => new(
            [TableColumn.OfShare(1), TableColumn.OfShare(1), TableColumn.OfShare(1), TableColumn.OfShare(2), TableColumn.OfShare(2)],
            [new TableRow("灯", "灯和字", "灯居中", "进度", "进度条")],
            [
                Row("绿", Light.Green, new Bar(0.475, 0.5, "47.5%"), "47.5%"),
                Row("黄", Light.Yellow, new Bar(0, 0.5, "0"), "0"),
                Row("红", Light.Red, new Bar(1, 0.5, "100%"), "100%"),
                Row("无", Light.None, new Bar(1.32, 0.5, "132%"), "132%"),
                Row("黄（原红）", Light.Yellow, new Bar(0.02, null, "2%"), "2%"),
                Row("绿", Light.Green, new Bar(0.5, 0.5, "50%"), "50%"),
            ])
        {
            Style = style,
            SpaceAfter = 20,
        };
        TableRow Row(string text, Light light, Bar bar, string share) => new(
        [
            new TableCell("") { Light = light },
            new TableCell(text) { Light = light },
            new TableCell(text) { Light = light, Alignment = Alignment.Centre },
            new TableCell(share) { Bar = bar, Alignment = Alignment.Right },
            new TableCell("") { Bar = bar },
        ]);
        return [Of(OfficialStyles.Table), Of(OfficialStyles.Table with { Size = 10.5, Leading = 15 })];
    }

    /// <summary>What nobody should write and is set all the same.</summary>
    private static Block[] Legal() =>
    [
        new Paragraph(new string('国', 100) + new string('A', 400) + new string('1', 200) + new string('。', 60) + new string('（', 60)),
        new Paragraph(" 前有空格，　全角空格，中间  两个空格，末尾有空格 "),
        new Paragraph("第一行\n第二行\n\n第四行"),
        new Paragraph(""),
        new Heading(2, "（二）" + string.Concat(Enumerable.Repeat("很长的标题", 16))),
        new PartsLine { Left = [new Run(new string('左', 20))], Right = [new Run(new string('右', 20))] },
        new Table(
            [TableColumn.OfShare(1), TableColumn.OfShare(1), TableColumn.OfShare(100)],
            [],
            [new TableRow("窄列的字", "1 092.6亿元", "宽"), new TableRow(), new TableRow("", new string('x', 60), "")]),
        new Paragraph("𠂇⼈㎡≥5℃①②Ⅳ×÷±§©²³½ß — naïve") { SpaceBefore = 12 },
    ];
}
