using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reporting;
using Reporting.Access;
using Reporting.Collecting;
using Reporting.Inspections;
using Reporting.Schedule;

namespace LocalHost.Demonstration;

/// <summary>Speaks to the API over HTTP as the units, the office and the leaders, and stops the demonstration when the API refuses.</summary>
internal sealed class ReportingClient(HttpClient http, string programme, IReadOnlyList<Hosting.LocalKey> keys)
{
    // Like any client's: what an answer has beyond the members we use is left aside.
    private static readonly JsonSerializerOptions Reading = new(ReportingJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    private readonly Dictionary<string, string> unitKeys = keys.Where(k => k.Role == Role.Unit && k.Unit is not null).ToDictionary(k => k.Unit ?? "", k => k.Key, StringComparer.Ordinal);
    private readonly string officeKey = keys.First(k => k.Role == Role.Office).Key;
    private readonly string leaderKey = keys.Single(k => k.Role == Role.Leader).Key;

    // What the last answer said of an entry; the next change is made of that version and no other.
    private readonly ConcurrentDictionary<Obligation, EntityTagHeaderValue> versions = new();

    internal Task PutAsync(Obligation owed, EntryContent content, CancellationToken cancellationToken) =>
        ChangeAsync(owed, HttpMethod.Put, Address(owed), unitKeys[owed.Unit], content, cancellationToken);

    internal Task SubmitAsync(Obligation owed, CancellationToken cancellationToken) =>
        ChangeAsync(owed, HttpMethod.Post, $"{Address(owed)}/submit", unitKeys[owed.Unit], null, cancellationToken);

    internal Task ReturnAsync(Obligation owed, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(owed, HttpMethod.Post, $"{Address(owed)}/return?unit={owed.Unit}", officeKey, new { reason }, cancellationToken);

    internal Task AcceptAsync(Obligation owed, CancellationToken cancellationToken) =>
        ChangeAsync(owed, HttpMethod.Post, $"{Address(owed)}/accept?unit={owed.Unit}", officeKey, null, cancellationToken);

    internal async Task ContributeAsync(ToldContribution told, CancellationToken cancellationToken) => (await AskAsync(
        HttpMethod.Put,
        $"api/{programme}/contributions/{told.Period}/{told.Plan}/{told.Task}",
        unitKeys[told.Unit],
        new { told.Text },
        cancellationToken)).Dispose();

    /// <summary>The unit asks for leave to report after the lock; answers the version of the request.</summary>
    internal async Task<EntityTagHeaderValue?> AskForPermitAsync(Obligation owed, string reason, DateOnly until, CancellationToken cancellationToken)
    {
        using var answer = await AskAsync(HttpMethod.Post, $"{Address(owed)}/exception", unitKeys[owed.Unit], new { reason, until }, cancellationToken);
        return answer.Headers.ETag;
    }

    /// <summary>The office grants what was asked for.</summary>
    internal async Task GrantPermitAsync(Obligation owed, EntityTagHeaderValue? request, CancellationToken cancellationToken) => (await AskAsync(
        HttpMethod.Post, $"{Address(owed)}/exception/grant?unit={owed.Unit}", officeKey, null, cancellationToken, request)).Dispose();

    /// <summary>The office strikes a problem off the ledger, with the evidence that the story tells.</summary>
    internal async Task CloseProblemAsync(ToldProblem told, CancellationToken cancellationToken)
    {
        var ledger = await ReadAsync<LedgerProblems>($"api/{programme}/problems?plan={told.Plan}&unit={told.Unit}", officeKey, cancellationToken);
        var problem = ledger.Problems.Single(p => p.Task == told.Task && p.Text == told.Text);
        using var answer = await AskAsync(
            HttpMethod.Post,
            $"api/{programme}/problems/{problem.Id}/close",
            officeKey,
            new { told.Closed?.Evidence },
            cancellationToken,
            new EntityTagHeaderValue($"\"{problem.Hash}\""));
    }

    internal async Task RecordInspectionAsync(ToldInspection told, CancellationToken cancellationToken) =>
        (await AskAsync(HttpMethod.Post, $"api/{programme}/inspections", officeKey, new { told.Plan, told.Inspection }, cancellationToken)).Dispose();

    /// <summary>The office says a record of a visit anew.</summary>
    internal async Task FollowUpAsync(string plan, Inspection followed, CancellationToken cancellationToken)
    {
        var listed = await ReadAsync<ListedInspections>($"api/{programme}/inspections?plan={plan}&period={followed.Period}", officeKey, cancellationToken);
        var record = listed.Inspections.Single(i => i.Details.Site == followed.Site);
        using var answer = await AskAsync(
            HttpMethod.Put, $"api/{programme}/inspections/{record.Id}", officeKey, followed, cancellationToken, new EntityTagHeaderValue($"\"{record.Hash}\""));
    }

    internal async Task RecordZoneAsync(ToldZone told, CancellationToken cancellationToken) =>
        (await AskAsync(HttpMethod.Post, $"api/{programme}/zones", officeKey, new { told.Plan, told.Zone }, cancellationToken)).Dispose();

    /// <summary>The office's word on which of a plan's projects count.</summary>
    internal async Task ConfirmAsync(string plan, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        using var answer = await AskAsync(HttpMethod.Post, $"api/{programme}/projects/confirm", officeKey, new { plan, ids }, cancellationToken);
    }

    /// <summary>What is published of a period, as a leader sees it.</summary>
    internal async Task<IReadOnlyList<ListedIssue>> PublishedAsync(Period period, CancellationToken cancellationToken) =>
        (await ReadAsync<PublishedIssues>($"api/{programme}/bulletins?period={period}", leaderKey, cancellationToken)).Bulletins;

    /// <summary>The runs of the clock's month, newest first, as the office sees them.</summary>
    internal async Task<IReadOnlyList<ListedRun>> RunsAsync(CancellationToken cancellationToken) =>
        (await ReadAsync<ListedRuns>($"api/{programme}/runs", officeKey, cancellationToken)).Runs;

    /// <summary>A published file, as a leader reads it.</summary>
    internal async Task<byte[]> FileAsync(string address, CancellationToken cancellationToken)
    {
        using var answer = await AskAsync(HttpMethod.Get, address, leaderKey, null, cancellationToken);
        return await answer.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    private string Address(Obligation owed) => owed.Task is null
        ? $"api/{programme}/indicators/{owed.Period}/{owed.Plan}"
        : $"api/{programme}/progress/{owed.Period}/{owed.Plan}/{owed.Task}";

    private async Task ChangeAsync(Obligation owed, HttpMethod method, string address, string key, object? body, CancellationToken cancellationToken)
    {
        using var answer = await AskAsync(method, address, key, body, cancellationToken, versions.GetValueOrDefault(owed));
        if (answer.Headers.ETag is { } version)
            versions[owed] = version;
    }

    private async Task<T> ReadAsync<T>(string address, string key, CancellationToken cancellationToken)
    {
        using var answer = await AskAsync(HttpMethod.Get, address, key, null, cancellationToken);
        return await answer.Content.ReadFromJsonAsync<T>(Reading, cancellationToken)
            ?? throw new LocalRunException($"演示中断：{address} 没有返回内容。", $"The demonstration stops: {address} answered nothing.");
    }

    /// <exception cref="LocalRunException">The answer is no success.</exception>
    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string address, string key, object? body, CancellationToken cancellationToken, EntityTagHeaderValue? version = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.Add("X-Api-Key", key);
        if (version is not null)
            request.Headers.IfMatch.Add(version);
        if (body is not null)
            request.Content = JsonContent.Create(body, options: ReportingJson.Options);
        var answer = await http.SendAsync(request, cancellationToken);
        if (answer.IsSuccessStatusCode)
            return answer;
        using (answer)
        {
            var problem = await answer.Content.ReadAsStringAsync(cancellationToken);
            throw new LocalRunException(
                $"演示中断：{method} {address} 返回 {(int)answer.StatusCode}。",
                $"The demonstration stops: {method} {address} answered {(int)answer.StatusCode}: {Shortened(problem)}");
        }
    }

    private static string Shortened(string text)
    {
        const int limit = 600;
        try
        {
            using var document = JsonDocument.Parse(text);
            text = JsonSerializer.Serialize(document.RootElement, ReportingJson.Options);
        }
        catch (JsonException)
        {
            // Not a problem document; shown as it came.
        }
        return text.Length <= limit ? text : text[..limit];
    }
}
