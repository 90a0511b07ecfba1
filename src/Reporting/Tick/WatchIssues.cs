using Microsoft.Extensions.Logging;
using Reporting.Catalogue;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Tick;

/// <summary>
/// The watchdog: once a day it looks for issues that should exist by the promise of the calendar and do not, whatever the reason, and
/// raises an alert for each, again every day until the issue is there. It trusts nothing that the tick has written but the published issues.
/// </summary>
public sealed partial class WatchIssues(Programmes programmes, ListIssues published, RunsTable runs, TimeProvider time, ILogger<WatchIssues> logger)
{
    /// <summary>So many days before its last day an issue that is not published is warned of.</summary>
    private const int WarnDays = 2;

    /// <summary>What is missing or nearly late, over all programmes; one that cannot be read counts as failed and keeps no other from being watched.</summary>
    public async Task<WatchResult> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var result = new WatchResult([], [], 0);
        foreach (var programme in programmes.All)
        {
            var began = time.GetTimestamp();
            try
            {
                var (missing, late) = await WatchAsync(programme, now, cancellationToken);
                result = result with { Missing = [.. result.Missing, .. missing], NearlyLate = [.. result.NearlyLate, .. late] };
                if (missing.Count > 0)
                    await RecordAsync(programme.Id, now, began, "missing", string.Join(", ", missing), cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(logger, failure, programme.Id);
                result = result with { Failed = result.Failed + 1 };
            }
        }
        return result;
    }

    private async Task<(List<string> Missing, List<string> NearlyLate)> WatchAsync(Programme programme, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = BeijingTime.DateOf(now);
        var promised = DueWork.Of(programme, now)
            .Select(issue => (Issue: issue, By: DueWork.PublishBy(issue, programme.Calendar)))
            .Where(x => x.By is { } by && by.AddDays(-WarnDays) <= today).ToList();
        var there = (await published.RunAsync(programme, null, null, null, cancellationToken)).Select(i => i.Key).ToHashSet();
        List<string> missing = [];
        List<string> late = [];
        foreach (var (issue, by) in promised.Where(x => !there.Contains(x.Issue)))
        {
            var id = IssueSeries.Id(issue);
            if (by < today)
            {
                missing.Add(id);
                LogMissing(logger, programme.Id, id, by ?? today);
            }
            else
            {
                late.Add(id);
                LogNearlyLate(logger, programme.Id, id, by ?? today);
            }
        }
        return (missing, late);
    }

    private async Task RecordAsync(string programme, DateTimeOffset now, long began, string outcome, string issues, CancellationToken cancellationToken) =>
        await runs.AddAsync(new RunRecord(programme, RunRecord.WatchdogName, now, outcome, time.GetElapsedTime(began), RunRecord.Cut(issues)), cancellationToken);

    [LoggerMessage(EventId = 7001, EventName = "IssueMissing", Level = LogLevel.Error, Message = "{Programme} {Issue} was promised for {Day:yyyy-MM-dd} and is not published.")]
    private static partial void LogMissing(ILogger logger, string programme, string issue, DateOnly day);

    [LoggerMessage(EventId = 7002, EventName = "IssueNearlyLate", Level = LogLevel.Warning, Message = "{Programme} {Issue} is promised for {Day:yyyy-MM-dd} and is not published yet.")]
    private static partial void LogNearlyLate(ILogger logger, string programme, string issue, DateOnly day);

    [LoggerMessage(EventId = 7003, EventName = "WatchdogFailed", Level = LogLevel.Error, Message = "The issues of {Programme} could not be watched.")]
    private static partial void LogFailed(ILogger logger, Exception failure, string programme);
}

/// <summary>What the watchdog found.</summary>
/// <param name="Missing">Ids of issues whose promised day is over.</param>
/// <param name="NearlyLate">Ids of issues whose promised day is near.</param>
/// <param name="Failed">Programmes that could not be watched.</param>
public sealed record WatchResult(IReadOnlyList<string> Missing, IReadOnlyList<string> NearlyLate, int Failed);
