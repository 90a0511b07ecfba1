using System.Collections.Concurrent;
using System.Diagnostics;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Tick;

namespace LocalHost.Demonstration;

/// <summary>Takes the time from claim to publication of each issue.</summary>
internal sealed class IssueWatch : IWorkTrace
{
    private readonly ConcurrentDictionary<string, (long Began, TimeSpan Took)> times = new(StringComparer.Ordinal);

    /// <summary>Raised each time an issue is published.</summary>
    internal event Action? Published;

    public void Reached(IssueKey issue, WorkStep reached)
    {
        var id = IssueSeries.Id(issue);
        if (reached == WorkStep.Claimed)
            times[id] = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        if (reached != WorkStep.Published)
            return;
        times[id] = times[id] with { Took = Stopwatch.GetElapsedTime(times[id].Began) };
        Published?.Invoke();
    }

    internal TimeSpan Of(string id) => times.TryGetValue(id, out var time) ? time.Took : TimeSpan.Zero;
}
