using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Collecting.Plausibility;
using Reporting.Tests.Catalogue;

namespace Reporting.Tests.Collecting.Plausibility;

public sealed class FigurePlausibilityTests
{
    [Theory]
    //          quarters  indicator                last accepted   now                warning
    [InlineData(1, 2, "automotive-T07", "600亿元", "600亿元", "")]
    [InlineData(1, 2, "automotive-T07", "600亿元", "599.999999亿元", "cumulative-falls")]
    [InlineData(1, 2, "automotive-T07", "600亿元", "5999999万元", "cumulative-falls")]
    [InlineData(1, 2, "automotive-T07", "600亿元", "6000000万元", "")]
    [InlineData(1, 2, "automotive-T07", "6000000万元", "600亿元", "")]
    [InlineData(1, 2, "automotive-T07", "600亿元", "1200亿元", "")]
    [InlineData(1, 2, "automotive-T07", "600亿元", "5999.99亿元", "")]
    [InlineData(1, 2, "automotive-T07", "600亿元", "6000亿元", "ten-times-last")]
    [InlineData(1, 2, "automotive-T07", "600亿元", "60000000万元", "ten-times-last")]
    [InlineData(1, 2, "automotive-T07", "600亿元", "1200万亿元", "ten-times-last")]
    [InlineData(1, 4, "automotive-T07", "600亿元", "17999亿元", "")] // three quarters on
    [InlineData(1, 4, "automotive-T07", "600亿元", "18000亿元", "ten-times-last")]
    [InlineData(2, 4, "automotive-T07", "600亿元", "12000亿元", "ten-times-last")]
    [InlineData(1, 2, "automotive-T07", "0亿元", "600亿元", "")] // nothing to be ten times of
    [InlineData(1, 2, "automotive-T07", "600亿元", "60亿元", "cumulative-falls")] // one warning, not two
    // A level may fall; a tenth of it may not go unexplained.
    [InlineData(1, 2, "automotive-T06", "100万辆", "99万辆", "")]
    [InlineData(1, 2, "automotive-T06", "100万辆", "10.000001万辆", "")]
    [InlineData(1, 2, "automotive-T06", "100万辆", "10万辆", "tenth-of-last")]
    [InlineData(1, 2, "automotive-T06", "100万辆", "100000辆", "tenth-of-last")]
    [InlineData(1, 2, "automotive-T06", "100万辆", "0万辆", "tenth-of-last")]
    [InlineData(1, 4, "automotive-T06", "100万辆", "1000万辆", "ten-times-last")] // however many quarters on
    [InlineData(1, 2, "food-T05", "2家", "20家", "ten-times-last")]
    [InlineData(1, 2, "food-T05", "2家", "1家", "")]
    // Commitments, of the kind that the catalogue says.
    [InlineData(1, 2, "automotive-W02-C04", "20亿元", "19亿元", "cumulative-falls")] // revenue
    [InlineData(1, 2, "automotive-W01-C08", "20万辆", "19万辆", "cumulative-falls")] // output
    [InlineData(1, 2, "automotive-W02-C06", "20%", "1%", "")] // share
    [InlineData(1, 2, "automotive-W04-C01", "1次", "10次", "ten-times-last")] // event: its word does not say how it adds up
    [InlineData(1, 2, "automotive-W01-C01", "20万辆", "19万辆", "")] // capacity
    [InlineData(1, 2, "automotive-W01-C01", "20万辆", "2万辆", "tenth-of-last")]
    public void Value_IsComparedWithTheLastAcceptedOne(int then, int now, string indicator, string before, string value, string code) => Assert.Equal(
        code.Length == 0 ? [] : [$"{code} figures[0].value"],
        Posted.Warnings(
            Posted.Content(figures: Posted.Figure(indicator, value)),
            Posted.Owed(indicator[..indicator.IndexOf('-', StringComparison.Ordinal)], now),
            Posted.Before(then, Posted.Content(figures: Posted.Figure(indicator, before)))));

    [Theory]
    [InlineData("500", "500", "")]
    [InlineData("500", "1000", "")]
    [InlineData("500", "499.9", "last-year-falls figures[0].lastYear")]
    public void LastYear_OfAFlow_DoesNotFallBetweenQuarters(string before, string now, string warning) => Assert.Equal(
        warning.Length == 0 ? [] : [warning],
        Posted.Warnings(
            Posted.Content(figures: Posted.Figure("automotive-T05", "900万辆", now)),
            Posted.Owed("automotive", 2),
            Posted.Before(1, Posted.Content(figures: Posted.Figure("automotive-T05", "600万辆", before)))));

