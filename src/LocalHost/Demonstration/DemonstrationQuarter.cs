using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;

namespace LocalHost.Demonstration;

/// <summary>
/// One quarter of reporting, day by day: units post, the office returns and accepts, some are late or silent. The clock stands still while
/// several units post at once, so that the order in which their requests arrive leaves no trace.
/// </summary>
internal sealed class DemonstrationQuarter(
    Programme programme, Period period, DemonstrationEntries entries, ReportingClient client, DemonstrationClock clock, DemonstrationWatcher watcher)
{
    private const int AtOnce = 8;
    private const int ConfirmedAtOnce = 40;

    private readonly PeriodDates dates = PeriodDates.Of(period, programme.Calendar);

    private string PostingStep => $"{period} 报送 post";

    private string ReviewStep => $"{period} 审核 review";

    /// <summary>Runs the quarter until the office's last review day.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        var owed = Obligation.Of(programme, period).ToLookup(o => DemonstrationEntries.ConductOf(o)?.Conduct ?? Conduct.OnTime);
        var submitted = owed.Where(g => g.Key is not (Conduct.Never or Conduct.Draft)).SelectMany(g => g).ToList();
        var reviewed = submitted.Where(o => !owed[Conduct.Unreviewed].Contains(o)).ToList();
        watcher.Began(PostingStep, submitted.Count + owed[Conduct.Draft].Count());
        watcher.Began(ReviewStep, reviewed.Count);

        clock.MoveTo(dates.Due.AddDays(-3));
        await EachAsync(Texts.Problems().Where(p => p.Closed?.Period == period), client.CloseProblemAsync, cancellationToken);
        await EachAsync(owed[Conduct.OnTime], PostAsync, cancellationToken);
        await EachAsync(owed[Conduct.Draft], DraftAsync, cancellationToken);
        await EachAsync(owed[Conduct.Returned], PostTooLittleAsync, cancellationToken);
        await EachAsync(Texts.Contributions().Where(c => c.Period == period), client.ContributeAsync, cancellationToken);
        clock.MoveTo(dates.Due.AddDays(-2));
        await EachAsync(owed[Conduct.Returned], ReturnAsync, cancellationToken);
        clock.MoveTo(dates.Due.AddDays(-1));
        await EachAsync(owed[Conduct.Returned], PostAsync, cancellationToken);
        clock.MoveTo(dates.Grace.AddDays(-2));
        await EachAsync(owed[Conduct.Grace], PostAsync, cancellationToken);
        clock.MoveTo(dates.Grace.AddDays(2));
        await EachAsync(owed[Conduct.Late], PostAsync, cancellationToken);
        clock.MoveTo(dates.Lock);
        await EachAsync(owed[Conduct.Unreviewed], PostAsync, cancellationToken);
        clock.MoveTo(dates.ReviewBy);
        await ConfirmAsync(cancellationToken);
        await EachAsync(reviewed, AcceptAsync, cancellationToken);
        await new DemonstrationRecords(period, client).RunAsync(cancellationToken);
    }

    /// <summary>The office confirms the projects that units report on; what it has confirmed before stays as it is.</summary>
    private async Task ConfirmAsync(CancellationToken cancellationToken)
    {
        foreach (var plan in programme.Plans)
        {
            foreach (var ids in DemonstrationProjects.ReportedOn(plan).Chunk(ConfirmedAtOnce))
                await client.ConfirmAsync(plan.Id, ids, cancellationToken);
        }
    }

    private static Task EachAsync<T>(IEnumerable<T> all, Func<T, CancellationToken, Task> act, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (one, cancelled) => await act(one, cancelled));

    private async Task PostAsync(Obligation owed, CancellationToken cancellationToken)
    {
        await client.PutAsync(owed, entries.AsPosted(owed), cancellationToken);
        await client.SubmitAsync(owed, cancellationToken);
        watcher.Advanced(PostingStep);
    }

    private async Task DraftAsync(Obligation owed, CancellationToken cancellationToken)
    {
        await client.PutAsync(owed, entries.AsPosted(owed), cancellationToken);
        watcher.Advanced(PostingStep);
    }

    private async Task PostTooLittleAsync(Obligation owed, CancellationToken cancellationToken)
    {
        await client.PutAsync(owed, entries.TooLittle(owed), cancellationToken);
        await client.SubmitAsync(owed, cancellationToken);
    }

    private Task ReturnAsync(Obligation owed, CancellationToken cancellationToken) =>
        client.ReturnAsync(owed, DemonstrationEntries.ConductOf(owed)?.Reason ?? "请补充后重报。", cancellationToken);

    private async Task AcceptAsync(Obligation owed, CancellationToken cancellationToken)
    {
        await client.AcceptAsync(owed, cancellationToken);
        watcher.Advanced(ReviewStep);
    }
}
