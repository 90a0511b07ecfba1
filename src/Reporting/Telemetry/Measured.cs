using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Reporting.Telemetry;

/// <summary>A step that is traced and timed until it is disposed; without an outcome it has failed.</summary>
internal sealed class Measured : IDisposable
{
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly Activity? activity;
    private readonly Histogram<double> duration;
    private TagList tags;

    /// <param name="tags">Of the measurement and of the trace: few values each.</param>
    /// <param name="more">Of the trace alone.</param>
    public Measured(Activity? activity, Histogram<double> duration, ReadOnlySpan<KeyValuePair<string, object?>> tags, params ReadOnlySpan<KeyValuePair<string, object?>> more)
    {
        (this.activity, this.duration) = (activity, duration);
        foreach (var tag in tags)
        {
            this.tags.Add(tag);
            activity?.SetTag(tag.Key, tag.Value);
        }
        foreach (var tag in more)
            activity?.SetTag(tag.Key, tag.Value);
    }

    /// <summary>How it ended, in a word of the program.</summary>
    public string Outcome { get; set; } = "failed";

    public void Dispose()
    {
        tags.Add("outcome", Outcome);
        activity?.SetTag("outcome", Outcome);
        activity?.SetStatus(Outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
        duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, tags);
        activity?.Dispose();
    }
}
