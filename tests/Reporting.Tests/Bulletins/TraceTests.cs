using System.Text.RegularExpressions;
using Reporting.Bulletins;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Tests.Bulletins;

public sealed partial class TraceTests
{
    public static TheoryData<IssueKind, int> Kinds => new()
    {
        { PlanBulletin.Id, 1 },
        { PlanBulletin.Id, 2 },
        { OverallBulletin.Id, 1 },
        { OverallBulletin.Id, 2 },
        { HalfYearSummary.Id, 2 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryFigure_SaysWhereItComesFrom(IssueKind kind, int quarter)
    {
        var document = ComposeIssue.Compose(Eventful(kind, quarter));

        Assert.All(document.Runs(), run => Assert.True(
            run.Trace is { Sources.Count: > 0 } or { Formula: "numbering" } || !run.Text.Any(char.IsAsciiDigit),
            $"No trace on: {run.Text}"));
        Assert.DoesNotContain("Run {", document.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Phrase {", document.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryUnitsName_IsTraced(IssueKind kind, int quarter)
    {
        var snapshot = Eventful(kind, quarter);

        Assert.All(
            ComposeIssue.Compose(snapshot).Runs().Where(r => r.Trace is null),
            run => Assert.DoesNotContain(snapshot.Units, u => run.Text.Contains(u.Name, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryQuotedFigure_StandsInTheSnapshot(IssueKind kind, int quarter)
    {
        var snapshot = Eventful(kind, quarter);
        var stored = System.Text.Encoding.UTF8.GetString(SnapshotJson.Write(snapshot));

        var quoted = ComposeIssue.Compose(snapshot).Runs()
            .Where(r => r.Trace is { Formula: null, Sources: [var source] } && source.StartsWith("entry:", StringComparison.Ordinal) && !source.EndsWith("#firstSubmittedAt", StringComparison.Ordinal))
            .SelectMany(r => Figure().Matches(r.Text).Select(m => m.Value))
            .ToList();

        Assert.NotEmpty(quoted);
        Assert.All(quoted, figure => Assert.Contains(figure, stored, StringComparison.Ordinal));
    }

    [Fact]
    public void OneChangedFact_ChangesOnlyItsOwnSentences()
    {
        var before = Given.Plan(tasks: [Given.Task(1, Given.Report(percent: 19m)), Given.Task(2, Given.Report("hebi", 20m)), Given.Task(3)]);
        var after = before with { Tasks = [Given.Task(1, Given.Report(percent: 19m)), Given.Task(2, Given.Report("hebi", 18m)), Given.Task(3)] };

        var first = ComposeIssue.Compose(Given.Snapshot(before)).Paragraphs();
        var second = ComposeIssue.Compose(Given.Snapshot(after)).Paragraphs();

        Assert.Equal(
            ["（二）实施项目建设年活动（任务2，鹤壁市政府牵头）。完成18%，低于序时进度7个百分点，自评正常，亮红灯。一期厂房主体完工。"],
            second.Except(first));
        Assert.Equal(first.Count, second.Count);
    }

    [Fact]
    public void Trace_NamesEntryVersionAndField()
    {
        var document = ComposeIssue.Compose(Given.Snapshot());

        Assert.Contains(document.Runs(), r =>
            r is { Text: "600亿元", Trace: { Formula: null, Sources: ["entry:2012Q1/automotive/indicators/industry@3#figures[T07].value"] } });
        Assert.Contains(document.Runs(), r =>
            r is { Text: "26.1%", Trace: { Formula: "percent", Sources: ["entry:2012Q1/automotive/indicators/industry@3#figures[T07].value", "catalogue:T07#value"] } });
    }

    /// <summary>Late, missing, returned, unreviewed, blocked, ahead, problems, projects, two quarters.</summary>
    internal static Snapshot Eventful(IssueKind kind, int quarter)
    {
        ProjectUpdate[] updates = [new("P1", ProjectStage.NotStarted, 20000m, 0m, ProblemKind.Land), new("P2", ProjectStage.UnderConstruction, 30000m, 12345.5m)];
        EntryProblem[] problems = [new(ProblemKind.Land, "用地指标286亩未落实", "安排用地指标", "land"), new(ProblemKind.Other, "其他困难", null, null)];
        EarlierReport[] earlier = quarter == 1 ? [] : [Given.Earlier(percent: 12m)];
        EarlierReport[] figures = quarter == 1 ? [] : [Given.Earlier(null, "industry", null, null, Given.Figure("T07", 610m, "亿元"), Given.Figure("T05", 18m, "万辆"))];
        var plan = Given.Plan(
            tasks:
            [
                Given.Task(1, Given.Report(percent: quarter * 25m, projects: updates, problems: problems, earlier: earlier)) with
                {
                    Contributions = [Given.Contribution("commerce", "已拨付资金1200万元。")],
                },
                Given.Task(2, Given.Missing(), Given.Report("xuchang", 11.5m, SelfRating.Blocked, arrival: Arrival.Late)),
                Given.Task(3, Given.Unused("hebi", ReportState.Unreviewed, Arrival.OnTime), Given.Unused("land", ReportState.Returned, Arrival.Grace)),
            ],
            indicators: Given.Indicators("口径调整", figures, Given.Figure("T07", 600m, "亿元", 500.5m), Given.Figure("T05", 33.3m, "万辆"), Given.Figure("W01-C01", 5.2m, "万辆")),
            projects: ["甲项目", "乙项目"]) with
        {
            Commitments = [new CommitmentFacts("W01-C01", "微型轿车生产能力", 6m, null, "万辆")],
        };
        return Given.Snapshot(plan, new Period(2012, quarter), kind).Sign(7, new DateOnly(2012, 7, 27), "张三", true);
    }

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Figure();
}
