using System.Reflection;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Reporting.Web.Problems;

namespace Reporting.Web.Json;

/// <summary>A request body that is JSON: the value, or every reason why there is none.</summary>
internal sealed class JsonBody<T> : IEndpointParameterMetadataProvider
    where T : class
{
    private const int MostBytes = 1024 * 1024;

    private JsonBody(T? value, IReadOnlyList<Refusal> refusals, ReadOnlyMemory<byte> bytes) => (Value, Refusals, Bytes) = (value, refusals, bytes);

    /// <summary>Null exactly when there are refusals.</summary>
    public T? Value { get; }

    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>The body as sent; empty when there are refusals.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    /// <summary>Called by minimal APIs.</summary>
    public static async ValueTask<JsonBody<T>> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!IsJson(context.Request))
            return Refused(RefusalTable.OfStatus(StatusCodes.Status415UnsupportedMediaType));
        if (!context.Request.Headers.ContentEncoding.All(IsPlain))
            return Refused(new Refusal("unsupported-media-type", HeaderNames.ContentEncoding, "请求不得压缩。", "Send the body uncompressed."));
        return await RequestBytes.ReadAsync(context.Request, MostBytes, context.RequestAborted) is { } bytes
            ? Parse(bytes)
            : Refused(RefusalTable.OfStatus(StatusCodes.Status413PayloadTooLarge));
    }

    private static JsonBody<T> Parse(ReadOnlyMemory<byte> bytes)
    {
        var json = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        if (!Utf8.IsValid(json.Span))
            return Refused(new Refusal("malformed-json", null, "请求不是 UTF-8 编码。", "The body is not UTF-8."));
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = ReportingJson.Options.MaxDepth });
            var faults = StrictJson.FaultsOf(document.RootElement, typeof(T));
            if (faults.Count > 0)
                return new JsonBody<T>(null, faults, default);
            var value = document.RootElement.Deserialize<T>(ReportingJson.Options);
            return value is null ? Refused(Malformed("null")) : new JsonBody<T>(value, [], bytes);
        }
        catch (JsonException e)
        {
            return Refused(Malformed($"{e.LineNumber + 1}:{e.BytePositionInLine + 1}"));
        }
    }

    private static Refusal Malformed(string where) =>
        new("malformed-json", null, $"JSON 在第 {where}（行:字节）处有误。", $"The JSON is broken at {where} (line:byte).");

    private static JsonBody<T> Refused(Refusal refusal) => new(null, [refusal], default);

    private static bool IsPlain(string? encoding) => string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return false;
        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        return type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!charset.HasValue || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
