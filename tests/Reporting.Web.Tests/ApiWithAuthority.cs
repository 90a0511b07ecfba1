using Testing;

namespace Reporting.Web.Tests;

/// <summary>One running pipeline that takes the tokens of one authority, for the tests of a class that change neither.</summary>
public sealed class ApiWithAuthority(AzuriteFixture azurite) : IAsyncLifetime
{
    private RunningApi? api;
    private TestAuthority? authority;

    public RunningApi Api => api ?? throw new InvalidOperationException("The fixture has not been initialised.");

    internal TestAuthority Authority => authority ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public async ValueTask InitializeAsync()
    {
        authority = await TestAuthority.StartAsync();
        api = await RunningApi.StartAsync(azurite.FreshStorage(), settings: authority.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        if (api is not null)
            await api.DisposeAsync();
        if (authority is not null)
            await authority.DisposeAsync();
    }
}
