using Reporting.Bulletins.Reports;
using Reporting.Tick;
using Testing;

namespace Reporting.Tests.Tick;

/// <summary>The watchdog: what the calendar has promised and is not there.</summary>
public sealed class WatchIssuesTests(AzuriteFixture azurite)
{
    private static readonly string[] FirstQuarter = ["2012Q1-bulletin-automotive", "2012Q1-bulletin-nev", "2012Q1-overall-all"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2012-04-27T23:59:59+08:00", 0, 0)] // two days before the promised day begins
    [InlineData("2012-04-28T00:00:00+08:00", 0, 3)]
    [InlineData("2012-04-30T23:59:59+08:00", 0, 3)]
    [InlineData("2012-05-01T00:00:00+08:00", 3, 0)]
    public async Task Issues_AreWarnedOfBeforeTheirDay_AndMissingAfterIt(string now, int missing, int late)
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        var result = await bench.Get<WatchIssues>().RunAsync(Cancellation);

        Assert.Equal((missing, late, 0), (result.Missing.Count, result.NearlyLate.Count, result.Failed));
    }

    [Fact]
    public async Task MissingIssue_IsNamedInTheRegister_EveryDayUntilItIsThere()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        Assert.Equal(FirstQuarter, (await bench.Get<WatchIssues>().RunAsync(Cancellation)).Missing);
        bench.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(FirstQuarter, (await bench.Get<WatchIssues>().RunAsync(Cancellation)).Missing);
        Assert.All(await bench.RunsAsync(), run => Assert.Equal((RunRecord.WatchdogName, "missing", string.Join(", ", FirstQuarter)), (run.What, run.Outcome, run.Error)));

        await bench.TickAsync();
        await bench.DrainAsync();

        Assert.Empty((await bench.Get<WatchIssues>().RunAsync(Cancellation)).Missing);
        Assert.Equal(2, (await bench.RunsAsync()).Count(run => run.Outcome == "missing"));
    }

    /// <summary>It trusts the published issues and not the work rows, which may be what is wrong.</summary>
    [Fact]
    public async Task ParkedIssue_IsMissing_AndSoIsOneThatTheTickForgot()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        bench.Trace.At = (issue, _) =>
        {
            if (issue.Plan == "nev")
                throw new InvalidOperationException("Asked to fail.");
        };
        await bench.TickAsync();
        await bench.DrainAsync();

        Assert.Equal(["2012Q1-bulletin-nev"], (await bench.Get<WatchIssues>().RunAsync(Cancellation)).Missing);
    }

    [Fact]
    public async Task KindThatIsOnlyMadeOnRequest_IsNotMissed()
    {
        var calendar = WorkBench.Programme.Calendar with { Kinds = [.. WorkBench.Programme.Calendar.Kinds.Where(rule => rule.Kind != OverallBulletin.Id)] };
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter, WorkBench.Programme with { Calendar = calendar });

        Assert.Equal(FirstQuarter[..2], (await bench.Get<WatchIssues>().RunAsync(Cancellation)).Missing);
    }
}
