using Azure.Data.Tables;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;

namespace Benchmarks;

/// <summary>
/// How much slower one PUT is when 10,000 other entries lie in the period, spread over the plans: two sites, measured in turns. The same
/// storage calls without the API are measured beside it, since the emulator, unlike Azure, looks a row up by going through its partition.
/// </summary>
internal static class CrowdFigures
{
    private const int Entries = 10_000;
    private const int EntriesInATransaction = 50;
    private const int Writes = 60;
    private const int Rounds = 5;

    internal static async Task RunAsync()
    {
        await using var site = await MeasuredSite.StartAsync();
        await using var crowded = await MeasuredSite.StartAsync();
        await FillAsync(crowded);
        using var empty = new PutFigures(site);
        using var full = new PutFigures(crowded);
        await empty.StartAsync();
        await full.StartAsync();
        var (puts, calls) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var without = await PutFigures.PerSecondAsync(1, Writes, empty.PutAsync);
            var with = await PutFigures.PerSecondAsync(1, Writes, full.PutAsync);
            if (round > 0)
                puts.Add(without / with);
        }
        for (var round = 0; round <= Rounds; round++)
        {
            var without = await PutFigures.PerSecondAsync(1, Writes, empty.ReadAndWriteAsync);
            var with = await PutFigures.PerSecondAsync(1, Writes, full.ReadAndWriteAsync);
            if (round > 0)
                calls.Add(without / with);
        }
        FiguresCommand.Line("entry: one PUT with 10,000 others in the period", FiguresCommand.Median(puts), "of its time without them");
        FiguresCommand.Line("entry: its storage calls alone, likewise", FiguresCommand.Median(calls), "of their time");
    }

    private static async Task FillAsync(MeasuredSite site)
    {
        var table = new TableServiceClient(site.ConnectionString).GetTableClient("Progress");
        var period = site.Programme.Calendar.Periods[0];
        var content = new EntryContent(SelfRating.OnTrack, 25, "一期厂房主体完工，完成投资3.2亿元。", "二季度安装冲压设备。", [], [], []);
        foreach (var plan in site.Programme.Plans)
        {
            var count = Entries / site.Programme.Plans.Count + 1;
            foreach (var some in Enumerable.Range(0, count).Chunk(EntriesInATransaction))
                await table.SubmitTransactionAsync(some.SelectMany(n => Rows(site.Programme, period, plan, n, content)));
        }
    }

    private static IEnumerable<TableTransactionAction> Rows(Programme programme, Period period, Plan plan, int n, EntryContent content)
    {
        var key = new EntryKey(programme.Id, period, plan.Id, FormattableString.Invariant($"X{n:0000}"), "zhengzhou");
        var entry = EntryRow.Sealed(new Entry(key, 1, EntryState.Draft, content, null, BeijingTime.StartOf(period.LastDay), "填报人", null, null, ""));
        yield return new(TableTransactionActionType.Add, EntryRow.ToRow(entry, ProgressKeys.CurrentRow(key)));
        yield return new(TableTransactionActionType.Add, EntryRow.ToRow(entry, ProgressKeys.VersionRow(key, 1)));
    }
}
