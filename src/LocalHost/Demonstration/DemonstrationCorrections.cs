using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;

namespace LocalHost.Demonstration;

/// <summary>
/// What was wrong in the published quarter and is put right in this one, before its own reporting begins: the unit asks for leave to report
/// late, the office grants it and gives the accepted entry back, the unit mends it and says why, and the office accepts it again.
/// </summary>
internal sealed class DemonstrationCorrections(
    Programme programme, Period period, DemonstrationEntries entries, ReportingClient client, DemonstrationClock clock, DemonstrationWatcher watcher)
{
    private string Step => $"{period.Previous} 更正 correct";

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        var all = DemonstrationEntries.Story.Corrections.Where(c => c.Period == period.Previous).OrderBy(c => c.On).ToList();
        if (all.Count == 0)
            return;
        watcher.Began(Step, all.Count);
        foreach (var told in all)
        {
            await CorrectAsync(told, Obligation.Of(programme, told.Period).Single(told.Concerns), cancellationToken);
            watcher.Advanced(Step);
        }
    }

    private async Task CorrectAsync(ToldCorrection told, Obligation owed, CancellationToken cancellationToken)
    {
        clock.MoveTo(told.On);
        var permit = await client.AskForPermitAsync(owed, told.Reason, told.Until, cancellationToken);
        clock.MoveTo(told.On.AddDays(1));
        await client.GrantPermitAsync(owed, permit, cancellationToken);
        await client.ReturnAsync(owed, told.ReturnReason, cancellationToken);
        clock.MoveTo(told.On.AddDays(2));
        await client.PutAsync(owed, entries.Corrected(owed, told), cancellationToken);
        await client.SubmitAsync(owed, cancellationToken);
        clock.MoveTo(told.On.AddDays(3));
        await client.AcceptAsync(owed, cancellationToken);
    }
}
