using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Reporting.Access;
using Reporting.Tick;

namespace Reporting.Web.Tests;

/// <summary>Every endpoint, with every role, with no key and with a foreign unit's key, against the table of docs/access.md.</summary>
public sealed partial class EndpointTests(ApiWithKeys shared) : IClassFixture<ApiWithKeys>, IAsyncLifetime
{
    public static TheoryData<string> Documented { get; } = [.. DocumentedAccess.All.Select(e => e.Name)];

    public static TheoryData<string> WithRoles { get; } = [.. DocumentedAccess.All.Where(e => e.Roles.Count > 0).Select(e => e.Name)];

    public static TheoryData<string> WithReach { get; } = [.. DocumentedAccess.All.Where(e => e.Reach is not null).Select(e => e.Name)];

    public static TheoryData<string> Readable { get; } = [.. DocumentedAccess.All.Where(e => e.Method == "GET").Select(e => e.Name)];

    /// <summary>Both owners of the samples have something that a foreign unit could read or spoil.</summary>
    public async ValueTask InitializeAsync()
    {
        foreach (var (write, read) in new[] { ("PutProgress", "GetProgress"), ("PutIndicators", "GetIndicators"), ("PutContribution", "GetContributions") })
        {
            var (put, get) = (DocumentedAccess.Of(write), DocumentedAccess.Of(read));
            await SendAsync(put, shared.Keys[Role.Office], EndpointSamples.Owner(put), always: true);
            Assert.Equal(200, (await SendAsync(get, shared.Keys[Role.Office], EndpointSamples.Owner(get))).Status);
        }
        // Every unit is reminded of what it owes.
        await shared.Api.Services.GetRequiredService<RunTick>().RunAsync(TestContext.Current.CancellationToken);
        await AskForExceptionAsync("AskProgressException");
        await AskForExceptionAsync("AskIndicatorException");
        foreach (var problem in new[] { "RaiseProblem", "AskUnit" })
            await SendAsync(DocumentedAccess.Of(problem), shared.Keys[Role.Office], unit: null);
        foreach (var record in new[] { "RecordInspection", "RecordZone" })
            await SendAsync(DocumentedAccess.Of(record), shared.Keys[Role.Office], unit: null);
        foreach (var read in new[] { "GetProblem", "GetInspection", "GetZone" })
            Assert.Equal(200, (await SendAsync(DocumentedAccess.Of(read), shared.Keys[Role.Office], unit: null)).Status);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Document_NamesEveryEndpointOfTheTable()
    {
        static string Text(string name, string method, string route, IEnumerable<Role> roles) => $"{name} {method} {route} {string.Join(", ", roles)}";

        Assert.Equal(
            ReportingEndpoints.All.Select(e => Text(e.Name, e.Method, e.Pattern, e.Roles)).Order(StringComparer.Ordinal),
            DocumentedAccess.All.Select(e => Text(e.Name, e.Method, e.Route, e.Roles)).Order(StringComparer.Ordinal));
        Assert.All(DocumentedAccess.All, e => Assert.Equal(e.Roles.Count == 0 || e.Roles.Contains(Role.Unit), e.Reach is not null));
    }

    [Theory]
    [MemberData(nameof(WithRoles))]
    public async Task Endpoint_RequiresAKeyAndTouchesNothingWithout(string name)
    {
        var endpoint = DocumentedAccess.Of(name);
        await UntouchedAsync(async () =>
        {
            var answer = await SendAsync(endpoint, key: null, EndpointSamples.Owner(endpoint));

            Assert.Equal((401, "key-missing"), (answer.Status, answer.Code));
        });
    }

    [Theory]
    [MemberData(nameof(Documented))]
    public async Task Endpoint_TakesTheDocumentedRolesOnly(string name)
    {
        var endpoint = DocumentedAccess.Of(name);
        foreach (var role in Enum.GetValues<Role>())
        {
            var key = role == Role.Unit ? await KeyOfAsync(EndpointSamples.Owner(endpoint)) : shared.Keys[role];
            if (endpoint.Roles.Count == 0 || endpoint.Roles.Contains(role))
            {
                var answer = await SendAsync(endpoint, key, EndpointSamples.Owner(endpoint));
                Assert.True(answer.Status is not (401 or 403) and < 500, $"{name} as {role}: {answer.Status} {answer.Body}");
                continue;
            }
            await UntouchedAsync(async () =>
            {
                var answer = await SendAsync(endpoint, key, EndpointSamples.Owner(endpoint));
                Assert.Equal((role, 403, "role-not-allowed"), (role, answer.Status, answer.Code));
            });
        }
    }

    [Theory]
    [MemberData(nameof(WithReach))]
    public async Task Endpoint_GivesAForeignUnitWhatIsDocumented(string name)
    {
        var endpoint = DocumentedAccess.Of(name);
        var foreign = await KeyOfAsync(EndpointSamples.ForeignUnit);
        var owner = EndpointSamples.Owner(endpoint);
        switch (endpoint.Reach)
        {
            case UnitReach.All:
                var (own, other) = (await SendAsync(endpoint, await KeyOfAsync(owner), unit: null), await SendAsync(endpoint, foreign, unit: null));
                Assert.Equal((own.Status, FormToken().Replace(own.Body, "")), (other.Status, FormToken().Replace(other.Body, "")));
                break;
            case UnitReach.OwnRows:
                Assert.Contains($"\"unit\":\"{owner}\"", (await SendAsync(endpoint, await KeyOfAsync(owner), unit: null)).Body, StringComparison.Ordinal);
                var rows = await SendAsync(endpoint, foreign, unit: null);
                Assert.Equal(200, rows.Status);
                Assert.DoesNotContain($"\"unit\":\"{owner}\"", rows.Body, StringComparison.Ordinal);
                await RefusedAsync(endpoint, foreign, owner);
                break;
            default:
                await RefusedAsync(endpoint, foreign, unit: null);
                await RefusedAsync(endpoint, foreign, owner);
                break;
        }
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task Endpoint_AnswersHeadLikeGet(string name)
    {
        var endpoint = DocumentedAccess.Of(name);
        var path = EndpointSamples.Path(endpoint, EndpointSamples.Owner(endpoint));
        var get = await shared.Api.SendAsync("GET", path, shared.Keys[Role.Office]);
        var head = await shared.Api.SendAsync("HEAD", path, shared.Keys[Role.Office]);

        Assert.Equal(get.Status, head.Status);
        Assert.Empty(head.Body);
    }

    [Fact]
    public void Table_NamesAndRoutesAreUnique()
    {
        Assert.Distinct(ReportingEndpoints.All.Select(e => e.Name));
        Assert.Distinct(ReportingEndpoints.All.Select(e => e.Method + " " + e.Pattern));
    }

    [Fact]
    public async Task WrongMethod_NamesTheRightOnes()
    {
        var answer = await shared.Api.SendAsync("DELETE", "/api/henan-2012/progress/2012Q1/automotive/R01", shared.Keys[Role.Unit]);

        Assert.Equal((405, "method-not-allowed"), (answer.Status, answer.Code));
        Assert.Equal(["GET", "HEAD", "PUT"], answer.Response.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Answers_CarrySecurityHeaders()
    {
        var answer = await shared.Api.SendAsync("GET", "/api/programmes", shared.Keys[Role.Leader]);

        Assert.Equal("nosniff", answer.Response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'none'", answer.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Response.Headers.Contains("Server-Timing"));
    }

    private Task RefusedAsync(DocumentedAccess endpoint, string foreign, string? unit) => UntouchedAsync(async () =>
    {
        var answer = await SendAsync(endpoint, foreign, unit);
        Assert.Equal((403, "not-yours"), (answer.Status, answer.Code));
    });

    private async Task UntouchedAsync(Func<Task> refused)
    {
        var before = await StoredRows.OfAllAsync(shared.ConnectionString);
        await refused();
        Assert.Equal(before, await StoredRows.OfAllAsync(shared.ConnectionString));
    }

    /// <summary>An exception is asked for after the lock only, and granted by another person than the one who asked.</summary>
    private async Task AskForExceptionAsync(string name)
    {
        var (endpoint, now) = (DocumentedAccess.Of(name), shared.Api.Clock.Now);
        shared.Api.Clock.Now = new DateTimeOffset(2012, 4, 25, 9, 0, 0, TimeSpan.FromHours(8));
        await SendAsync(endpoint, await shared.Api.KeyAsync(Role.Office, person: "李四"), EndpointSamples.Owner(endpoint), always: true);
        shared.Api.Clock.Now = now;
    }

    private Task<string> KeyOfAsync(string unit) => shared.Api.KeyAsync(Role.Unit, unit);

    // The condition holds for whatever is stored, so that a change that must not happen would happen.
    private Task<Answer> SendAsync(DocumentedAccess endpoint, string? key, string? unit, bool always = false) =>
        shared.Api.SendAsync(endpoint.Method, EndpointSamples.Path(endpoint, unit), key, EndpointSamples.Body(endpoint), request =>
        {
            if (EndpointSamples.MediaType(endpoint) is { } type && request.Content is { } content)
                content.Headers.ContentType = new(type);
            if (endpoint.Method != "GET" && !always)
                request.Headers.TryAddWithoutValidation("If-Match", "*");
        });

    /// <summary>Another one at every page.</summary>
    [GeneratedRegex("name=\"form\" value=\"[^\"]+\"", RegexOptions.CultureInvariant)]
    private static partial Regex FormToken();
}
