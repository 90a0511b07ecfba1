using System.Globalization;
using Reporting.Delivery;
using Reporting.Tick;
using Testing;

namespace Faults.Tests;

/// <summary>
/// The host is killed (SIGKILL) exactly at every named step of the work and at seeded ones, and started again each time. 20 kills; FAULTS_KILLS
/// asks for another number.
/// </summary>
[Collection(FaultSite.OneAtATime)]
public sealed class KillTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private const int Seed = 20120428;

    /// <summary>In review, after the first signing day, and after each further one of the year.</summary>
    private static readonly DateTimeOffset InReview = new(2012, 4, 22, 1, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset[] AfterSigning =
        [new(2012, 5, 10, 1, 0, 0, TimeSpan.Zero), new(2012, 8, 10, 1, 0, 0, TimeSpan.Zero), new(2012, 11, 10, 1, 0, 0, TimeSpan.Zero), new(2013, 2, 10, 1, 0, 0, TimeSpan.Zero)];

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("FAULTS_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly Random random = new(Seed);
    private readonly SortedDictionary<string, int> killed = new(StringComparer.Ordinal);
    private int kills;

    [Fact]
    public async Task EveryDueIssue_ExistsOnce_HoweverOftenTheHostIsKilled()
    {
        var years = 0;
        while (kills < Kills)
        {
            years++;
            await using var site = await FaultSite.OverAsync(azurite.FreshStorage(), InReview);
            await KillOverAYearAsync(site);
            await FinishAsync(site);

            var issues = await Invariants.HoldAsync(site);
            var unconfirmed = (await site.OutboxAsync()).Count(row => row.State == OutboxState.Unconfirmed);
            Assert.Equal(95, issues);
            output.WriteLine(
                $"{kills} kills so far ({string.Join(", ", killed.Select(k => $"{k.Key} {k.Value}"))}), seed {Seed}; {issues} issues, each once, every manifest verifies; "
                + $"{site.Mails.Count} mails, none twice, {unconfirmed} unconfirmed.");
        }
        Assert.True(killed.GetValueOrDefault("idle") <= kills / 2, "Most kills met a host that had nothing left to do.");
        Assert.True(years < Kills);
    }

    /// <summary>Kills a host again and again, each started later, until the year is told or all kills are used.</summary>
    private async Task KillOverAYearAsync(FaultSite site)
    {
        WorkStep[] making = [.. Enum.GetValues<WorkStep>().Where(step => step != WorkStep.Drafted)];
        for (var n = 0; kills < Kills; n++, kills++)
        {
            // First each step once, a draft before all, then any.
            var step = n == 0 ? WorkStep.Drafted : n <= making.Length ? making[n - 1] : making[random.Next(making.Length)];
            if (n == 1)
                site.Now = AfterSigning[0];
            using var host = site.Start((step, random.Next(1, 4)));
            if (n == 0)
                await host.SaidAsync("HELD ", Cancellation);
            var done = n > 0 && await site.UntilSettledAsync(host, orSaid: "HELD ");
            var held = host.Output.Contains("HELD ", StringComparison.Ordinal);
            Assert.True(held || (done && n > 0), $"The host ended by itself: {host.Output}");
            host.Kill();
            await host.ExitedAsync(Cancellation);
            var where = held ? step.ToString() : "idle";
            killed[where] = killed.GetValueOrDefault(where) + 1;
            var next = AfterSigning.FirstOrDefault(later => later > site.Now);
            if (done && next == default)
            {
                kills++;
                return;
            }
            site.Now = (done ? next : site.Now) + FaultSite.BetweenStarts;
        }
    }

    /// <summary>A host that nobody kills does what is left.</summary>
    private static async Task FinishAsync(FaultSite site)
    {
        site.Now = AfterSigning[^1] + TimeSpan.FromDays(30);
        using var last = site.Start();
        await last.ReadyAsync(Cancellation);
        Assert.True(await site.UntilSettledAsync(last), $"Not all was published and sent: {last.Output}");
        last.Interrupt();
        Assert.Equal(0, await last.ExitedAsync(Cancellation));
    }
}
