using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Collecting;
using Reporting.Schedule;
using Testing;

namespace Reporting.Tests.Bulletins.Pictures;

/// <summary>The snapshots whose issues are compared with approved pictures: two as the demonstration froze them, two built here.</summary>
internal static class PictureSnapshots
{
    private static readonly string[] industries =
    [
        "汽车产业", "电子信息产业", "装备制造业", "食品工业", "轻工业", "建材工业", "化学工业", "有色工业", "钢铁工业", "纺织工业", "新能源汽车产业", "生物产业", "新能源产业", "新材料产业",
    ];

    public static IReadOnlyDictionary<string, Func<Snapshot>> All { get; } = new Dictionary<string, Func<Snapshot>>(StringComparer.Ordinal)
    {
        ["bulletin"] = () => Stored("automotive"),
        ["half-year"] = () => Stored("steel"),
        ["overall"] = Overall,
        ["silent-plan"] = Silent,
    };

    /// <summary>A snapshot.json of out/demo; where its form changes, take the new one from there.</summary>
    private static Snapshot Stored(string name) =>
        SnapshotJson.Read(File.ReadAllBytes(Repository.Path("tests", "Reporting.Tests", "TestData", "Snapshots", name + ".json")));

    /// <summary>Fourteen plans in three groups: behind and ahead, late, missing, blocked, with projects and problems.</summary>
    private static Snapshot Overall()
    {
        var plans = industries.Select(Plan).ToList();
        var snapshot = Given.Snapshot(plans[0], Given.Q1, OverallBulletin.Id, [.. plans.Skip(1)]).Sign(1, new DateOnly(2012, 4, 27), "张三", false);
        return snapshot with
        {
            Groups =
            [
                new GroupFacts("growth", "高成长性产业", [.. plans.Take(6).Select(plan => plan.Id)]),
                new GroupFacts("traditional", "传统优势产业", [.. plans.Skip(6).Take(4).Select(plan => plan.Id)]),
                new GroupFacts("pioneer", "先导产业", [.. plans.Skip(10).Select(plan => plan.Id)]),
            ],
        };
    }

    private static PlanFacts Plan(string industry, int i)
    {
        ProjectUpdate[] updates =
        [
            new("P1", i % 3 == 0 ? ProjectStage.NotStarted : ProjectStage.UnderConstruction, 20000m + (i * 1000), i % 3 == 0 ? 0m : 9000m, i % 3 == 0 ? ProblemKind.Land : null),
            new("P2", ProjectStage.InProduction, 30000m, 31000m),
        ];
        EntryProblem[] problems = i % 4 == 1 ? [new(ProblemKind.Land, $"用地指标{100 + i}亩未落实", "安排用地指标", "land")] : [];
        return Given.Plan(
            tasks:
            [
                Given.Task(1, Given.Report(percent: 18m + i, projects: updates, problems: problems)),
                Given.Task(2, i % 5 == 2 ? Given.Missing() : Given.Report("xuchang", 26m, arrival: i % 5 == 3 ? Arrival.Late : Arrival.OnTime)),
                Given.Task(3, Given.Report("hebi", 14m + (2 * i), i % 4 == 1 ? SelfRating.Blocked : SelfRating.OnTrack)),
            ],
            indicators: i % 7 == 4 ? Given.Missing("industry") with { Task = null } : Given.Indicators(Given.Figure("T07", 450m + (19.3m * i), "亿元")),
            id: $"plan-{i + 1:00}",
            industry: industry,
            projects: ["甲项目", "乙项目"]);
    }

    /// <summary>A plan on which nobody reported.</summary>
    private static Snapshot Silent() => Given.Snapshot(Given.Plan(
        tasks: [Given.Task(1, Given.Missing("zhengzhou")), Given.Task(2, Given.Missing(), Given.Missing("xuchang")), Given.Task(3, Given.Missing("hebi"))],
        indicators: Given.Missing("industry") with { Task = null })).Sign(1, new DateOnly(2012, 4, 27), "张三", true);
}
