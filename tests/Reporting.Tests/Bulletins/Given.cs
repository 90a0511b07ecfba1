using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Tests.Bulletins;

/// <summary>Builds snapshots with defaults: a plan of three tasks and two targets, everything reported on time and on schedule.</summary>
internal static class Given
{
    public static readonly Period Q1 = new(2012, 1);
    public static readonly Period Q2 = new(2012, 2);

    public static readonly IssueForm Form = new(
        Secrecy: "内部资料",
        Sealed: false,
        [new Recipients("报", "省委、省政府领导"), new Recipients("发", "本行动计划各牵头单位、参加单位")],
        Copies: 80);

    public static Snapshot Snapshot(PlanFacts? plan = null, Period? period = null, IssueKind? kind = null, params PlanFacts[] more)
    {
        PlanFacts[] plans = [plan ?? Plan(), .. more];
        var units = plans.SelectMany(p => p.Tasks.SelectMany(t => t.LeadUnits.Concat(t.Contributions.Select(c => c.Unit))).Append(p.IssuingUnit)
                .Concat(p.Reports.SelectMany(r => r.Content?.Problems ?? []).Select(x => x.AskedOf).OfType<string>()))
            .Distinct(StringComparer.Ordinal);
        return new Snapshot(
            Reporting.Bulletins.Snapshots.Snapshot.CurrentSchema,
            new IssueKey("henan-2012", period ?? Q1, kind ?? PlanBulletin.Id, kind == OverallBulletin.Id ? null : plans[0].Id),
            Demonstration: false,
            new DateTimeOffset(2012, 4, 25, 16, 0, 0, TimeSpan.Zero),
            new ProgrammeFacts(
                "henan-2012",
                "河南省2012年重点工业产业年度行动计划",
                2012,
                new Notice("关于转发行动计划的通知", "河南省人民政府办公厅", new DateOnly(2012, 2, 25)),
                "省优化产业结构提升重点产业领导小组",
                Form,
                "catalogue-hash"),
            new PeriodFacts(
                new DateOnly(2012, 4, 10),
                new DateOnly(2012, 4, 15),
                new DateOnly(2012, 4, 20),
                new DateOnly(2012, 4, 22),
                new DateOnly(2012, 7, 10),
                [25m, 50m, 75m, 100m]),
            [new GroupFacts("growth", "高成长性产业", [.. plans.Select(p => p.Id)])],
            [.. units.Select(u => new UnitFacts(u, UnitName(u), Generic: false))],
            plans,
            Signing: null);
    }

    /// <summary>Entries as they are read, plan by plan and period by period; no obligations are frozen.</summary>
    public static IReadOnlyList<PlanPeriod> Stored(params Entry[] entries) =>
        [.. entries.GroupBy(e => (e.Key.Period, e.Key.Plan)).Select(g => new PlanPeriod(g.Key.Period, g.Key.Plan, [.. g], Frozen: null))];

    public static PlanFacts Plan(
        IReadOnlyList<TaskFacts>? tasks = null,
        ReportFacts? indicators = null,
        IReadOnlyList<TargetFacts>? targets = null,
        string id = "automotive",
        string industry = "汽车产业",
        params string[] projects) => new(
        id,
        1,
        $"河南省{industry}2012年行动计划",
        industry,
        "industry",
        "省优化产业结构提升重点产业领导小组",
        targets ?? [Revenue(), Output()],
        tasks ?? [Task(1), Task(2), Task(3)],
        indicators ?? Indicators(Figure("T07", 600m, "亿元"), Figure("T05", 18m, "万辆")),
        [],
        [.. projects.Select((name, i) => new ProjectFacts($"P{i + 1}", name, null, Confirmed: true))]);

    public static TargetFacts Revenue(params Mark[] marks) =>
        new("T07", "主营业务收入", IndicatorKind.Flow, 2300m, null, "亿元", "超过", "以上", null, null, "全省", 1780m, marks);

    public static TargetFacts Output() =>
        new("T05", "整车产量", IndicatorKind.Flow, 70m, null, "万辆", "实现", null, null, null, "全省", 45m, []);

    public static TargetFacts Capacity() =>
        new("T06", "整车产能", IndicatorKind.Stock, 120m, null, "万辆", "形成", null, null, null, "全省", null, []);

