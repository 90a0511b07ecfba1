using Microsoft.Extensions.Logging;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Problems;
using Reporting.Projects;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Tick;

/// <summary>
/// Carries what entries say into the registers of projects and problems. An entry that is accepted, or taken back, leaves a marker beside it;
/// the marker goes when both registers have taken the entry as it stands. Broken off anywhere it is begun again, by the next tick at the latest.
/// </summary>
public sealed partial class DeriveFromEntries(
    ProgressTable progress, EntryMarkers markers, RecordReports reports, RaiseProblems problems, LinkProjects links, TimeProvider time, ILogger<DeriveFromEntries> logger)
{
    /// <summary>Markers of a period are looked for until so long after its review; under an exception an entry can be accepted later than that.</summary>
    private static readonly TimeSpan LooksAfterReview = TimeSpan.FromDays(180);

    /// <summary>Takes one entry into the registers at once; what fails is logged and left to the tick, for the entry itself is stored.</summary>
    public async Task TryAsync(EntryKey entry, CancellationToken cancellationToken)
    {
        try
        {
            if (await markers.FindAsync(entry, cancellationToken) is { } marker)
                await TakeAsync(marker, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogLeft(logger, failure, entry.Programme, entry.Period, entry.Plan, entry.Task ?? "indicators", entry.Unit);
        }
    }

    /// <summary>Does what is left to do in the programme's open and recently closed periods; one entry that fails does not keep the others.</summary>
    /// <exception cref="AggregateException">Some entries failed; the others are done.</exception>
    public async Task<int> RunAsync(Programme programme, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var failures = new List<Exception>();
        var taken = 0;
        foreach (var period in programme.Calendar.Periods.Where(p => IsLookedAt(PeriodDates.Of(p, programme.Calendar), now)))
        {
            foreach (var plan in programme.Plans)
                taken += await TakePlanAsync(programme, period, plan, failures, cancellationToken);
        }
        foreach (var plan in programme.Plans)
            taken += await links.RunAsync(programme, plan, cancellationToken);
        return failures.Count == 0 ? taken : throw new AggregateException("Entries could not be taken into the registers.", failures);
    }

    private async Task<int> TakePlanAsync(
        Programme programme, Period period, Plan plan, List<Exception> failures, CancellationToken cancellationToken)
    {
        var taken = 0;
        foreach (var marker in await markers.ReadAsync(programme.Id, period, plan.Id, cancellationToken))
        {
            try
            {
                await TakeAsync(marker, cancellationToken);
                taken++;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                failures.Add(failure);
            }
        }
        return taken;
    }

    private async Task TakeAsync(EntryMarker marker, CancellationToken cancellationToken)
    {
        // Read after the marker: an entry that changes from now on writes its marker anew, and this one's tag no longer fits.
        if (await progress.FindAsync(marker.Entry, cancellationToken) is { } stored)
        {
            await reports.RunAsync(stored.Entry, cancellationToken);
            await problems.RunAsync(stored.Entry, cancellationToken);
        }
        await markers.SettleAsync(marker, cancellationToken);
    }

    private static bool IsLookedAt(PeriodDates dates, DateTimeOffset now) =>
        BeijingTime.StartOf(dates.Opens) <= now && now < BeijingTime.EndOf(dates.ReviewBy) + LooksAfterReview;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Entry {Programme} {Period} {Plan} {Task} {Unit} is stored, but not yet taken into the registers; the tick does it.")]
    private static partial void LogLeft(ILogger logger, Exception failure, string programme, Period period, string plan, string task, string unit);
}
