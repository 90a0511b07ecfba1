using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Reporting.Access;
using Reporting.Storage;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>The life of a key over HTTP: granted, listed, used, replaced, taken back.</summary>
public sealed class KeyTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Keys_AreListedWithHolderStateAndUse_AndNothingThatOpens()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var granted = (await api.SendAsync("POST", "/api/keys", RunningApi.AdminKey, """{"person":"李梅","role":"unit","unit":"zhengzhou"}""")).Json;
        api.Clock.Now = api.Clock.Now.AddMinutes(5);
        var rotated = await api.SendAsync("POST", $"/api/keys/{granted["id"]}/rotate", RunningApi.AdminKey, """{"overlapHours":1}""");
        await api.SendAsync("POST", $"/api/keys/{rotated.Json["id"]}/revoke", RunningApi.AdminKey, """{"reason":"遗失"}""");
        api.Clock.Now = api.Clock.Now.AddHours(2);

        var list = await api.SendAsync("GET", "/api/keys", RunningApi.AdminKey);

        var keys = list.Json["keys"]?.AsArray() ?? [];
        Assert.Equal(
            ["李梅 unit zhengzhou expired 2012-04-10T10:05:00+08:00", "李梅 unit zhengzhou revoked "],
            keys.Select(k => $"{k?["person"]} {k?["role"]} {k?["unit"]} {k?["state"]} {k?["expiresAt"]}"));
        Assert.Equal((string?)granted["id"], (string?)rotated.Json["replaces"]);
        Assert.Equal("2012-04-10T10:05:00+08:00", (string?)rotated.Json["oldKeyUntil"]);
        Assert.Equal("遗失", (string?)keys[1]?["reason"]);
        Assert.Equal("no-store", list.Response.Headers.CacheControl?.ToString());
        foreach (var clear in new[] { (string?)granted["key"] ?? "", (string?)rotated.Json["key"] ?? "" })
        {
            Assert.DoesNotContain(clear.Split('.')[1], list.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clear))), list.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Key_StopsAtOnce_WhenItIsRevoked()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var admin = await api.KeyAsync(Role.Admin);
        var key = await api.KeyAsync(Role.Leader);
        Assert.Equal(200, (await api.SendAsync("GET", "/api/programmes", key)).Status);

        var revoked = await api.SendAsync("POST", $"/api/keys/{key.Split('.')[0]}/revoke", admin, """{"reason":"调离"}""");
        var own = await api.SendAsync("POST", $"/api/keys/{admin.Split('.')[0]}/revoke", admin, """{"reason":"手误"}""");

        Assert.Equal((200, 409, "key-own"), (revoked.Status, own.Status, own.Code));
        Assert.Equal("key-invalid", (await api.SendAsync("GET", "/api/programmes", key)).Code);
        Assert.Equal(200, (await api.SendAsync("GET", "/api/keys", admin)).Status);
    }

    [Fact]
    public async Task Use_IsSeenInTheList()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        await api.SendAsync("GET", "/api/programmes", await api.KeyAsync(Role.Leader));

        // It is written beside the request; the list shows it as soon as it is there.
        string? used = null;
        for (var look = 0; look < 1000 && used is null; look++)
            used = (string?)(await api.SendAsync("GET", "/api/keys", RunningApi.AdminKey)).Json["keys"]?[0]?["lastUsedAt"];

        Assert.Equal("2012-04-10T09:00:00+08:00", used);
    }

    [Fact]
    public async Task Request_IsAnsweredFromTheCache_WhileTheKeysCannotBeRead()
    {
        await using var relay = StorageRelay.Before(azurite.FreshStorage());
        await using var api = await RunningApi.StartAsync(relay.ConnectionString, retries: 0);
        var (used, unused) = (await api.KeyAsync(Role.Leader), await api.KeyAsync(Role.Leader));
        await api.SendAsync("GET", "/api/programmes", used);

        relay.RefuseAll();

        Assert.Equal(200, (await api.SendAsync("GET", "/api/programmes", used)).Status);
        Assert.Equal(503, (await api.SendAsync("GET", "/api/programmes", unused)).Status);
        api.Clock.Now = api.Clock.Now.AddSeconds(30);
        Assert.Equal(503, (await api.SendAsync("GET", "/api/programmes", used)).Status);
    }

    [Fact]
    public async Task EmptiedStore_IsNotMistakenForAnUnknownKey()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage, retries: 0);
        var key = await api.KeyAsync(Role.Leader);
        await new TableClient(storage, "Access").DeleteAsync(TestContext.Current.CancellationToken);

        var answer = await api.SendAsync("GET", "/api/programmes", key);

        Assert.Equal((503, "storage-unavailable"), (answer.Status, answer.Code));
        await api.Services.GetRequiredService<StorageSetup>().EnsureAsync(TestContext.Current.CancellationToken);
        Assert.Equal(401, (await api.SendAsync("GET", "/api/programmes", key)).Status);
    }
}
