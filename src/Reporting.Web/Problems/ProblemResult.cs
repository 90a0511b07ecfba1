using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Reporting.Web.Access;
using Reporting.Web.Pages;

namespace Reporting.Web.Problems;

/// <summary>Answers with a problem document made of refusals; status and title are those of the first.</summary>
internal sealed class ProblemResult(IReadOnlyList<Refusal> refusals) : IResult
{
    private const int MostErrors = 50;
    private const int MostDetailCharacters = 300;

    // Long enough for a restart of the storage service, short enough for a clerk who waits.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    public ProblemResult(Refusal refusal)
        : this([refusal])
    {
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var first = refusals[0];
        var form = RefusalTable.Of(first.Code);
        if (form.Status == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = RetryAfter.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        if (PortalSignIn.Is(httpContext.Request))
        {
            await AsPage(form, first).ExecuteAsync(httpContext);
            return;
        }
        var english = PrefersEnglish(httpContext.Request);
        var document = new ProblemDocument(
            "urn:reporting:problem:" + first.Code,
            english ? form.TitleEn : form.TitleZh,
            form.Status,
            first.Code,
            Detail(first, english),
            Shortened(httpContext.Request.Path.Value ?? "/"),
            [.. refusals.Take(MostErrors).Select(r => new ProblemError(r.Field is { } field ? Shortened(field) : null, r.Code, Detail(r, english)))]);
        response.StatusCode = form.Status;
        response.ContentType = "application/problem+json";
        response.Headers.ContentLanguage = english ? "en" : "zh-CN";
        response.Headers.CacheControl = "no-store";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(document, ReportingJson.Options), httpContext.RequestAborted);
    }

    /// <summary>For people with a browser: both languages, and a way on.</summary>
    private static Page<RefusalPage> AsPage(RefusalForm form, Refusal first) => new(
        new Dictionary<string, object?>
        {
            [nameof(RefusalPage.Title)] = form.TitleZh,
            [nameof(RefusalPage.TitleEn)] = form.TitleEn,
            [nameof(RefusalPage.Detail)] = Detail(first, english: false),
            [nameof(RefusalPage.DetailEn)] = Detail(first, english: true),
        },
        form.Status);

    internal static bool PrefersEnglish(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .Where(l => l.Quality is not 0)
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value ?? "")
            .FirstOrDefault(l => IsLanguage(l, "zh") || IsLanguage(l, "en"));
        return wanted is not null && IsLanguage(wanted, "en");
    }

    private static bool IsLanguage(string tag, string language) =>
        tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);

    private static string Detail(Refusal refusal, bool english) => Shortened(english ? refusal.DetailEn : refusal.DetailZh);

    // Details quote what was sent, which may be long.
    private static string Shortened(string text)
    {
        if (text.Length <= MostDetailCharacters)
            return text;
        var end = char.IsHighSurrogate(text[MostDetailCharacters - 1]) ? MostDetailCharacters - 1 : MostDetailCharacters;
        return text[..end] + "…";
    }
}
