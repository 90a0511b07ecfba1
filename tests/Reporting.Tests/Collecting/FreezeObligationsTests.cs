using System.Text.Json;
using Microsoft.Extensions.Options;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tests.Bulletins;
using Reporting.Tests.Catalogue;
using Testing;

namespace Reporting.Tests.Collecting;

public sealed class FreezeObligationsTests(AzuriteFixture azurite)
{
    private static readonly Programme programme = Henan2012.Programme;
    private static readonly DateTimeOffset lockEnd = BeijingTime.EndOf(PeriodDates.Of(Given.Q1, programme.Calendar).Lock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Obligations_AreFrozen_OnceThePeriodIsLocked()
    {
        var table = await NewTableAsync();
        var freeze = new FreezeObligations(table);

        Assert.Equal(0, await freeze.RunAsync(programme, lockEnd.AddTicks(-1), Cancellation));
        Assert.Null((await ReadAsync(table, Given.Q1)).Frozen);
        Assert.Equal(14, await freeze.RunAsync(programme, lockEnd, Cancellation));

        Assert.Equal(Json(PlanObligations.Of(programme, Given.Q1, "automotive")), Json((await ReadAsync(table, Given.Q1)).Frozen));
        Assert.Null((await ReadAsync(table, Given.Q2)).Frozen);
    }

    [Fact]
    public async Task Obligations_StayAsTheyWere_WhenTheCatalogueIsEditedLater()
    {
        var table = await NewTableAsync();
        await new FreezeObligations(table).RunAsync(programme, lockEnd, Cancellation);
        var edited = Edited();

        // Another process, which knows nothing of what is frozen.
        Assert.Equal(0, await new FreezeObligations(table).RunAsync(edited, lockEnd.AddDays(1), Cancellation));

        var stored = await ReadAsync(table, Given.Q1);
        Assert.Equal(Json(PlanObligations.Of(programme, Given.Q1, "automotive")), Json(stored.Frozen));
        Assert.Equal(Facts(programme, []), Facts(edited, [stored]));
        Assert.NotEqual(Facts(programme, []), Facts(edited, []));
    }

    [Fact]
    public async Task EarlierPeriods_AreJudgedByWhatWasFrozen_WhenTheCatalogueIsEditedLater()
    {
        var table = await NewTableAsync();
        await new FreezeObligations(table).RunAsync(programme, lockEnd, Cancellation);
        var issue = new IssueKey(programme.Id, Given.Q2, PlanBulletin.Id, "automotive");
        // The edit gives R08 of the first half-year to nobody who owed it then.
        var plan = programme.Plans[0];
        var edited = programme with
        {
            Plans = [plan with { Tasks = [.. plan.Tasks.Select(t => t.Id == "R08" ? t with { From = new DateOnly(2012, 4, 1) } : t)] }],
        };

        IReadOnlyList<Period> Earlier(IReadOnlyList<PlanPeriod> stored) => [.. FreezeSnapshot.Of(edited, issue, stored, lockEnd.AddMonths(3), false)
            .Plans[0].Tasks.Single(t => t.Id == "R08").Reports[0].Earlier.Select(e => e.Period)];

        Assert.Equal([Given.Q1], Earlier([await ReadAsync(table, Given.Q1)]));
        Assert.Empty(Earlier([]));
    }

    [Fact]
    public async Task List_IsStoredWhole_WhenItIsLongerThanAProperty()
    {
        var table = await NewTableAsync();
        var plan = Henan2012.Plan("automotive");
        var many = plan with { Tasks = [.. Enumerable.Range(1, 300).Select(n => plan.Tasks[2] with { Id = $"R{n:000}", Number = n })] };
        var obligations = PlanObligations.Of(programme with { Plans = [many] }, Given.Q1, "automotive");

        Assert.True(await table.AddObligationsAsync(programme.Id, obligations, lockEnd, Cancellation));

        Assert.True(Json(obligations).Length > 150_000);
        Assert.Equal(Json(obligations), Json((await ReadAsync(table, Given.Q1)).Frozen));
    }

    /// <summary>A slip: task R08 is gone, and R01 is led by another.</summary>
    private static Programme Edited()
    {
        var plan = programme.Plans[0];
        var tasks = plan.Tasks.Where(t => t.Id != "R08").Select(t => t.Id == "R01" ? t with { LeadUnits = ["kaifeng"], Title = "别的任务" } : t);
        return programme with { Plans = [plan with { Tasks = [.. tasks] }, .. programme.Plans.Skip(1)] };
    }

    private static string Facts(Programme of, IReadOnlyList<PlanPeriod> stored)
    {
        var issue = new IssueKey(programme.Id, Given.Q1, PlanBulletin.Id, "automotive");
        return Json(FreezeSnapshot.Of(of, issue, stored, lockEnd.AddDays(3), demonstration: false).Plans[0].Tasks);
    }

    private static Task<PlanPeriod> ReadAsync(ProgressTable table, Period period) => table.ReadPeriodAsync(programme.Id, period, "automotive", Cancellation);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, ReportingJson.Options);

    private async Task<ProgressTable> NewTableAsync()
    {
        var connection = new StorageConnection(Options.Create(new StorageOptions { ConnectionString = azurite.FreshStorage() }));
        await new StorageSetup(connection).EnsureAsync(Cancellation);
        return new ProgressTable(connection);
    }
}
