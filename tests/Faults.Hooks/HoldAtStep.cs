using System.Globalization;
using Reporting.Schedule;
using Reporting.Tick;

namespace Faults.Hooks;

/// <summary>
/// Stops at the n-th time a step of the work is reached, says so, and goes no further, so that the test can kill the process exactly there.
/// </summary>
internal sealed class HoldAtStep : IWorkTrace
{
    /// <summary>The environment variable, e.g. <c>Frozen:3</c>.</summary>
    public const string Variable = "FAULTS_HOLD_AT";

    private readonly WorkStep step;
    private readonly int count;
    private int reachedSoFar;

    public HoldAtStep()
    {
        var parts = (Environment.GetEnvironmentVariable(Variable) ?? "").Split(':');
        step = Enum.Parse<WorkStep>(parts[0]);
        count = int.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    public void Reached(IssueKey issue, WorkStep reached)
    {
        if (reached != step || Interlocked.Increment(ref reachedSoFar) != count)
            return;
        Console.Out.WriteLine($"HELD {step} {issue.Period} {issue.Kind} {issue.Plan}");
        Console.Out.Flush();
        Thread.Sleep(Timeout.Infinite);
    }
}
