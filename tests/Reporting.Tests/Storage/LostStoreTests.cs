using Microsoft.Extensions.Options;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;
using Testing;

namespace Reporting.Tests.Storage;

/// <summary>An account that was emptied while a host runs is a failure of storage, not an entry that is not there or a writer who lost a race.</summary>
public sealed class LostStoreTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Table_IsUnavailable_WhenItIsGone()
    {
        var table = new ProgressTable(Empty());
        var period = new Period(2012, 1);
        var change = new EntryChange(
            EntryState.Draft, new EntryContent(null, null, "进展", null, [], [], []), FirstSubmittedAt: null, DateTimeOffset.UnixEpoch, "张三", Reason: null);

        var key = new EntryKey("henan-2012", period, "automotive", "R03", "zhengzhou");

        await Assert.ThrowsAsync<StorageUnavailableException>(() => table.FindAsync(key, Cancellation));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => table.ReadPeriodAsync("henan-2012", period, "automotive", Cancellation));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => table.WriteAsync(key, change, previous: null, idempotency: null, Cancellation));
    }

    [Fact]
    public async Task Queue_IsUnavailable_WhenItIsGone()
    {
        var queue = new WorkQueue(Empty());

        await Assert.ThrowsAsync<StorageUnavailableException>(() => queue.SendAsync("{}", Cancellation));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => queue.ReceiveAsync(1, TimeSpan.FromMinutes(1), Cancellation));
    }

    [Fact]
    public async Task Setup_IsNotReady_WhenNothingIsThere() => Assert.False(await new StorageSetup(Empty()).IsReadyAsync(Cancellation));

    private StorageConnection Empty() => new(Options.Create(new StorageOptions { ConnectionString = azurite.FreshStorage(), Retries = 0 }));
}
