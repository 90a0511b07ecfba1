using System.Globalization;
using Azure.Data.Tables;
using CsCheck;
using Reporting.Access;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>Random operations of unit, office and a foreign unit are answered as <see cref="EntryModel"/> says. A failure prints its seed.</summary>
public sealed class EntryModelTests(AzuriteFixture azurite)
{
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";
    private const int Samples = 40;

    private static readonly Gen<Operation[]> Operations = Gen.Select(
        Gen.Frequency((5, Gen.Const(Actor.Unit)), (4, Gen.Const(Actor.Office)), (1, Gen.Const(Actor.Foreign))),
        Gen.Frequency((4, Gen.Const(Change.Put)), (3, Gen.Const(Change.Submit)), (1, Gen.Const(Change.Withdraw)), (2, Gen.Const(Change.Return)), (2, Gen.Const(Change.Accept))),
        Gen.Frequency((8, Gen.Const(Condition.Right)), (1, Gen.Const(Condition.Stale)), (2, Gen.Const(Condition.Any)), (1, Gen.Const(Condition.None))),
        Gen.Frequency((1, Gen.Const(0)), (2, Gen.Int[1, 2])),
        Gen.Int[0, 1],
        (actor, change, condition, key, text) => new Operation(actor, change, condition, key, text)).Array[1, 24];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entry_AnswersAsTheModelSays()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var keys = new Dictionary<Actor, string>
        {
            [Actor.Unit] = await api.KeyAsync(Role.Unit, "zhengzhou", "李梅"),
            [Actor.Office] = await api.KeyAsync(Role.Office, person: "王强"),
            [Actor.Foreign] = await api.KeyAsync(Role.Unit, "jiaozuo", "张三"),
        };

        var (changes, replays) = (0, 0);

        await Operations.SampleAsync(
            async operations =>
            {
                await EmptyAsync(storage);
                var model = new EntryModel();
                string? read = null;
                for (var i = 0; i < operations.Length; i++)
                {
                    var answer = await SendAsync(api, keys[operations[i].Actor], operations[i], read);
                    var expected = model.Apply(operations[i]);
                    var got = answer.Status < 400
                        ? new Expected(answer.Status, null, (int?)answer.Json["version"] ?? 0, (string?)answer.Json["state"])
                        : new Expected(answer.Status, answer.Code, 0, null);
                    Assert.Equal((i, expected), (i, got));
                    read = (await api.SendAsync("GET", Entry, keys[Actor.Unit])).ETag;
                }
                await AssertStandsAsync(api, keys[Actor.Unit], model);
                (changes, replays) = (changes + model.Version, replays + model.Replays);
            },
            iter: Samples,
            threads: 1);

        // The operations are such that much is carried out and much sent again.
        Assert.InRange(changes, Samples, int.MaxValue);
        Assert.InRange(replays, 1, int.MaxValue);
    }

    private static async Task AssertStandsAsync(RunningApi api, string key, EntryModel model)
    {
        var current = await api.SendAsync("GET", Entry, key);
        if (model.Version == 0)
        {
            Assert.Equal("entry-not-found", current.Code);
            return;
        }
        Assert.Equal((model.Version, model.State), ((int?)current.Json["version"], (string?)current.Json["state"]));
        var verified = (await api.SendAsync("GET", Entry + "/verify", key)).Json;
        Assert.Equal((true, model.Version), ((bool?)verified["whole"], (int?)verified["versions"]));
        var listed = (await api.SendAsync("GET", "/api/henan-2012/obligations?period=2012Q1&plan=automotive", key)).Json["obligations"]?.AsArray() ?? [];
        Assert.Contains($"R01 {model.State} {model.Version}", listed.Select(o => $"{o?["task"]} {o?["state"]} {o?["version"]}"));
    }

    private static Task<Answer> SendAsync(RunningApi api, string key, Operation operation, string? read)
    {
        var (method, path) = operation.Change == Change.Put ? ("PUT", Entry) : ("POST", $"{Entry}/{operation.Change.ToString().ToLowerInvariant()}");
        var body = operation.Change switch
        {
            Change.Put => Sample.Task(string.Create(CultureInfo.InvariantCulture, $"第{operation.Text}种内容。")),
            Change.Return => $$"""{"reason":"第{{operation.Text}}种理由。"}""",
            _ => null,
        };
        return api.SendAsync(method, path + "?unit=zhengzhou", key, body, request =>
        {
            var condition = operation.Condition switch
            {
                Condition.Right => read,
                Condition.Stale => "\"0000\"",
                Condition.Any => "*",
                _ => null,
            };
            if (condition is not null)
                request.Headers.TryAddWithoutValidation("If-Match", condition);
            if (operation.Key > 0)
                request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"key-{operation.Key}"));
        });
    }

    /// <summary>Each sequence begins with nothing, so that a failing one can be made smaller.</summary>
    private static async Task EmptyAsync(string storage)
    {
        var table = new TableClient(storage, "Progress");
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancellation))
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Cancellation);
    }
}
