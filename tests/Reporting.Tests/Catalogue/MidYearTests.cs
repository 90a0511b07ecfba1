using System.Globalization;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;
using Testing;

namespace Reporting.Tests.Catalogue;

public sealed class MidYearTests
{
    private static readonly Period[] quarters = [.. Enumerable.Range(1, 4).Select(q => new Period(2012, q))];

    [Theory]
    [InlineData("tasks", "R03")]
    [InlineData("figures", "automotive-T07")]
    [InlineData("figures", "automotive-T02")] // the baseline of T07
    [InlineData("workItems[0].commitments", "automotive-W01-C01")]
    [InlineData("projects", "automotive-P001")]
    public void Record_IsReplaced_WhenAnotherWithItsIdFollows(string list, string id)
    {
        using var copy = new CatalogueCopy();
        copy.Replace("automotive", list, id, until: "2012-06-30", from: "2012-07-01");

        var programme = CatalogueFolder.Load(copy.Folder);

        Assert.Equal([null, null, "2012-07-01", "2012-07-01"], quarters.Select(q => Assert.Single(Records(programme.At(q), id)).From?.ToString("O", CultureInfo.InvariantCulture)));
        Assert.Equal(2, Records(programme, id).Count());
    }

    [Fact]
    public void WorkItem_TakesItsCommitmentsAlong_WhenReplaced()
    {
        using var copy = new CatalogueCopy();
        copy.Replace("automotive", "workItems", "automotive-W01", until: "2012-06-30", from: "2012-07-01", next => next["title"] = "新的重点工作");

        var programme = CatalogueFolder.Load(copy.Folder);

        Assert.Equal(2, programme.Plans[0].WorkItems.SelectMany(w => w.Commitments).Count(c => c.Id == "automotive-W01-C01"));
        Assert.All(quarters, q => Assert.Equal(
            q.Quarter > 2 ? "新的重点工作" : "加快郑州汽车制造基地建设",
            Assert.Single(programme.At(q).Plans[0].WorkItems, w => w.Commitments.Any(c => c.Id == "automotive-W01-C01")).Title));
    }

    [Fact]
    public void Record_IsInForceInNoPeriodBetween_WhenThereIsAGap()
    {
        using var copy = new CatalogueCopy();
        copy.Replace("automotive", "tasks", "R03", until: "2012-03-31", from: "2012-07-01");

        var programme = CatalogueFolder.Load(copy.Folder);

        Assert.Equal([1, 0, 1, 1], quarters.Select(q => Records(programme.At(q), "R03").Count()));
    }

    [Theory]
    //          list       id                until         from          reason
    [InlineData("tasks", "R03", "2012-06-30", "2012-06-30", "任务编号“R03”在同一时期有两条记录")]
    [InlineData("tasks", "R03", "2012-06-30", "2012-06-30", "任务行号“3”在同一时期有两条记录")]
    [InlineData("tasks", "R03", null, "2012-07-01", "任务编号“R03”在同一时期有两条记录")]
    [InlineData("tasks", "R03", "2012-06-30", null, "任务编号“R03”在同一时期有两条记录")]
    [InlineData("figures", "automotive-T07", "2012-07-01", "2012-07-01", "编号“automotive-T07”在同一时期有两条记录")]
    [InlineData("workItems[0].commitments", "automotive-W01-C01", null, "2012-07-01", "编号“automotive-W01-C01”在同一时期有两条记录")]
    [InlineData("workItems", "automotive-W01", null, "2012-07-01", "编号“automotive-W01-C01”在同一时期有两条记录")]
    [InlineData("projects", "automotive-P001", "2012-10-01", "2012-07-01", "编号“automotive-P001”在同一时期有两条记录")]
    [InlineData("projects", "automotive-P001", null, null, "编号“automotive-P001”重复")]
    [InlineData("duties", "automotive-D01", null, null, "编号“automotive-D01”重复")]
    public void Load_TellsFileLineAndReason_WhenTwoRecordsAreInForceOnOneDay(string list, string id, string? until, string? from, string reason)
    {
        using var copy = new CatalogueCopy();
        copy.Replace("automotive", list, id, until, from);
        // Below the copy, the second of the two; the fault stands on one of its lines.
        var lines = File.ReadAllLines(Path.Combine(copy.Folder, "plans/automotive.json"));
        var second = Array.FindLastIndex(lines, l => l.Contains($"\"id\": \"{id}\"", StringComparison.Ordinal)) + 1;

        var faults = Assert.Throws<CatalogueException>(() => CatalogueFolder.Load(copy.Folder)).Faults;

        Assert.Contains(faults, f => f.File == "plans/automotive.json" && f.Line >= second && f.ReasonZh == reason);
    }

