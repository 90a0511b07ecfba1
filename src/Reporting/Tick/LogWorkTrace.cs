using Microsoft.Extensions.Logging;
using Reporting.Publishing;
using Reporting.Schedule;

namespace Reporting.Tick;

/// <summary>Writes each step to the log, at level Debug.</summary>
internal sealed partial class LogWorkTrace(ILogger<LogWorkTrace> logger) : IWorkTrace
{
    public void Reached(IssueKey issue, WorkStep reached)
    {
        if (!logger.IsEnabled(LogLevel.Debug))
            return;
        var id = IssueSeries.Id(issue);
        LogStep(logger, issue.Programme, id, reached);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Programme} {Issue}: {Reached}")]
    private static partial void LogStep(ILogger logger, string programme, string issue, WorkStep reached);
}
