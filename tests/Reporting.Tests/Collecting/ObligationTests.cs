using System.Globalization;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Tests.Catalogue;

namespace Reporting.Tests.Collecting;

public sealed class ObligationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Quarter_Owes162Over26Units(int quarter)
    {
        var period = new Period(2012, quarter);
        var obligations = Obligation.Of(Henan2012.Programme, period);

        Assert.Equal(162, obligations.Count);
        Assert.Equal(14, obligations.Count(o => o.Task is null));
        Assert.Equal(26, obligations.Select(o => o.Unit).Distinct().Count());
        Assert.Equal(obligations.Count, obligations.Distinct().Count());
        Assert.All(obligations, o => Assert.Equal(period, o.Period));
    }

    [Fact]
    public void Set_IsTheSame_WhenGeneratedTwice() => Assert.Equal(
        Obligation.Of(Henan2012.Programme, new Period(2012, 2)),
        Obligation.Of(Henan2012.Programme, new Period(2012, 2)));

    [Fact]
    public void GenericUnits_OweNothing()
    {
        var generic = Henan2012.Programme.Units.Where(u => u.Generic).Select(u => u.Id);
        Assert.Empty(Obligation.Of(Henan2012.Programme, new Period(2012, 1)).Select(o => o.Unit).Intersect(generic));
    }

    [Theory]
    [InlineData("building-materials", "R06", "industry-it")]
    [InlineData("food", "R06", "industry-it")]
    [InlineData("nev", "R10", "industry-it")]
    [InlineData("biotech", "R07", "zhengzhou xinxiang")]
    [InlineData("automotive", "R03", "zhengzhou jiaozuo xinxiang hebi xuchang nanyang")]
    public void Task_IsOwedByItsConcreteLeads_OrTheIssuingUnit(string plan, string task, string units) => Assert.Equal(
        units.Split(' '),
        Obligation.Of(Henan2012.Programme, new Period(2012, 1)).Where(o => o.Plan == plan && o.Task == task).Select(o => o.Unit));

    [Theory]
    [InlineData(null, "2012-06-30", "2012Q1 2012Q2")]
    [InlineData("2012-07-01", null, "2012Q3 2012Q4")]
    [InlineData("2012-05-15", null, "2012Q2 2012Q3 2012Q4")]
    [InlineData(null, "2012-05-15", "2012Q1")]
    [InlineData("2012-06-30", "2012-06-30", "2012Q2")]
    public void Task_IsOwed_WhenInForceOnThePeriodsLastDay(string? from, string? until, string periods)
    {
        var plan = Henan2012.Plan("automotive");
        var task = plan.Tasks[0] with { From = Day(from), Until = Day(until) };
        var programme = Henan2012.Programme with { Plans = [plan with { Tasks = [task] }] };

        var owed = programme.Calendar.Periods.Where(p => Obligation.Of(programme, p).Any(o => o.Task == task.Id));

        Assert.Equal(periods, string.Join(' ', owed));
    }

    [Fact]
    public void Nothing_IsOwed_WhenTheProgrammeDoesNotReportOnThePeriod() =>
        Assert.Empty(Obligation.Of(Henan2012.Programme, new Period(2013, 1)));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