    public static TargetFacts Brands() =>
        new("T04", "新增中国驰名商标企业", IndicatorKind.Count, 1m, 2m, "家", "新增", null, null, null, "全省", null, []);

    public static TaskFacts Task(int number, params ReportFacts[] reports) => Marked(number, [], reports);

    public static TaskFacts Marked(int number, IReadOnlyList<Mark> marks, params ReportFacts[] reports)
    {
        ReportFacts[] owed = reports.Length > 0 ? reports : [Report()];
        var id = $"R{number:00}";
        return new TaskFacts(
            id,
            number,
            number switch { 1 => "郑州百万辆汽车基地建设", 2 => "实施项目建设年活动", _ => "创新体系建设" },
            [.. owed.Select(r => r.Unit)],
            [.. owed.Select(r => r with { Task = id, Entry = r.Entry is { } e ? e with { Key = e.Key with { Task = id } } : null })],
            marks,
            Contributions: []);
    }

    public static ContributionFacts Contribution(string unit, string text, string task = "R01") => new(unit, Version(task, unit, 2), text);

    /// <summary>An accepted report; 25 percent is exactly on schedule in the first quarter.</summary>
    public static ReportFacts Report(
        string unit = "zhengzhou",
        decimal? percent = 25m,
        SelfRating? rating = SelfRating.OnTrack,
        string? progress = "一期厂房主体完工",
        string? nextStep = "安装设备",
        Arrival arrival = Arrival.OnTime,
        IReadOnlyList<EntryProblem>? problems = null,
        IReadOnlyList<ProjectUpdate>? projects = null,
        params EarlierReport[] earlier) => new(
        Q1,
        "automotive",
        "R01",
        unit,
        ReportState.Accepted,
        arrival,
        arrival == Arrival.OnTime ? new DateOnly(2012, 4, 9) : new DateOnly(2012, 4, 13),
        Substantive: percent is not null || !string.IsNullOrWhiteSpace(progress) || projects is { Count: > 0 },
        Version("R01", unit),
        new EntryContent(rating, percent, progress, nextStep, [], problems ?? [], projects ?? []),
        earlier);

    public static ReportFacts Unused(string unit, ReportState state, Arrival arrival) => new(
        Q1,
        "automotive",
        "R01",
        unit,
        state,
        arrival,
        state == ReportState.Missing ? null : new DateOnly(2012, 4, 9),
        Substantive: state != ReportState.Missing,
        state == ReportState.Missing ? null : Version("R01", unit),
        Content: null,
        []);

    public static ReportFacts Missing(string unit = "commerce") => Unused(unit, ReportState.Missing, Arrival.Missing);

    public static ReportFacts Indicators(params EntryFigure[] figures) => Indicators(null, [], figures);

    public static ReportFacts Indicators(string? note, IReadOnlyList<EarlierReport> earlier, params EntryFigure[] figures) => new(
        Q1,
        "automotive",
        null,
        "industry",
        ReportState.Accepted,
        Arrival.OnTime,
        new DateOnly(2012, 4, 9),
        Substantive: true,
        Version(null, "industry"),
        new EntryContent(null, null, null, null, figures, [], [], note),
        earlier);

    public static EntryFigure Figure(string indicator, decimal? value, string unit, decimal? lastYear = null, bool preliminary = true, string? why = null) =>
        new(indicator, value, unit, lastYear, preliminary, why);

    public static EarlierReport Earlier(
        string? task = "R01",
        string unit = "zhengzhou",
        SelfRating? rating = SelfRating.OnTrack,
        decimal? percent = 25m,
        params EntryFigure[] figures) =>
        new(Q1, ReportState.Accepted, Version(task, unit, 2), rating, percent, figures, []);

    public static string UnitName(string id) => id switch
    {
        "zhengzhou" => "郑州市政府",
        "xuchang" => "许昌市政府",
        "hebi" => "鹤壁市政府",
        "industry" => "省工业和信息化厅",
        "commerce" => "省商务厅",
        "land" => "省国土资源厅",
        _ => id,
    };

    private static EntryVersion Version(string? task, string unit, int number = 3) => new(
        new EntryKey("henan-2012", Q1, "automotive", task, unit),
        number,
        $"hash-{task}-{unit}",
        new DateTimeOffset(2012, 4, 21, 2, 0, 0, TimeSpan.Zero));
}
