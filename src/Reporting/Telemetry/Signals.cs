using System.Diagnostics;
using System.Diagnostics.Metrics;
using Reporting.Schedule;

namespace Reporting.Telemetry;

/// <summary>
/// What the core tells of its work, as traces and metrics of .NET: how long ticks, pieces, renderings and deliveries take, how they end, and when
/// entries arrive. Ids of programmes, plans and issues, and words of the program only: no entry text, no person, no address.
/// </summary>
public static class Signals
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Reporting";

    private const string Seconds = "s";
    private static readonly ActivitySource source = new(Name);
    private static readonly Meter meter = new(Name);
    private static readonly Histogram<double> ticks = meter.CreateHistogram<double>("reporting.tick.duration", Seconds, "A part of a tick, for one programme.");
    private static readonly Histogram<double> pieces = meter.CreateHistogram<double>("reporting.piece.duration", Seconds, "A message of the queue that was worked on.");
    private static readonly Histogram<double> renders = meter.CreateHistogram<double>("reporting.render.duration", Seconds, "One form of one issue.");
    private static readonly Histogram<double> deliveries = meter.CreateHistogram<double>("reporting.delivery.duration", Seconds, "One attempt to send.");
    private static readonly Counter<long> entries = meter.CreateCounter<long>("reporting.entries.submitted", "{entry}", "Entries handed over to the office for the first time.");

    internal static Measured Tick(string programme, string part) => new(source.StartActivity("tick"), ticks, [new("programme", programme), new("part", part)]);

    internal static Measured Piece(IssueKey issue) =>
        new(source.StartActivity("piece"), pieces, [new("programme", issue.Programme), new("kind", issue.Kind.Id)], [new("period", issue.Period.ToString()), new("plan", issue.Plan)]);

    internal static Measured Render(string file) => new(source.StartActivity("render"), renders, [new("file", file)]);

    internal static Measured Delivery(string programme, string channel) =>
        new(source.StartActivity("delivery"), deliveries, [new("programme", programme), new("channel", channel)]);

    /// <param name="timeliness">By the period's dates at the first submission.</param>
    internal static void EntryReceived(string programme, Timeliness timeliness) =>
        entries.Add(1, new KeyValuePair<string, object?>("programme", programme), new KeyValuePair<string, object?>("timeliness", ReportingJson.NameOf(timeliness)));
}
