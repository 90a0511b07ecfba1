using LocalHost.Emulator;
using Xunit;

namespace Testing;

/// <summary>
/// One Azurite for a test assembly, in memory on free ports. Declare it with
/// <c>[assembly: AssemblyFixture(typeof(AzuriteFixture))]</c> and take it in a test class's constructor.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const int AccountLimit = 400;

    private Azurite? azurite;
    private int taken;

    private Azurite Running => azurite ?? throw new InvalidOperationException("The fixture has not been initialised.");

    /// <summary>The connection string of a storage account nobody else uses, empty: take one for each test class or test.</summary>
    public string FreshStorage()
    {
        var account = Interlocked.Increment(ref taken);
        return account <= AccountLimit
            ? Running.ConnectionStringOf(account)
            : throw new InvalidOperationException($"More than {AccountLimit} storage accounts were taken; raise the limit.");
    }

    public async ValueTask InitializeAsync()
    {
        var options = AzuriteOptions.OnFreePortsInMemory();
        options.Accounts = AccountLimit;
        azurite = await Azurite.StartAsync(options, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
    }
}
