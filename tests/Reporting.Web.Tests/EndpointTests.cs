using Reporting.Access;

namespace Reporting.Web.Tests;

/// <summary>Every endpoint of the table, with every role and with none.</summary>
public sealed class EndpointTests(ApiWithKeys shared) : IClassFixture<ApiWithKeys>
{
    public static TheoryData<string> WithRoles { get; } = [.. ReportingEndpoints.All.Where(e => e.Roles.Count > 0).Select(e => e.Name)];

    public static TheoryData<string> Readable { get; } = [.. ReportingEndpoints.All.Where(e => e.Method == "GET").Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(WithRoles))]
    public async Task Endpoint_RequiresAKey(string name)
    {
        var endpoint = ReportingEndpoints.All.Single(e => e.Name == name);
        var answer = await SendAsync(endpoint, endpoint.Method, key: null);

        Assert.Equal((401, "key-missing"), (answer.Status, answer.Code));
    }

    [Theory]
    [MemberData(nameof(WithRoles))]
    public async Task Endpoint_TakesTheRolesOfTheTableOnly(string name)
    {
        var endpoint = ReportingEndpoints.All.Single(e => e.Name == name);
        foreach (var role in Enum.GetValues<Role>())
        {
            var answer = await SendAsync(endpoint, endpoint.Method, shared.Keys[role]);
            var refused = answer is { Status: 403, MediaType: "application/problem+json" } && answer.Code == "role-not-allowed";
            Assert.Equal((role, !endpoint.Roles.Contains(role)), (role, refused));
            Assert.True(answer.Status < 500, $"{name} as {role}: {answer.Body}");
        }
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task Endpoint_AnswersHeadLikeGet(string name)
    {
        var endpoint = ReportingEndpoints.All.Single(e => e.Name == name);
        var get = await SendAsync(endpoint, "GET", shared.Keys[Role.Office]);
        var head = await SendAsync(endpoint, "HEAD", shared.Keys[Role.Office]);

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

    private Task<Answer> SendAsync(ReportingEndpoint endpoint, string method, string? key)
    {
        var path = "/" + endpoint.Pattern
            .Replace("{programme}", "henan-2012", StringComparison.Ordinal)
            .Replace("{period}", "2012Q1", StringComparison.Ordinal)
            .Replace("{plan}", "automotive", StringComparison.Ordinal)
            .Replace("{task}", "R01", StringComparison.Ordinal)
            .Replace("{*path}", "scalar.js", StringComparison.Ordinal)
            .Replace("{", "", StringComparison.Ordinal)
            .Replace("}", "", StringComparison.Ordinal);
        return shared.Api.SendAsync(method, path, key, method is "GET" or "HEAD" ? null : "{}");
    }
}
