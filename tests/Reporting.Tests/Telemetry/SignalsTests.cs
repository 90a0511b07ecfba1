using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Reporting.Access;
using Reporting.Delivery;
using Reporting.Telemetry;
using Reporting.Tests.Tick;
using Testing;

namespace Reporting.Tests.Telemetry;

/// <summary>What the core tells of its work: enough to see where time goes, and nothing of what units and persons wrote.</summary>
public sealed class SignalsTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_IsTracedAndTimed_WithoutNamesAndAddresses()
    {
        // A programme of its own, so that tests beside this one are told apart.
        var programme = WorkBench.Programme with { Id = "measured-2012" };
        using var heard = new Heard(programme.Id);
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter, programme);
        var governor = new Subscriber("王副省长", DeliveryChannel.Email, "wang@example.gov.cn", Plans: ["nev"]);
        Assert.Empty((await bench.Get<SubscriberBook>().PutAsync(new Caller("李梅", Role.Office, null, "k1"), programme.Id, "governor", governor, ChangeTerms.None, Cancellation)).Refusals);
        bench.Channel.Answer = _ => Task.FromResult(new SendResult(SendOutcome.Refused, "550 wang@example.gov.cn unknown"));

        await bench.TickAsync();
        await bench.DrainAsync();

        Assert.Equal(["delivery refused", "piece published", "piece published", "piece published", "tick deliveries hinted", "tick registers derived", "tick reminders reminded", "tick tick ticked"], heard.Steps.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["reporting.delivery.duration 1", "reporting.piece.duration 3", "reporting.tick.duration 4"],
            heard.Measurements.GroupBy(m => m).Select(g => $"{g.Key} {g.Count()}").Order(StringComparer.Ordinal));
        Assert.All(heard.Values, value =>
        {
            Assert.DoesNotContain("王", value, StringComparison.Ordinal);
            Assert.DoesNotContain("李梅", value, StringComparison.Ordinal);
            Assert.DoesNotContain("@", value, StringComparison.Ordinal);
        });
    }

    /// <summary>Listens as an exporter does, to one programme.</summary>
    private sealed class Heard : IDisposable
    {
        private readonly ActivityListener traces;
        private readonly MeterListener metrics = new();
        private readonly string programme;

        public Heard(string programme)
        {
            this.programme = programme;
            traces = new ActivityListener
            {
                ShouldListenTo = source => source.Name == Signals.Name,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = Stopped,
            };
            ActivitySource.AddActivityListener(traces);
            metrics.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Signals.Name)
                    listener.EnableMeasurementEvents(instrument);
            };
            metrics.SetMeasurementEventCallback<double>((instrument, seconds, tags, _) =>
            {
                Assert.True(seconds >= 0);
                if (Take(tags))
                    Measurements.Enqueue(instrument.Name);
            });
            metrics.Start();
        }

        public ConcurrentQueue<string> Steps { get; } = new();

        public ConcurrentQueue<string> Measurements { get; } = new();

        public ConcurrentQueue<string> Values { get; } = new();

        public void Dispose()
        {
            traces.Dispose();
            metrics.Dispose();
        }

        private void Stopped(Activity activity)
        {
            if (Take([.. activity.TagObjects]))
                Steps.Enqueue(string.Join(' ', new[] { activity.OperationName, activity.GetTagItem("part"), activity.GetTagItem("outcome") }.Where(word => word is not null)));
        }

        private bool Take(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var own = false;
            foreach (var tag in tags)
                own |= tag.Key == "programme" && Equals(tag.Value, programme);
            if (!own)
                return false;
            foreach (var tag in tags)
                Values.Enqueue($"{tag.Key}={tag.Value}");
            return true;
        }
    }
}