    [Theory]
    [InlineData("30", "30", "")]
    [InlineData("30", "29.99", "percent-falls percent")]
    [InlineData("30", "31", "")]
    public void Percent_DoesNotFall(string before, string now, string warning) => Assert.Equal(
        warning.Length == 0 ? [] : [warning],
        Posted.Warnings(Posted.Content(Number(now)), Posted.Owed("automotive", 3), Posted.Before(2, Posted.Content(Number(before)))));

    [Theory]
    [InlineData("automotive-T05", "18万辆", "1.8", "ten-times-last-year figures[0].value")]
    [InlineData("automotive-T05", "17.999万辆", "1.8", "")]
    [InlineData("automotive-T05", "18万辆", "180", "tenth-of-last-year figures[0].value")]
    [InlineData("automotive-T05", "18.001万辆", "180", "")]
    [InlineData("automotive-T05", "18万辆", "0", "")]
    [InlineData("automotive-W02-C06", "50%", "1", "")] // a percentage is no amount
    [InlineData("automotive-W02-C04", "50亿元", "1", "ten-times-last-year figures[0].value")] // a commitment
    public void Value_IsComparedWithLastYears(string indicator, string value, string lastYear, string warning) => Assert.Equal(
        warning.Length == 0 ? [] : [warning],
        Posted.Warnings(
            Posted.Content(figures: Posted.Figure(indicator, value, lastYear)),
            Posted.Owed(indicator[..indicator.IndexOf('-', StringComparison.Ordinal)], 1)));

    /// <summary>528.1 → 612.3 is 15.9439… %.</summary>
    [Theory]
    [InlineData("612.3", "528.1", "15.9", false)]
    [InlineData("612.3", "528.1", "15.94", false)]
    [InlineData("612.3", "528.1", "15.90", false)]
    [InlineData("612.3", "528.1", "15.99", false)]
    [InlineData("612.3", "528.1", "16", true)]
    [InlineData("612.3", "528.1", "15.89", true)]
    [InlineData("612.3", "528.1", "-15.9", true)]
    [InlineData("100", "200", "-50", false)]
    [InlineData("100", "200", "50", true)]
    // 0.25 % and 0.35 %: a half rounds either way.
    [InlineData("401", "400", "0.2", false)]
    [InlineData("401", "400", "0.3", false)]
    [InlineData("401", "400", "0.19", true)]
    [InlineData("401", "400", "0.31", true)]
    [InlineData("401", null, "99", false)] // nothing to check it by
    [InlineData("401", "0", "99", false)]
    public void StatedGrowth_IsThatOfTheFigures_ToOneDecimal(string value, string? lastYear, string growth, bool denied) => Assert.Equal(
        denied ? ["growth-denied-by-figures figures[0].growthPercent"] : [],
        Posted.Warnings(Posted.Content(figures: Posted.Figure("automotive-T05", value + "万辆", lastYear, growth)), Posted.Owed("automotive", 1)));

    [Theory]
    //          quarter   lastYear  warning (the plan prints 1160亿元 for 2011)
    [InlineData(1, "1160", "")]
    [InlineData(3, "1160.01", "last-year-above-baseline")]
    [InlineData(1, "1161", "last-year-above-baseline")]
    [InlineData(4, "1171.6", "")] // 1 %
    [InlineData(4, "1171.61", "last-year-off-baseline")]
    [InlineData(4, "1148.4", "")]
    [InlineData(4, "1148.39", "last-year-off-baseline")]
    public void LastYear_IsHeldAgainstThePlansBaseline(int quarter, string lastYear, string code) => Assert.Equal(
        code.Length == 0 ? [] : [$"{code} figures[0].lastYear"],
        Posted.Warnings(Posted.Content(figures: Posted.Figure("electronics-T02", "2400亿元", lastYear)), Posted.Owed("electronics", quarter)));

    [Theory]
    [InlineData("13", "")]
    [InlineData("9", "")]
    public void LastYear_IsNotHeldAgainstABaseline_WhereThePlanLinksNone(string lastYear, string code) => Assert.Equal(
        code.Length == 0 ? [] : [code],
        Posted.Warnings(Posted.Content(figures: Posted.Figure("automotive-T05", "20万辆", lastYear)), Posted.Owed("automotive", 3)));

