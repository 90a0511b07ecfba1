using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Reporting.Access;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>
/// Whatever is sent: no failure, nothing stored of what is refused, what is taken is what is read, and an accepted entry stays as it is.
/// A failure prints the seed with which it comes again.
/// </summary>
public sealed class GeneratedEntryTests(AzuriteFixture azurite)
{
    private const string Draft = "/api/henan-2012/progress/2012Q1/automotive/R01";
    private const string Accepted = "/api/henan-2012/progress/2012Q1/automotive/R03";
    private const int Samples = 150;

    private static readonly Gen<string> Tag = Gen.OneOf(
        Gen.OneOf<string>("", "*", "\"\"", "W/\"0\"", "\"0\", \"1\"", "nonsense", "\"", "W/*", ",", "*, \"0\""),
        Gen.Char[' ', '~'].Array[0, 20].Select(chars => new string(chars)));

    private static readonly Gen<string> Key = Gen.OneOf(
        Gen.OneOf<string>("", " ", "a b", "a,b", "one", "two", "three"), Gen.Char[' ', '~'].Array[0, 120].Select(chars => new string(chars)));

    private static readonly Gen<Request> Requests = Gen.Select(
        GeneratedEntries.Bodies,
        Gen.Frequency<string?>((6, Gen.Const((string?)"read")), (1, Gen.Const((string?)null)), (2, Tag)),
        Gen.Frequency<string?>((3, Gen.Const((string?)null)), (1, Key)),
        Gen.Frequency((9, Gen.Const("application/json")), (1, Gen.OneOf<string>("text/plain", "application/json; charset=utf-16", "application/json;;", "", "application/json; charset=\"utf-8\""))),
        Gen.Bool,
        (body, tag, key, type, accepted) => new Request(accepted ? Accepted : Draft, body, tag, key, type));

    [Fact]
    public async Task Entry_IsTakenWholeOrNotAtAll()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var (unit, office) = (await api.KeyAsync(Role.Unit, "zhengzhou"), await api.KeyAsync(Role.Office));
        await api.ChangeAsync("PUT", Accepted, unit, Sample.Task("已采用的内容。"));
        await api.ChangeAsync("POST", Accepted + "/submit", unit);
        var accepted = await api.ChangeAsync("POST", Accepted + "/accept?unit=zhengzhou", office);
        var taken = 0;

        await Requests.SampleAsync(
            async request =>
            {
                var before = await api.SendAsync("GET", request.Path, unit);
                var rows = await StoredRows.OfAllAsync(storage);
                var answer = await SendAsync(api, unit, request, before.ETag);
                var after = await api.SendAsync("GET", request.Path, unit);

                Assert.InRange(answer.Status, 200, 499);
                if (answer.Status >= 400)
                {
                    Assert.Equal("application/problem+json", answer.MediaType);
                    Assert.Equal(rows, await StoredRows.OfAllAsync(storage));
                    Assert.Equal((before.ETag, before.Body.Length), (after.ETag, after.Body.Length));
                }
                else if (request.Path == Draft && answer.ETag != before.ETag && answer.ETag == after.ETag)
                {
                    taken++;
                    Assert.Equal(answer.Body, WithoutContributions(after));
                    AssertSaysWhatWasSent(request.Body, answer.Json["content"]);
                }
                Assert.Equal(accepted.ETag, (await api.SendAsync("GET", Accepted, unit)).ETag);
            },
            iter: Samples,
            threads: 1);

        Assert.NotEqual(0, taken);
        Assert.True((bool?)(await api.SendAsync("GET", Draft + "/verify", unit)).Json["whole"]);
        Assert.True((bool?)(await api.SendAsync("GET", Accepted + "/verify", unit)).Json["whole"]);
    }

    /// <summary>What the participating units say is read with an entry, and is no part of the answer to its change.</summary>
    private static string WithoutContributions(Answer read)
    {
        var entry = read.Json.AsObject();
        entry.Remove("contributions");
        return entry.ToJsonString(ReportingJson.Options);
    }

    private static Task<Answer> SendAsync(RunningApi api, string key, Request request, string? read) =>
        api.SendAsync("PUT", request.Path, key, json: null, message =>
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Body));
            if (request.Type.Length > 0)
                message.Content.Headers.TryAddWithoutValidation("Content-Type", request.Type);
            if ((request.Tag == "read" ? read : request.Tag) is { } tag)
                message.Headers.TryAddWithoutValidation("If-Match", tag);
            if (request.Key is not null)
                message.Headers.TryAddWithoutValidation("Idempotency-Key", request.Key);
        });

    /// <summary>Every member that was sent is there with its value, texts without their outer blanks; blank texts and absent members are null or empty.</summary>
    private static void AssertSaysWhatWasSent(string body, JsonNode? content)
    {
        var sent = JsonNode.Parse(body)?.AsObject() ?? [];
        foreach (var (name, value) in content?.AsObject() ?? [])
            Assert.Equal(Plain(sent[name]), Plain(value));
    }

    private static string Plain(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join(';', list.Select(Plain)),
        JsonObject item => string.Join(',', item.Where(m => Plain(m.Value) is not ("" or "true")).OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}={Plain(m.Value)}")),
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => text.ReplaceLineEndings("\n").Trim(),
        JsonValue scalar when scalar.TryGetValue<decimal>(out var number) => number.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToJsonString(),
    };

    /// <param name="Tag">For If-Match; <c>read</c> for that of the version that was read, null for none.</param>
    private sealed record Request(string Path, string Body, string? Tag, string? Key, string Type);
}
