using System.Net.Http.Headers;
using Reporting.Access;

namespace Reporting.Web.Tests.Workbooks;

/// <summary>Gets and posts workbooks.</summary>
internal static class WorkbookCalls
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static string Address(string unit = "zhengzhou", string period = "2012Q1") => $"/api/henan-2012/workbooks/{period}/{unit}";

    public static async Task<byte[]> GetWorkbookAsync(this RunningApi api, string key, string unit = "zhengzhou", string period = "2012Q1")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(unit, period));
        request.Headers.Add("X-Api-Key", key);
        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    public static Task<Answer> PostWorkbookAsync(this RunningApi api, string key, byte[] file, string unit = "zhengzhou", string period = "2012Q1", bool submit = false, string mediaType = MediaType, string? language = null) =>
        api.SendAsync("POST", Address(unit, period) + (submit ? "?submit=true" : ""), key, adjust: request =>
        {
            request.Content = new ByteArrayContent(file);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
            if (language is not null)
                request.Headers.AcceptLanguage.ParseAdd(language);
        });

    /// <summary>Changes the unit's workbook and posts it.</summary>
    public static async Task<Answer> PostEditedAsync(this RunningApi api, string key, Action<EditedWorkbook> edit, string unit = "zhengzhou", bool submit = false)
    {
        using var book = new EditedWorkbook(await api.GetWorkbookAsync(key, unit));
        edit(book);
        return await api.PostWorkbookAsync(key, book.Save(), unit, submit: submit);
    }

    public static Task<string> UnitKeyAsync(this RunningApi api, string unit = "zhengzhou", string person = "李梅") => api.KeyAsync(Role.Unit, unit, person);

    /// <summary>e.g. <c>automotive/R01 stored v1</c>, for each row.</summary>
    public static IReadOnlyList<string> Outcomes(this Answer answer) =>
        [.. Rows(answer).Select(r => $"{r["plan"]}/{r["task"] ?? "指标"} {r["outcome"]}{(r["version"] is { } version ? $" v{version}" : "")}")];

    /// <summary>e.g. <c>进展情况!H4 cell-formula</c>, for each error.</summary>
    public static IReadOnlyList<string> Errors(this Answer answer) =>
        [.. Rows(answer).SelectMany(r => r["errors"]?.AsArray() ?? []).Select(e => $"{e?["cell"]} {e?["code"]}")];

    /// <summary>A member of the answer; null when it is a problem document or has none.</summary>
    public static System.Text.Json.Nodes.JsonNode? TryJson(this Answer answer, string member) => answer.Status == 200 ? answer.Json[member] : null;

    private static IEnumerable<System.Text.Json.Nodes.JsonNode> Rows(Answer answer) =>
        answer.Json["rows"]?.AsArray().OfType<System.Text.Json.Nodes.JsonNode>() ?? throw new InvalidOperationException(answer.Body);
}
