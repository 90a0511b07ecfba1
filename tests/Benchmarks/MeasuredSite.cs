using LocalHost.Demonstration;
using LocalHost.Emulator;
using LocalHost.Hosting;
using Reporting.Catalogue;
using Reporting.Schedule;

namespace Benchmarks;

/// <summary>The whole site over a storage emulator of its own, in memory on free ports, with a clock that is set.</summary>
internal sealed class MeasuredSite : IAsyncDisposable
{
    private readonly Azurite azurite;
    private readonly WebApplication app;

    private MeasuredSite(Azurite azurite, WebApplication app, DemonstrationClock clock) => (this.azurite, this.app, Clock) = (azurite, app, clock);

    internal DemonstrationClock Clock { get; }

    internal string ConnectionString => azurite.ConnectionString;

    internal IServiceProvider Services => app.Services;

    internal Programme Programme => app.Services.GetRequiredService<Programmes>().All[0];

    internal Uri Address => new(app.Urls.First());

    internal static async Task<MeasuredSite> StartAsync()
    {
        var azurite = await Azurite.StartAsync(AzuriteOptions.OnFreePortsInMemory(), CancellationToken.None);
        var clock = new DemonstrationClock(BeijingTime.StartOf(new Period(2012, 1).LastDay));
        var builder = Site.Configure([]);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Storage:ConnectionString"] = azurite.ConnectionString,
            ["Publishing:Demonstration"] = "true",
            ["Signing:PrivateKeyFile"] = "",
            ["Delivery:Mail:PickupFolder"] = "",
            ["Delivery:Webhook:KeyFile"] = "",
            ["Logging:LogLevel:Default"] = "Error",
            ["RateLimits:PerSecond"] = "1000000",
            ["RateLimits:Burst"] = "1000000",
        });
        builder.Services.AddSingleton<TimeProvider>(clock);
        var app = await Site.BuildAsync(builder, CancellationToken.None);
        await app.StartAsync();
        return new MeasuredSite(azurite, app, clock);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await azurite.DisposeAsync();
    }
}
