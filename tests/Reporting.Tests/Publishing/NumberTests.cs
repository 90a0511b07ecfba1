using Reporting.Bulletins.Reports;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tests.Tick;
using Testing;

namespace Reporting.Tests.Publishing;

public sealed class NumberTests(AzuriteFixture azurite)
{
    private static readonly Signature Signed = new(new DateOnly(2013, 1, 25), "办公室", Automatic: true);

    [Fact]
    public async Task Numbers_HaveNoGapAndNoDouble_WhenEightTakeThemAtOnce()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        var table = bench.Get<BulletinsTable>();
        var keys = Enumerable.Range(2010, 6).SelectMany(year => Enumerable.Range(1, 4).Select(q => new Period(year, q)))
            .Select(p => new IssueKey("henan-2012", p, PlanBulletin.Id, "nev")).ToList();

        var numbers = new int[keys.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(keys.Index(), options, async (item, cancellation) =>
            numbers[item.Index] = (await table.NumberAsync(item.Item, Signed, cancellation)).Number);

        Assert.Equal(Enumerable.Range(1, 24), numbers.Order());
        var stored = await table.ReadYearAsync("henan-2012", 2013, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, 24), stored.Select(i => i.Number).Order());
        Assert.All(keys.Index(), k => Assert.Equal(numbers[k.Index], stored.Single(i => i.Key == k.Item).Number));
    }

    [Fact]
    public async Task Number_StaysTheSame_WhenEightAskForOneIssueAtOnce()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        var table = bench.Get<BulletinsTable>();
        var key = WorkBench.Issue("2012Q4", OverallBulletin.Id, null);

        var issues = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => table.NumberAsync(key, Signed, TestContext.Current.CancellationToken)));

        Assert.All(issues, i => Assert.Equal(1, i.Number));
        Assert.Single(await table.ReadYearAsync("henan-2012", 2013, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Series_StartsAtOne_ForEachKindPlanAndYearOfSigning()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        var table = bench.Get<BulletinsTable>();

        async Task<int> NumberAsync(string period, IssueKind kind, string? plan, int year) =>
            (await table.NumberAsync(
                WorkBench.Issue(period, kind, plan), Signed with { SignedOn = new DateOnly(year, 1, 25) }, TestContext.Current.CancellationToken)).Number;

        Assert.Equal(1, await NumberAsync("2012Q1", PlanBulletin.Id, "nev", 2012));
        Assert.Equal(2, await NumberAsync("2012Q2", PlanBulletin.Id, "nev", 2012));
        Assert.Equal(1, await NumberAsync("2012Q2", HalfYearSummary.Id, "nev", 2012));
        Assert.Equal(1, await NumberAsync("2012Q1", PlanBulletin.Id, "automotive", 2012));
        Assert.Equal(1, await NumberAsync("2012Q1", OverallBulletin.Id, null, 2012));
        Assert.Equal(1, await NumberAsync("2012Q4", PlanBulletin.Id, "nev", 2013));
    }
}
