using Microsoft.Extensions.Logging;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Tick;

/// <summary>
/// The tick: computes what is due and not done, and hints at each piece through the queue. Ticked twice, late, killed half way or skipped
/// for days, the set of issues that comes of it is the same, once each.
/// </summary>
public sealed partial class RunTick(
    Programmes programmes,
    FreezeObligations freeze,
    WorkTable work,
    WorkQueue queue,
    RunsTable runs,
    TimeProvider time,
    ILogger<RunTick> logger)
{
    /// <summary>A programme whose tick fails does not keep the others from theirs.</summary>
    public async Task<TickResult> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var result = new TickResult(0, 0, 0);
        foreach (var programme in programmes.All)
        {
            var began = time.GetTimestamp();
            try
            {
                var (added, hinted) = await TickAsync(programme, now, cancellationToken);
                result = result with { Added = result.Added + added, Hinted = result.Hinted + hinted };
                if (hinted > 0)
                {
                    await runs.AddAsync(
                        new RunRecord(programme.Id, RunRecord.TickName, now, "ticked", time.GetElapsedTime(began), null), cancellationToken);
                }
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                result = result with { Failed = result.Failed + 1 };
                LogFailed(logger, failure, programme.Id);
                await RecordFailureAsync(programme.Id, now, time.GetElapsedTime(began), failure, cancellationToken);
            }
        }
        return result;
    }

    private async Task<(int Added, int Hinted)> TickAsync(Programme programme, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // First, so that no issue is made of a period whose obligations could still change.
        await freeze.RunAsync(programme, now, cancellationToken);
        var due = WorkOrder.Due(programme, now);
        var pieces = new Dictionary<IssueKey, WorkPiece>();
        foreach (var year in due.Select(i => i.Period.Year).Distinct())
        {
            foreach (var piece in await work.ReadYearAsync(programme.Id, year, cancellationToken))
                pieces.Add(piece.Issue, piece);
        }
        var added = 0;
        foreach (var issue in due.Where(i => !pieces.ContainsKey(i)))
        {
            if (await work.AddAsync(issue, now, cancellationToken))
                added++;
        }
        var hinted = 0;
        foreach (var issue in WorkOrder.Ready(due, pieces, now))
        {
            await queue.SendAsync(WorkMessage.Write(issue), cancellationToken);
            hinted++;
        }
        if (hinted > 0)
            LogTicked(logger, programme.Id, due.Count, added, hinted);
        return (added, hinted);
    }

    private async Task RecordFailureAsync(
        string programme, DateTimeOffset now, TimeSpan duration, Exception failure, CancellationToken cancellationToken)
    {
        try
        {
            await runs.AddAsync(
                new RunRecord(programme, RunRecord.TickName, now, "failed", duration, RunRecord.ErrorOf(failure)), cancellationToken);
        }
        catch (Exception unrecorded) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnrecorded(logger, unrecorded, programme);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Tick of {Programme}: {Due} issues due so far, {Added} new, {Hinted} sent to work.")]
    private static partial void LogTicked(ILogger logger, string programme, int due, int added, int hinted);

    [LoggerMessage(Level = LogLevel.Error, Message = "The tick of {Programme} failed; the next one tries again.")]
    private static partial void LogFailed(ILogger logger, Exception failure, string programme);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The failed tick of {Programme} could not be recorded.")]
    private static partial void LogUnrecorded(ILogger logger, Exception failure, string programme);
}

/// <summary>What a tick did, over all programmes.</summary>
/// <param name="Added">Issues that became due since the last tick.</param>
/// <param name="Hinted">Messages sent.</param>
/// <param name="Failed">Programmes whose tick failed.</param>
public sealed record TickResult(int Added, int Hinted, int Failed);
