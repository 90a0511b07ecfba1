using System.Text.Json;
using Reporting;
using Reporting.Access;
using Reporting.Collecting;

namespace LocalHost.Demonstration;

/// <summary>Speaks to the API over HTTP as the units and as the office, and stops the demonstration when the API refuses.</summary>
internal sealed class ReportingClient(HttpClient http, string programme, IReadOnlyList<Hosting.LocalKey> keys)
{
    private readonly Dictionary<string, string> unitKeys = keys.Where(k => k.Role == Role.Unit && k.Unit is not null).ToDictionary(k => k.Unit ?? "", k => k.Key, StringComparer.Ordinal);
    private readonly string officeKey = keys.Single(k => k.Role == Role.Office).Key;

    internal Task PutAsync(Obligation owed, EntryContent content, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, Address(owed), unitKeys[owed.Unit], content, cancellationToken);

    internal Task SubmitAsync(Obligation owed, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, $"{Address(owed)}/submit", unitKeys[owed.Unit], null, cancellationToken);

    internal Task ReturnAsync(Obligation owed, string reason, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, $"{Address(owed)}/return?unit={owed.Unit}", officeKey, new { reason }, cancellationToken);

    internal Task AcceptAsync(Obligation owed, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, $"{Address(owed)}/accept?unit={owed.Unit}", officeKey, null, cancellationToken);

    private string Address(Obligation owed) => owed.Task is null
        ? $"api/{programme}/indicators/{owed.Period}/{owed.Plan}"
        : $"api/{programme}/progress/{owed.Period}/{owed.Plan}/{owed.Task}";

    private async Task SendAsync(HttpMethod method, string address, string key, object? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.Add("X-Api-Key", key);
        if (body is not null)
            request.Content = JsonContent.Create(body, options: ReportingJson.Options);
        using var answer = await http.SendAsync(request, cancellationToken);
        if (answer.IsSuccessStatusCode)
            return;
        var problem = await answer.Content.ReadAsStringAsync(cancellationToken);
        throw new LocalRunException(
            $"演示中断：{method} {address} 返回 {(int)answer.StatusCode}。",
            $"The demonstration stops: {method} {address} answered {(int)answer.StatusCode}: {Shortened(problem)}");
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