    [Fact]
    public void Load_Refuses_WhenACommitmentIsNeverInForceWithItsWorkItem()
    {
        using var copy = new CatalogueCopy();
        copy.Replace("automotive", "workItems", "automotive-W01", "2012-06-30", "2012-07-01", next =>
        {
            if (next["commitments"]?[0] is { } commitment)
                commitment["until"] = "2012-06-30";
        });

        var fault = Assert.Single(Assert.Throws<CatalogueException>(() => CatalogueFolder.Load(copy.Folder)).Faults);

        Assert.Equal(("plans/automotive.json", "承诺事项与所属重点工作没有共同的有效期"), (fault.File, fault.ReasonZh));
    }

    [Fact]
    public void Load_Refuses_WhenAnotherKindOfRecordHasTheId()
    {
        using var copy = new CatalogueCopy();
        copy.Replace("automotive", "projects", "automotive-P001", "2012-06-30", "2012-07-01", next => next["id"] = "automotive-T07");

        Assert.Contains(
            Assert.Throws<CatalogueException>(() => CatalogueFolder.Load(copy.Folder)).Faults,
            f => f.ReasonZh == "编号“automotive-T07”重复");
    }

    [Fact]
    public void Load_Refuses_WhenOneOfTwoBaselinesDoesNotFitTheTarget()
    {
        using var copy = new CatalogueCopy();
        copy.Replace("automotive", "figures", "automotive-T02", "2012-06-30", "2012-07-01", next => next["unit"] = "万元");

        Assert.Contains(
            Assert.Throws<CatalogueException>(() => CatalogueFolder.Load(copy.Folder)).Faults,
            f => f.ReasonZh == "与基期指标“automotive-T02”的计量单位或类别不同");
    }

    [Fact]
    public void Obligations_ChangeWithTheLeads_FromTheQuarterInWhichTheyChange()
    {
        var programme = MidYear.WithNewLeads();

        foreach (var period in quarters[..2])
            Assert.Equal(Obligation.Of(Henan2012.Programme, period), Obligation.Of(programme, period));
        foreach (var period in quarters[2..])
        {
            Assert.Equal(
                ["kaifeng", "zhengzhou"],
                Obligation.Of(programme, period).Where(o => o is { Plan: "automotive", Task: "R03" }).Select(o => o.Unit));
            Assert.Equal(162 - 6 + 2, Obligation.Of(programme, period).Count);
        }
    }

    [Fact]
    public void View_IsMadeOnce_AndKnowsTheWholeYear()
    {
        var programme = MidYear.WithNewLeads();
        var first = programme.At(quarters[0]);

        Assert.Same(first, programme.At(quarters[0]));
        Assert.Same(first, first.At(quarters[0]));
        Assert.Same(programme.At(quarters[2]), first.At(quarters[2]));
    }

    [Fact]
    public void View_IsNotTakenOver_ByACopyOfTheProgramme()
    {
        var programme = MidYear.WithNewLeads();
        _ = programme.At(quarters[0]);

        Assert.Empty((programme with { Plans = [] }).At(quarters[0]).Plans);
        Assert.Empty((programme.At(quarters[0]) with { Plans = [] }).At(quarters[1]).Plans);
    }

    private static IEnumerable<ITimed> Records(Programme programme, string id) => programme.Plans.SelectMany(p => new IEnumerable<ITimed>[]
    {
        p.Figures.Where(f => f.Id == id),
        p.Tasks.Where(t => t.Id == id && p.Id == "automotive"),
        p.WorkItems.SelectMany(w => w.Commitments).Where(c => c.Id == id),
        p.Projects.Where(x => x.Id == id),
    }.SelectMany(records => records));
}
