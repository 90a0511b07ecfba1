using Reporting.Catalogue;
using Testing;

namespace Reporting.Tests.Catalogue;

public sealed class Henan2012Tests
{
    private static Programme Programme => Henan2012.Programme;

    public static TheoryData<string, int> Counts => new()
    {
        { "plans", Programme.Plans.Count },
        { "baselines", Programme.Plans.Sum(p => p.Figures.Count(f => f.Role == FigureRole.Baseline)) },
        { "targets", Programme.Plans.Sum(p => p.Targets.Count()) },
        { "tasks", Programme.Plans.Sum(p => p.Tasks.Count) },
        { "leads", Programme.Plans.SelectMany(p => p.Tasks).Sum(t => t.LeadUnits.Count) },
        { "participating", Programme.Plans.SelectMany(p => p.Tasks).Sum(t => t.ParticipatingUnits.Count) },
        { "bodies", Programme.Units.Count },
        { "names", Programme.Units.Sum(u => 1 + u.OtherNames.Count) },
        { "generic", Programme.Units.Count(u => u.Generic) },
        { "duties", Programme.Plans.Sum(p => p.Duties.Count) },
        { "ordered", Programme.Plans.SelectMany(p => p.Duties).Count(d => d.Ordered) },
        { "work items", Programme.Plans.Sum(p => p.WorkItems.Count) },
        { "commitments", Programme.Plans.SelectMany(p => p.WorkItems).Sum(w => w.Commitments.Count) },
        { "records", Programme.Plans.Sum(p => p.Projects.Count) },
        { "projects", Programme.Plans.SelectMany(p => p.Projects).Count(p => p.Kind == "project") },
        { "reconstructed", Marked(MarkKind.Reconstructed) },
        { "to decide", Marked(MarkKind.NeedsDecision) },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void Catalogue_HasTheCountsOfTheNotice(string what, int count) => Assert.Equal(
        what switch
        {
            "plans" => 14,
            "baselines" or "targets" => 23,
            "tasks" => 126,
            "leads" => 152,
            "participating" => 455,
            "bodies" or "reconstructed" => 50,
            "names" => 53,
            "generic" => 4,
            "duties" => 43,
            "ordered" => 6,
            "work items" => 146,
            "commitments" => 151,
            "records" => 430,
            "projects" => 322,
            "to decide" => 11,
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        },
        count);

    [Fact]
    public void Plans_StandInTheOrderOfTheNotice() => Assert.Equal(
        [
            "automotive", "electronics", "equipment", "food", "light-industry", "building-materials", "chemicals", "nonferrous", "steel",
            "textile", "nev", "biotech", "new-energy", "new-materials",
        ],
        Programme.Plans.Select(p => p.Id));

    [Theory]
    [InlineData("高成长性产业", "automotive electronics equipment food light-industry building-materials")]
    [InlineData("传统优势产业", "chemicals nonferrous steel textile")]
    [InlineData("先导产业", "nev biotech new-energy new-materials")]
    public void Group_HoldsItsPlans(string name, string plans) =>
        Assert.Equal(plans.Split(' '), Programme.Groups.Single(g => g.Name == name).Plans);

    [Theory]
    [InlineData("automotive-T05", "实现", 70, null, "万辆", null, IndicatorKind.Flow)]
    [InlineData("automotive-T06", "形成", 120, null, "万辆", null, IndicatorKind.Stock)]
    [InlineData("automotive-T07", "超过", 2300, "以上", "亿元", null, IndicatorKind.Flow)]
    [InlineData("automotive-T04", "均在", 20, "以上", "%", null, IndicatorKind.Rate)]
    [InlineData("electronics-T02", "超过", 2000, null, "亿元", 100, IndicatorKind.Flow)]
    [InlineData("equipment-T03", "突破", 10000, null, "亿元", null, IndicatorKind.Flow)]
    [InlineData("food-T05", "新增", 2, null, "家", null, IndicatorKind.Count)]
    [InlineData("steel-T02", "实现", 3200, null, "亿元", 10, IndicatorKind.Flow)]
    [InlineData("nev-T01", null, 8, "以上", "亿安时", null, IndicatorKind.Stock)]
    [InlineData("nev-T05", null, 30, "多", "个", null, IndicatorKind.Count)]
    [InlineData("nev-T06", "达到", 6000, null, "辆", null, IndicatorKind.Stock)]
    [InlineData("nev-T07", null, 10, "以上", "亿安时", null, IndicatorKind.Flow)]
    [InlineData("new-materials-T02", "超过", 800, null, "亿元", 20, IndicatorKind.Flow)]
    public void Figure_IsAsPrinted(string id, string? before, int value, string? after, string unit, int? growth, IndicatorKind kind)
    {
        var figure = Henan2012.Figure(id);
        Assert.Equal(
            (before, value, after, unit, growth, kind),
            (figure.Comparator, figure.Value, figure.ComparatorAfter, figure.Unit, figure.GrowthPercent, figure.Kind));
    }

    [Fact]
    public void Figure_KeepsBothBounds_WhenARangeIsPrinted()
    {
        var figure = Henan2012.Figure("food-T04");
        Assert.Equal((1m, 2m, "家"), (figure.Value, figure.UpperValue, figure.Unit));
    }

    [Fact]
    public void Figure_KeepsGrowthAsAmount_WhenPrintedSo()
    {
        var figure = Henan2012.Figure("biotech-T01");
        Assert.Equal((1000m, 200m, null), (figure.Value, figure.GrowthAmount, figure.GrowthPercent));
    }

    [Theory]
    [InlineData("equipment-T02", "equipment-T01")]
    [InlineData("biotech-T04", "biotech-T02")]
    [InlineData("automotive-T07", "automotive-T02")]
    [InlineData("automotive-T05", null)]
    [InlineData("nonferrous-T02", null)]
    [InlineData("textile-T03", null)]
    [InlineData("nev-T08", null)]
    public void Target_LinksItsBaseline_OnlyWhereIndicatorAndScopeAgree(string target, string? baseline) =>
        Assert.Equal(baseline, Henan2012.Figure(target).Baseline);

    [Fact]
    public void Unverified_MarksExactlyTheFourContradictions()
    {
        var marked = Programme.Plans.SelectMany(p => p.Figures).Where(f => f.Marks.Any(m => m.Kind == MarkKind.Unverified)).ToList();
        Assert.Equal(["electronics-T02", "chemicals-T02", "textile-T03", "new-materials-T02"], marked.Select(f => f.Id));
        Assert.All(marked, f => Assert.Contains("待核", f.Marks[0].Reason, StringComparison.Ordinal));
        Assert.Equal([100m, 15m, 25m, 20m], marked.Select(f => f.GrowthPercent));
    }

    [Fact]
    public void Task_NamesNineCityGovernments_WhereTheRowLists()
    {
        var task = Henan2012.Task("nev", "R02");
        Assert.Equal(["zhengzhou", "luoyang", "kaifeng", "xinxiang", "jiaozuo", "xuchang", "sanmenxia", "nanyang", "xinyang"], task.LeadUnits);
        Assert.Equal([MarkKind.Reconstructed, MarkKind.NeedsDecision], task.Marks.Select(m => m.Kind));
    }

    [Fact]
    public void Task_IsPutTogether_WhereTheRowWasDamaged()
    {
        var task = Henan2012.Task("steel", "R05");
        Assert.Equal("节能减排、淘汰落后产能", task.Title);
        Assert.Equal(["industry-it"], task.LeadUnits);
        Assert.Equal(["development-reform", "finance", "environment", "cities-concerned"], task.ParticipatingUnits);
        Assert.Equal(new Place("steel", "附件2", 5), task.Place);
        Assert.Equal(MarkKind.Reconstructed, Assert.Single(task.Marks).Kind);
    }

    [Fact]
    public void Unit_HasBothNames_WhereTheNoticeUsesTwo() => Assert.Equal(
        ["郑州市人民政府", "新乡市人民政府", "南阳市人民政府"],
        Programme.Units.SelectMany(u => u.OtherNames));

    [Fact]
    public void Unit_CarriesItsPrintedForms()
    {
        Assert.True(Programme.TryGetUnit("industry-it", out var unit));
        Assert.Equal("省工业和信息化厅", unit.Name);
        Assert.Equal(["工业和信息化厅", "省工信厅"], unit.Aliases.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("automotive-D03", "四（三）", "quarterly half-year")]
    [InlineData("equipment-D02", "四（四）", "quarterly half-year year-end")]
    [InlineData("nev-D02", "四（四）", "quarterly half-year year-end")]
    [InlineData("chemicals-D02", "四（二）", "periodic-unspecified")]
    [InlineData("biotech-D02", "四（三）", "periodic-unspecified")]
    [InlineData("food-D03", "三（六）", "year-end")]
    public void Duty_IsOrdered_WhereTheNoticeOrdersADocument(string id, string section, string cadence)
    {
        var duty = Programme.Plans.SelectMany(p => p.Duties).Single(d => d.Id == id);
        Assert.True(duty.Ordered);
        Assert.Equal(section, duty.Place.Section);
        Assert.Equal(cadence.Split(' '), duty.Elements.Select(e => e.Cadence).Where(c => c != "none-stated").Distinct());
    }

    [Fact]
    public void Duty_NamesItsUnit_OnlyForNev() => Assert.Equal(
        ["nev-D02"],
        Programme.Plans.SelectMany(p => p.Duties).Where(d => d.Unit == "industry-it").Select(d => d.Id));

    [Fact]
    public void Nev_HasItsOwnLeadingGroup()
    {
        Assert.Equal("省电动汽车产业发展领导小组", Henan2012.Plan("nev").Office);
        Assert.Equal(7, Programme.Plans.Count(p => p.Office == "省优化产业结构提升重点产业领导小组"));
        Assert.Equal(6, Programme.Plans.Count(p => p.Office == "省优化产业结构提升重点产业工作领导小组"));
    }

    [Fact]
    public void Texts_QuoteNoSentence() => Assert.DoesNotContain(
        Directory.EnumerateFiles(Henan2012.Folder, "*.json", SearchOption.AllDirectories).SelectMany(File.ReadLines),
        line => line.Contains('。', StringComparison.Ordinal) && !line.Contains("\"reason\"", StringComparison.Ordinal));

    [Fact]
    public void Hash_ChangesWithAnyFile()
    {
        using var copy = new CatalogueCopy();
        Assert.Equal(Programme.Hash, CatalogueFolder.Load(copy.Folder).Hash);
        copy.Edit("units.json", text => text.Replace("郑州海关\"", "郑州关区\"", StringComparison.Ordinal));
        var changed = CatalogueFolder.Load(copy.Folder);
        Assert.Matches("^[0-9a-f]{64}$", changed.Hash);
        Assert.NotEqual(Programme.Hash, changed.Hash);
    }

    private static int Marked(MarkKind kind) => Programme.Plans.SelectMany(p => p.Tasks).Count(t => t.Marks.Any(m => m.Kind == kind));
}