    [Theory]
    //          indicator         value   lastYear
    [InlineData("electronics-T02", "2100亿元", "1160", true)] // target reached, 100 % not
    [InlineData("electronics-T02", "1900亿元", "1160", false)] // neither
    [InlineData("electronics-T02", "2400亿元", "1160", false)] // both
    [InlineData("electronics-T02", "2400亿元", null, false)]
    [InlineData("electronics-T02", "2100亿元", null, true)] // by the plan's own baseline
    [InlineData("chemicals-T02", "5000亿元", "4240", true)] // 17.9 %, and less than 5100
    [InlineData("chemicals-T02", "5100亿元", "4240", false)]
    [InlineData("textile-T03", "4000亿元", "3400", true)] // 17.6 % on the whole industry
    [InlineData("textile-T03", "3500亿元", "2672", true)] // 31 % on 规模以上, and less than 4000
    [InlineData("textile-T03", "3500亿元", null, false)] // the plan links no baseline
    [InlineData("new-materials-T02", "790亿元", "650", true)]
    [InlineData("new-materials-T02", "785亿元", "650", false)] // 20.8 %: within the rounding of 20 %
    [InlineData("food-T02", "8000亿元", "6697", false)] // 19.46 %, printed as 20 %
    [InlineData("steel-T02", "3199亿元", "2890", false)] // 10.7 %, printed as 10 %
    public void TargetAndPrintedGrowth_GiveOneVerdict_AtTheYearsEnd(string indicator, string value, string? lastYear, bool disagree)
    {
        var content = Posted.Content(figures: Posted.Figure(indicator, value, lastYear));
        var plan = indicator[..indicator.LastIndexOf('-')];

        Assert.Equal(disagree ? ["target-and-growth-disagree figures[0].value"] : [], Posted.Warnings(content, Posted.Owed(plan, 4)));
        Assert.DoesNotContain("target-and-growth-disagree figures[0].value", Posted.Warnings(content, Posted.Owed(plan, 3)));
    }

    [Fact]
    public void Plans_ContradictThemselves_ExactlyWhereTheCatalogueIsMarked()
    {
        var contradictory = Henan2012.Programme.Plans.SelectMany(plan => plan.Targets.Where(t => t is { Kind: IndicatorKind.Flow, GrowthPercent: not null })
            .Where(t => Bases(plan, t).Any(b => Enumerable.Range(-400, 1200).Any(n => Disagrees(plan, t, t.Value * (1m + (n / 1000m)), b)))).Select(t => t.Id));

        var marked = Henan2012.Programme.Plans.SelectMany(p => p.Targets).Where(t => t.Marks.Any(m => m.Kind == MarkKind.Unverified)).Select(t => t.Id);
        Assert.Equal(marked, contradictory);
    }

    [Fact]
    public void Details_NameTheNumbers_InBothLanguages()
    {
        var warning = Assert.Single(CheckPlausibility.Of(
            Posted.Content(figures: Posted.Figure("automotive-T07", "5999999万元")),
            Posted.Owed("automotive", 2),
            Posted.Before(1, Posted.Content(figures: Posted.Figure("automotive-T07", "600亿元")))));

        Assert.Equal("产业主营收入：累计数599.9999亿元低于2012年一季度已采用的600亿元。", warning.DetailZh);
        Assert.Equal("The cumulative value 599.9999亿元 is below the 600亿元 accepted in 2012Q1.", warning.DetailEn);
    }

    private static bool Disagrees(Plan plan, TargetFigure target, decimal value, decimal lastYear) => Posted.Warnings(
        Posted.Content(figures: new EntryFigure(target.Id, value, target.Unit, lastYear)),
        Posted.Owed(plan.Id, 4)).Any(w => w.StartsWith(WarningCode.TargetAndGrowthDisagree, StringComparison.Ordinal));

    /// <summary>The linked baseline; for textile, which says no scope, either of the two printed.</summary>
    private static IEnumerable<decimal> Bases(Plan plan, TargetFigure target) => target.Baseline is { } link
        ? [plan.Figures.Single(f => f.Id == link).Value]
        : plan.Figures.Where(f => f.Role == FigureRole.Baseline && f.Unit == target.Unit).Select(f => f.Value);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
