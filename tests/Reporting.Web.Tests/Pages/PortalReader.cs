using System.Net;
using System.Text.RegularExpressions;

namespace Reporting.Web.Tests.Pages;

/// <summary>A browser reduced to addresses, cookies and forms: keeps what it is told to keep, and follows no redirection by itself.</summary>
internal sealed partial class PortalReader(Uri host) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host };

    /// <summary>By name, as a browser on the same machine keeps them.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<PageAnswer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Fills in the form of the page at <paramref name="page"/>, with the token it carries.</summary>
    public async Task<PageAnswer> PostAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        return await PostAsync(action, [.. fields, ("form", TokenIn((await GetAsync(page)).Body))]);
    }

    public Task<PageAnswer> PostAsync(string action, params (string Name, string Value)[] fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, action)
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    });

    /// <summary>What the forms of a page carry.</summary>
    public static string TokenIn(string page) => Token().Match(page).Groups[1].Value;

    public Task<PageAnswer> SignInAsync(string key) => PostAsync("/portal/sign-in", "/portal/sign-in", ("key", key));

    public void Dispose() => http.Dispose();

    private async Task<PageAnswer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (Cookies.Count > 0)
                request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            using var response = await http.SendAsync(request, Cancellation);
            foreach (var header in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
                Keep(header);
            return new PageAnswer((int)response.StatusCode, response.Headers.Location?.ToString(), WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancellation)), response);
        }
    }

    private void Keep(string header)
    {
        var pair = header.Split(';')[0].Split('=', 2);
        if (header.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase))
            Cookies.Remove(pair[0]);
        else
            Cookies[pair[0]] = pair[1];
    }

    [GeneratedRegex("name=\"form\"[^>]* value=\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}

/// <summary>What came back, as text.</summary>
/// <param name="Location">Where a redirection leads.</param>
internal sealed record PageAnswer(int Status, string? Location, string Body, HttpResponseMessage Response);
