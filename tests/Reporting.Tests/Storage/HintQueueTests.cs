using Azure.Storage.Queues;
using Microsoft.Extensions.Options;
using Reporting.Storage;
using Testing;

namespace Reporting.Tests.Storage;

public sealed class HintQueueTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Messages_AreHandledBesideOneAnother_NoMoreThanAllowed(int beside)
    {
        var storage = azurite.FreshStorage();
        var connection = new StorageConnection(Options.Create(new StorageOptions { ConnectionString = storage }));
        await new StorageSetup(connection).EnsureAsync(Cancellation);
        var queue = new DeliveryQueue(connection);
        foreach (var text in (string[])["甲", "乙", "丙", "丁", "戊"])
            await queue.SendAsync(text, Cancellation);
        var allBesideAreIn = new TaskCompletionSource();
        var (now, most) = (0, 0);

        var handled = await queue.WorkOffAsync(
            TimeSpan.FromMinutes(1),
            beside,
            async text =>
            {
                var here = Interlocked.Increment(ref now);
                InterlockedMax(ref most, here);
                if (here == beside)
                    allBesideAreIn.TrySetResult();
                // Nobody leaves before as many have come as may.
                await allBesideAreIn.Task.WaitAsync(Cancellation);
                Interlocked.Decrement(ref now);
                return text;
            },
            Cancellation);

        Assert.Equal(["丁", "丙", "乙", "戊", "甲"], handled.Order(StringComparer.Ordinal));
        Assert.Equal(beside, most);
        // Of those that are hidden, too.
        var left = await new QueueClient(storage, DeliveryQueue.Name).GetPropertiesAsync(Cancellation);
        Assert.Equal(0, left.Value.ApproximateMessagesCount);
    }

    /// <summary>The listener waits and tries again; a queue that cannot be read ends no host.</summary>
    [Fact]
    public async Task QueueThatRefuses_IsUnavailable()
    {
        await using var storage = new RefusingStorage();
        var queue = new DeliveryQueue(new StorageConnection(Options.Create(storage.Options)));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => queue.ReceiveAsync(1, TimeSpan.FromSeconds(1), Cancellation));
    }

    private static void InterlockedMax(ref int most, int seen)
    {
        for (var before = Volatile.Read(ref most); seen > before; before = Volatile.Read(ref most))
        {
            if (Interlocked.CompareExchange(ref most, seen, before) == before)
                return;
        }
    }
}
