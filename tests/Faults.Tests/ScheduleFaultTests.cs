using System.Diagnostics;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tick;
using Testing;

namespace Faults.Tests;

/// <summary>Two hosts at once, ticks twice and three days late, a clock that goes back, messages that are lost, doubled or poisoned.</summary>
[Collection(FaultSite.OneAtATime)]
public sealed class ScheduleFaultTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private static readonly DateTimeOffset InReview = new(2012, 4, 26, 1, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryPiece_RunsOnce_WhenTwoHostsShareAQueueOfLostDoubledAndPoisonedMessages()
    {
        await using var site = await FaultSite.OverAsync(azurite.FreshStorage(), InReview.AddDays(14));
        using (var first = site.Start((WorkStep.Claimed, 1)))
        {
            await first.SaidAsync("HELD ", Cancellation);
            first.Kill();
            await first.ExitedAsync(Cancellation);
        }
        var queue = site.Get<WorkQueue>();
        var lost = await queue.ReceiveAsync(32, TimeSpan.FromMinutes(1), Cancellation);
        foreach (var message in lost)
            await queue.DeleteAsync(message, Cancellation);
        foreach (var issue in site.Due().Concat(site.Due()))
            await queue.SendAsync($$"""{"schemaVersion":1,"programme":"{{issue.Programme}}","issue":"{{IssueSeries.Id(issue)}}"}""", Cancellation);
        await queue.SendAsync("not json", Cancellation);
        site.Now += FaultSite.BetweenStarts;

        using var one = site.Start();
        using var two = site.Start();
        while (!await site.IsSettledAsync())
        {
            Assert.False(one.HasExited || two.HasExited, one.Output + two.Output);
            await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);
        }
        one.Interrupt();
        two.Interrupt();
        Assert.Equal((0, 0), (await one.ExitedAsync(Cancellation), await two.ExitedAsync(Cancellation)));

        var issues = await Invariants.HoldAsync(site);
        var runs = await site.Get<RunsTable>().ReadMonthAsync(site.Programme.Id, BeijingTime.DateOf(site.Now), 500, Cancellation);
        var published = runs.Where(run => run.Outcome == "published").Select(run => run.What).ToList();
        Assert.Equal(site.Due().Select(IssueSeries.Id).Order(StringComparer.Ordinal), published.Order(StringComparer.Ordinal));
        output.WriteLine($"{lost.Count} waiting messages and those of the killed host lost, {2 * issues} doubled, 1 poisoned, two hosts: {issues} issues, each made by one run.");
    }

    [Fact]
    public async Task EveryDueIssue_ExistsOnce_WhenTheClockJumpsThreeDaysOn_AndBackAgain()
    {
        await using var site = await FaultSite.OverAsync(azurite.FreshStorage(), InReview);
        foreach (var days in (int[])[0, 3, 0, 3])
        {
            site.Now = InReview.AddDays(days);
            using var host = site.Start();
            await (days == 0 ? host.ReadyAsync(Cancellation) : SettledAsync(site, host));
            host.Interrupt();
            await host.ExitedAsync(Cancellation);
        }

        Assert.Equal(15, await Invariants.HoldAsync(site));
        Assert.All(await site.PublishedAsync(), issue => Assert.Equal(new DateOnly(2012, 4, 29), issue.SignedOn));
    }

    private static async Task SettledAsync(FaultSite site, HostProcess host)
    {
        var began = Stopwatch.GetTimestamp();
        while (!host.HasExited && !await site.IsSettledAsync())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, host.Output);
            await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);
        }
    }
}
