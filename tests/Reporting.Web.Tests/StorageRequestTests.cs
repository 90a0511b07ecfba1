using Reporting.Access;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>What the request path asks of storage: rows by their address and partitions by their key, never a table as a whole.</summary>
public sealed class StorageRequestTests(AzuriteFixture azurite)
{
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";

    [Fact]
    public async Task NoEndpoint_ScansATable()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var keys = new Dictionary<Role, string>
        {
            [Role.Unit] = await api.KeyAsync(Role.Unit, "zhengzhou"),
            [Role.Office] = await api.KeyAsync(Role.Office),
            [Role.Leader] = await api.KeyAsync(Role.Leader),
            [Role.Admin] = await api.KeyAsync(Role.Admin),
        };
        using var requests = StorageRequests.Of(storage);

        // Writes first, so that what reads has something to read.
        foreach (var endpoint in DocumentedAccess.All.OrderByDescending(e => e.Name.StartsWith("Put", StringComparison.Ordinal)).ThenByDescending(e => e.Method == "PUT"))
        {
            foreach (var role in endpoint.Roles.DefaultIfEmpty(Role.Leader))
            {
                var unit = EndpointSamples.Owner(endpoint);
                var key = role == Role.Unit && unit != "zhengzhou" ? await api.KeyAsync(Role.Unit, unit) : keys[role];
                await api.SendAsync(endpoint.Method, EndpointSamples.Path(endpoint, unit), key, EndpointSamples.Body(endpoint));
                await api.SendAsync(
                    endpoint.Method, EndpointSamples.Path(endpoint, unit), key, EndpointSamples.Body(endpoint), r => r.Headers.TryAddWithoutValidation("If-Match", "*"));
            }
            Assert.All(requests.Take(), request => Assert.True(IsAddressed(request), $"{endpoint.Name}: {request}"));
        }
    }

    [Fact]
    public async Task UnitsObligations_AreOneQueryForEachOfItsPlans()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        const string path = "/api/henan-2012/obligations?period=2012Q1";
        await api.SendAsync("GET", path, key);
        await UseIsRecordedAsync(api);
        using var requests = StorageRequests.Of(storage);

        var answer = await api.SendAsync("GET", path, key);

        var plans = (answer.Json["obligations"]?.AsArray() ?? []).Select(o => (string?)o?["plan"]).Distinct().ToList();
        var asked = requests.Take();
        Assert.True(plans.Count > 1);
        Assert.Equal(
            plans.Select(p => $"henan-2012~2012Q1~{p}").Order(StringComparer.Ordinal),
            asked.Select(r => r.Filter?.Split('\'')[1] ?? r.Address).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Put_IsOneReadAndOneTransaction_OnceTheKeyIsKnown()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        var first = await api.SendAsync("PUT", Entry, key, Sample.Task("第一稿。"));
        await UseIsRecordedAsync(api);
        using var requests = StorageRequests.Of(storage);

        var second = await api.SendAsync("PUT", Entry, key, Sample.Task("第二稿。"), r =>
        {
            r.Headers.TryAddWithoutValidation("If-Match", first.ETag);
            r.Headers.TryAddWithoutValidation("Idempotency-Key", "a-1");
        });

        Assert.Equal(200, second.Status);
        Assert.Equal(
            ["GET Progress(PartitionKey='henan-2012~2012Q1~automotive',RowKey='entry~R01~zhengzhou')", "POST $batch"],
            requests.Take().Select(r => $"{r.Method} {r.Address}"));
    }

    // Written beside the first request; the list shows it as soon as it is there.
    private static async Task UseIsRecordedAsync(RunningApi api)
    {
        for (var look = 0; look < 1000; look++)
        {
            if ((await api.SendAsync("GET", "/api/keys", RunningApi.AdminKey)).Json["keys"]?[0]?["lastUsedAt"] is not null)
                return;
        }
        Assert.Fail("The use of the key was not recorded.");
    }

    private static bool IsAddressed(StorageRequest request) =>
        request.Address == "$batch"
        || request.Address.Contains("(PartitionKey='", StringComparison.Ordinal)
        || (request.Method == "POST" && !request.Address.Contains('(', StringComparison.Ordinal))
        || request.Filter?.StartsWith("PartitionKey eq '", StringComparison.Ordinal) == true
        || request.Filter?.StartsWith("(PartitionKey eq '", StringComparison.Ordinal) == true;
}
