namespace LocalHost.Hosting;

/// <summary>Which time a local run shows (section <c>Clock</c>).</summary>
internal sealed class ClockOptions
{
    public const string Section = "Clock";

    /// <summary>The instant at which the clock starts, then running as usual; null for the machine's own time.</summary>
    public DateTimeOffset? Start { get; set; }
}
