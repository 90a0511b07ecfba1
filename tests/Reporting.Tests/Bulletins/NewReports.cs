using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Collecting;
using Reporting.Inspections;
using Reporting.Problems;
using Reporting.Schedule;

namespace Reporting.Tests.Bulletins;

/// <summary>Snapshots of the reports that come once or twice a year.</summary>
internal static class NewReports
{
    private static readonly Period q4 = new(2012, 4);

    /// <summary>A year of three tasks: one done, one not, one that was late once; a target met, one missed.</summary>
    public static Snapshot Annual(decimal revenue = 2412.6m, decimal output = 68.4m)
    {
        EarlierReport[] figures =
        [
            Quarter(1, Figures(523.4m, 15.1m)), Quarter(2, Figures(1092.6m, 31.8m)), Quarter(3, Figures(1730m, 50m)),
        ];
        var plan = Given.Plan(
            tasks:
            [
                Given.Task(1, Given.Report(percent: 100m, rating: SelfRating.Completed, earlier: [Done(1, 25m), Done(2, 50m), Done(3, 80m)])),
                Given.Task(2, Given.Report("xuchang", 82m, SelfRating.Lagging, earlier: [Done(1, 20m, Arrival.Late), Done(2, 40m), Done(3, 60m)])),
                Given.Task(3, Given.Missing()),
            ],
            indicators: Given.Indicators(null, figures, Given.Figure("T07", revenue, "亿元", 1980m, preliminary: false), Given.Figure("T05", output, "万辆")));
        plan = plan with
        {
            Tasks = [.. plan.Tasks.Select(t => t with { Reports = [.. t.Reports.Select(r => r with { Period = q4 })] })],
            Indicators = plan.Indicators is { } indicators ? indicators with { Period = q4 } : null,
        };
        return Given.Snapshot(plan, q4, AnnualSummary.Id).Sign(1, new DateOnly(2013, 1, 28), "张三", false);
    }

    public static Snapshot Inspection()
    {
        InspectionFacts[] visits =
        [
            new(
                "automotive-I001", 2, Given.Q2, new DateOnly(2012, 7, 3), "郑州日产二工厂", null, "zhengzhou", ["industry", "land"],
                [
                    new("二期用地未办证", ProblemKind.Land, new("办理用地手续", "zhengzhou", new DateOnly(2012, 7, 20), RectificationState.UnderWay, null, "已组卷上报")),
                    new("消防通道被占用", null, new("清理通道", "zhengzhou", new DateOnly(2012, 7, 15), RectificationState.Done, new DateOnly(2012, 7, 10), null)),
                ],
                "总体进度符合计划"),
            new("automotive-I002", 1, Given.Q2, new DateOnly(2012, 7, 5), "许昌零部件园", null, "xuchang", [], [], null),
        ];
        var snapshot = Given.Snapshot(Given.Plan() with { Inspections = visits }, Given.Q2, InspectionReport.Id) with
        {
            FrozenAt = new DateTimeOffset(2012, 7, 27, 16, 0, 0, TimeSpan.Zero),
        };
        return snapshot with { Units = [.. snapshot.Units, new UnitFacts("land", "省国土资源厅", false), new UnitFacts("xuchang", "许昌市政府", false)] };
    }

    /// <param name="second">Revenue of the second zone, in 亿元.</param>
    public static Snapshot Ranking(decimal second = 98m) => Given.Snapshot(
        Given.Plan() with
        {
            Zones =
            [
                Zone(1, "甲产业集聚区", 120m, 100m, 1), Zone(2, "乙产业集聚区", second, 70m, 5, "引进项目12个"), Zone(3, "丙产业集聚区", 98m, null, 2), Zone(4, "丁产业集聚区", 60m, 66m, null),
            ],
        },
        q4,
        ZoneRanking.Id);

    public static Snapshot Correction()
    {
        var was = Version(3);
        CorrectedFigure[] corrections =
        [
            new("automotive", null, "industry", "T07", "figures[T07].value", was, Version(7), "523.4亿元", "532.4亿元", "百位后两位数字颠倒"),
            new("automotive", "R01", "zhengzhou", null, "percent", was with { Key = was.Key with { Task = "R01", Unit = "zhengzhou" } }, Version(5) with { Key = was.Key with { Task = "R01", Unit = "zhengzhou" } }, "32%", null, null),
        ];
        return Given.Snapshot(period: Given.Q2, kind: CorrectionNotice.Id) with
        {
            Since = new ChangesSince(
                new PreviousIssue("2012Q1-bulletin-automotive", 1, new DateOnly(2012, 4, 28), Given.Q1, new DateTimeOffset(2012, 4, 27, 16, 0, 0, TimeSpan.Zero)),
                corrections,
                [new SuppliedReport("automotive", "R02", "xuchang", Version(2))]),
            Units = [.. Given.Snapshot().Units, new UnitFacts("xuchang", "许昌市政府", false)],
        };
    }

    public static LedgerFacts Problem(string id, ProblemState state, Period raised, DateOnly? closed = null, DateOnly? due = null) =>
        new(id, 2, "R01", "zhengzhou", ProblemKind.Land, state, raised, raised.LastDay, closed, due is null ? null : "land", due) { Text = "用地指标未落实。", AskedOf = "land" };

    private static ZoneFacts Zone(int number, string name, decimal revenue, decimal? last, int? rank, string? achievements = null) =>
        new($"food-Z{number:000}", 1, name, null, revenue, last, "亿元", rank, number == 1, achievements);

    private static EntryVersion Version(int number) =>
        new(new EntryKey("henan-2012", Given.Q1, "automotive", null, "industry"), number, $"hash-{number}", new DateTimeOffset(2012, 5, 10, 2, 0, 0, TimeSpan.Zero));

    private static EntryFigure[] Figures(decimal revenue, decimal output) => [Given.Figure("T07", revenue, "亿元"), Given.Figure("T05", output, "万辆")];

    private static EarlierReport Done(int quarter, decimal percent, Arrival arrival = Arrival.OnTime) => In(Given.Earlier(percent: percent), quarter) with { Arrival = arrival };

    private static EarlierReport Quarter(int quarter, EntryFigure[] figures) => In(Given.Earlier(null, "industry", null, null, figures), quarter);

    private static EarlierReport In(EarlierReport report, int quarter) => report with
    {
        Period = new Period(2012, quarter),
        Entry = report.Entry is { } entry ? entry with { Version = quarter, Key = entry.Key with { Period = new Period(2012, quarter) } } : null,
    };
}
