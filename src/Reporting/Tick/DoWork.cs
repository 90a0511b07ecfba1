using Microsoft.Extensions.Logging;
using Reporting.Catalogue;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Telemetry;

namespace Reporting.Tick;

/// <summary>
/// Handles a message of the queue <c>work</c>: claims the piece it hints at, has it worked on, and records the run. Failures are kept with
/// the piece, so a handled message is never given back to the queue; what is left to do, the next tick hints at again.
/// </summary>
public sealed partial class DoWork(
    Programmes programmes,
    WorkTable work,
    WorkQueue queue,
    RunsTable runs,
    WorkOnPiece worker,
    TimeProvider time,
    ILogger<DoWork> logger)
{
    /// <summary>How long a claim stands without a sign of life; making an issue takes seconds.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>Returns when the piece is done, failed (which is recorded), or not to be worked on now.</summary>
    public async Task<WorkOutcome> HandleAsync(string message, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var began = time.GetTimestamp();
        if (!WorkMessage.TryRead(message, out var issue) || !programmes.TryGet(issue.Programme, out var programme))
        {
            LogDropped(logger, message.Length);
            await RecordAsync("", "message", now, began, WorkOutcome.Dropped, "The message names no issue of a known programme.", cancellationToken);
            return WorkOutcome.Dropped;
        }
        var id = IssueSeries.Id(issue);
        using var step = Signals.Piece(issue);
        WorkOutcome outcome;
        string? error = null;
        try
        {
            (outcome, error) = await ClaimAndWorkAsync(programme, issue, now, cancellationToken);
            if (outcome == WorkOutcome.Parked)
                LogParked(logger, programme.Id, id);
            if (outcome is WorkOutcome.Published or WorkOutcome.Parked)
                await HintAtNextAsync(programme, issue, now, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Storage failed around the piece; the claim, if there is one, runs out by itself.
            LogFailed(logger, failure, programme.Id, id);
            (outcome, error) = (WorkOutcome.Failed, RunRecord.ErrorOf(failure));
        }
        step.Outcome = ReportingJson.NameOf(outcome);
        if (outcome is not WorkOutcome.NothingToDo)
            await RecordAsync(programme.Id, id, now, began, outcome, error, cancellationToken);
        return outcome;
    }

    private async Task<(WorkOutcome Outcome, string? Error)> ClaimAndWorkAsync(
        Programme programme, IssueKey issue, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!(DueWork.IsOnRequest(issue, programme.Calendar) || DueWork.Of(programme, now).Contains(issue))
            || await work.FindAsync(issue, cancellationToken) is not { } found
            || !found.ClaimableAt(now))
        {
            return (WorkOutcome.NothingToDo, null);
        }
        var toBePublished = WorkOrder.IsToBePublished(programme, issue, found, now);
        if (toBePublished && !await IsFirstOfSeriesAsync(DueWork.Of(programme, now), issue, cancellationToken))
            return (WorkOutcome.NothingToDo, null);
        if (found.Claims >= WorkPiece.MaxClaims)
        {
            return await work.ReplaceAsync(found.Abandoned(), cancellationToken) is null
                ? (WorkOutcome.NothingToDo, null)
                : (WorkOutcome.Parked, "Claimed too often without an end: it may kill its handlers.");
        }
        var claim = found with { State = WorkState.Working, LeaseUntil = now + Lease, Claims = found.Claims + 1 };
        return await work.ReplaceAsync(claim, cancellationToken) is { } claimed
            ? await worker.RunAsync(programme, claimed, toBePublished, now, cancellationToken)
            : (WorkOutcome.NothingToDo, null);
    }

    private async Task<bool> IsFirstOfSeriesAsync(IReadOnlyList<IssueKey> due, IssueKey issue, CancellationToken cancellationToken) =>
        WorkOrder.Before(due, issue) is not { } before || await work.FindAsync(before, cancellationToken) is { Settled: true };

    private async Task HintAtNextAsync(Programme programme, IssueKey issue, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (WorkOrder.After(DueWork.Of(programme, now), issue) is { } next)
            await queue.SendAsync(WorkMessage.Write(next), cancellationToken);
    }

    private async Task RecordAsync(
        string programme, string what, DateTimeOffset now, long began, WorkOutcome outcome, string? error, CancellationToken cancellationToken)
    {
        try
        {
            var run = new RunRecord(programme, what, now, outcome.ToString().ToLowerInvariant(), time.GetElapsedTime(began), error);
            await runs.AddAsync(run, cancellationToken);
        }
        catch (Exception unrecorded) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnrecorded(logger, unrecorded, programme, what);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Programme} {Issue} failed; it is tried again later.")]
    private static partial void LogFailed(ILogger logger, Exception failure, string programme, string issue);

    [LoggerMessage(EventId = 7004, EventName = "IssueParked", Level = LogLevel.Error, Message = "{Programme} {Issue} is parked: a person has to look at it.")]
    private static partial void LogParked(ILogger logger, string programme, string issue);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message of {Length} characters that names no issue of a known programme was dropped.")]
    private static partial void LogDropped(ILogger logger, int length);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The run of {Programme} {What} could not be recorded.")]
    private static partial void LogUnrecorded(ILogger logger, Exception failure, string programme, string what);
}
