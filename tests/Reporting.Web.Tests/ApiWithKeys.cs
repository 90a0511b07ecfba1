using Reporting.Access;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>One running pipeline for the tests of a class, with a key of every role.</summary>
public sealed class ApiWithKeys(AzuriteFixture azurite) : IAsyncLifetime
{
    private RunningApi? api;

    public RunningApi Api => api ?? throw new InvalidOperationException("The fixture has not been initialised.");

    /// <summary>The storage account under the pipeline.</summary>
    public string ConnectionString { get; } = azurite.FreshStorage();

    /// <summary>Clear keys by role; the unit is zhengzhou.</summary>
    public IReadOnlyDictionary<Role, string> Keys { get; private set; } = new Dictionary<Role, string>();

    public async ValueTask InitializeAsync()
    {
        api = await RunningApi.StartAsync(ConnectionString);
        Keys = new Dictionary<Role, string>
        {
            [Role.Unit] = await api.KeyAsync(Role.Unit, "zhengzhou"),
            [Role.Office] = await api.KeyAsync(Role.Office, person: "王敏"),
            [Role.Leader] = await api.KeyAsync(Role.Leader),
            [Role.Admin] = await api.KeyAsync(Role.Admin),
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (api is not null)
            await api.DisposeAsync();
    }
}
