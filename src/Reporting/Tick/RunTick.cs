using Microsoft.Extensions.Logging;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Delivery;
using Reporting.Reminding;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Telemetry;

namespace Reporting.Tick;

/// <summary>
/// The tick: computes what is due and not done, hints at each piece through the queue, and writes the day's reminders. Ticked twice, late,
/// killed half way or skipped for days, the set of issues that comes of it is the same, once each.
/// </summary>
public sealed partial class RunTick(
    Programmes programmes,
    FreezeObligations freeze,
    DeriveFromEntries derive,
    WorkTable work,
    WorkQueue queue,
    RemindUnits remind,
    QueueDeliveries enqueue,
    HintDeliveries deliveries,
    RunsTable runs,
    TimeProvider time,
    ILogger<RunTick> logger)
{
    /// <summary>A part that fails keeps neither the programme's other parts nor the other programmes from theirs.</summary>
    public async Task<TickResult> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var result = new TickResult(0, 0, 0);
        foreach (var programme in programmes.All)
        {
            var derived = await GuardAsync(
                programme.Id, RunRecord.RegistersName, "derived", now, () => derive.RunAsync(programme, cancellationToken), cancellationToken);
            var issues = await GuardAsync(programme.Id, RunRecord.TickName, "ticked", now, async () =>
            {
                var (added, hinted) = await TickAsync(programme, now, cancellationToken);
                result = result with { Added = result.Added + added };
                return hinted;
            }, cancellationToken);
            var reminded = await GuardAsync(
                programme.Id, RunRecord.RemindersName, "reminded", now, () => RemindAsync(programme, now, cancellationToken), cancellationToken);
            var delivering = await GuardAsync(
                programme.Id, RunRecord.DeliveriesName, "hinted", now, () => deliveries.RunAsync(programme, now, cancellationToken), cancellationToken);
            result = result with
            {
                Deliveries = result.Deliveries + (delivering ?? 0),
                Hinted = result.Hinted + (issues ?? 0),
                Reminded = result.Reminded + (reminded ?? 0),
                Failed = result.Failed + (derived is null ? 1 : 0) + (issues is null ? 1 : 0) + (reminded is null ? 1 : 0) + (delivering is null ? 1 : 0),
            };
        }
        return result;
    }

    /// <summary>Runs a part of the tick and records it where it did something, or failed.</summary>
    /// <param name="work">Returns how many things it did.</param>
    /// <returns>What <paramref name="work"/> returned; null when it failed.</returns>
    private async Task<int?> GuardAsync(
        string programme, string what, string outcome, DateTimeOffset now, Func<Task<int>> work, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        using var step = Signals.Tick(programme, what);
        try
        {
            var done = await work();
            step.Outcome = outcome;
            if (done > 0)
                await runs.AddAsync(new RunRecord(programme, what, now, outcome, time.GetElapsedTime(began), null), cancellationToken);
            return done;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, failure, programme, what);
            await RecordFailureAsync(programme, what, now, time.GetElapsedTime(began), failure, cancellationToken);
            return null;
        }
    }

    /// <summary>Writes the day's reminders and hands them on; a fault in either keeps nothing of the outbox from being sent.</summary>
    private async Task<int> RemindAsync(Programme programme, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reminded = await remind.RunAsync(programme, now, cancellationToken);
        await enqueue.OfRemindersAsync(programme, now, cancellationToken);
        return reminded;
    }

    private async Task<(int Added, int Hinted)> TickAsync(Programme programme, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // First, so that no issue is made of a period whose obligations could still change.
        await freeze.RunAsync(programme, now, cancellationToken);
        var due = DueWork.Of(programme, now);
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
        List<IssueKey> all = [.. due, .. pieces.Keys.Where(issue => DueWork.IsOnRequest(issue, programme.Calendar))];
        foreach (var issue in WorkOrder.Ready(programme, all, pieces, now))
        {
            await queue.SendAsync(WorkMessage.Write(issue), cancellationToken);
            hinted++;
        }
        if (hinted > 0)
            LogTicked(logger, programme.Id, due.Count, added, hinted);
        return (added, hinted);
    }

    private async Task RecordFailureAsync(
        string programme, string what, DateTimeOffset now, TimeSpan duration, Exception failure, CancellationToken cancellationToken)
    {
        try
        {
            await runs.AddAsync(
                new RunRecord(programme, what, now, "failed", duration, RunRecord.ErrorOf(failure)), cancellationToken);
        }
        catch (Exception unrecorded) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnrecorded(logger, unrecorded, programme, what);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Tick of {Programme}: {Due} issues due so far, {Added} new, {Hinted} sent to work.")]
    private static partial void LogTicked(ILogger logger, string programme, int due, int added, int hinted);

    [LoggerMessage(Level = LogLevel.Error, Message = "The {What} of {Programme} failed; the next one tries again.")]
    private static partial void LogFailed(ILogger logger, Exception failure, string programme, string what);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The failed {What} of {Programme} could not be recorded.")]
    private static partial void LogUnrecorded(ILogger logger, Exception failure, string programme, string what);
}

/// <summary>What a tick did, over all programmes.</summary>
/// <param name="Added">Issues that became due since the last tick.</param>
/// <param name="Hinted">Messages sent.</param>
/// <param name="Failed">Parts that failed, of any programme.</param>
/// <param name="Reminded">Reminders written, brought up to date or cancelled.</param>
/// <param name="Deliveries">Rows of the outbox that were hinted at.</param>
public sealed record TickResult(int Added, int Hinted, int Failed, int Reminded = 0, int Deliveries = 0);
