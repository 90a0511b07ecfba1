using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reporting.Storage;
using Testing;

namespace Reporting.Tests.Storage;

public sealed class SetUpStorageBesideTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_MakesWhatIsMissing()
    {
        var setup = SetupOf(azurite.FreshStorage());
        using var service = new SetUpStorageBeside(setup, TimeProvider.System, new Warnings());

        await service.StartAsync(Cancellation);
        await (service.ExecuteTask ?? Task.CompletedTask);

        Assert.True(await setup.IsReadyAsync(Cancellation));
    }

    [Fact]
    public async Task Host_StartsAndTriesAgain_WhenStorageDoesNotAnswer()
    {
        var warnings = new Warnings();
        // The discard port: nobody listens there.
        using var service = new SetUpStorageBeside(
            SetupOf("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:9/a;QueueEndpoint=http://127.0.0.1:9/a;TableEndpoint=http://127.0.0.1:9/a"),
            new HastyClock(),
            warnings);

        await service.StartAsync(Cancellation);
        await warnings.OneMore(Cancellation);
        await warnings.OneMore(Cancellation);
        await service.StopAsync(Cancellation);

        Assert.True(service.ExecuteTask?.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Host_StaysUp_WhenStorageRefuses()
    {
        await using var storage = new RefusingStorage();
        var warnings = new Warnings();
        using var service = new SetUpStorageBeside(new StorageSetup(new StorageConnection(Options.Create(storage.Options))), new HastyClock(), warnings);

        await service.StartAsync(Cancellation);
        await warnings.OneMore(Cancellation);
        await warnings.OneMore(Cancellation);
        await service.StopAsync(Cancellation);

        Assert.True(service.ExecuteTask?.IsCompletedSuccessfully);
    }

    private static StorageSetup SetupOf(string storage) =>
        new(new StorageConnection(Options.Create(new StorageOptions { ConnectionString = storage, Retries = 0 })));

    /// <summary>Its timers fire at once.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private sealed class Warnings : ILogger<SetUpStorageBeside>
    {
        private readonly Channel<Exception> told = Channel.CreateUnbounded<Exception>();

        public Task<Exception> OneMore(CancellationToken cancellationToken) => told.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning && exception is not null)
                told.Writer.TryWrite(exception);
        }
    }
}
