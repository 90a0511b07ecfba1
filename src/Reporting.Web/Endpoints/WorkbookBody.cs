using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Reporting.Web.Json;

namespace Reporting.Web.Endpoints;

/// <summary>A request body that is a workbook: its bytes, or why they were not taken. What is in them is not looked at here.</summary>
internal sealed class WorkbookBody : IEndpointParameterMetadataProvider
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public const int MostBytes = 4 * 1024 * 1024;

    private WorkbookBody(byte[]? file, Refusal? refusal) => (File, Refusal) = (file, refusal);

    /// <summary>Null exactly when there is a refusal.</summary>
    public byte[]? File { get; }

    public Refusal? Refusal { get; }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([MediaType], typeof(Stream)));

    /// <summary>Called by minimal APIs.</summary>
    public static async ValueTask<WorkbookBody> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
            return Refused(new Refusal("unsupported-media-type", HeaderNames.ContentType, $"Content-Type 应为 {MediaType}，请求内容为.xlsx文件本身。", $"Content-Type must be {MediaType}, and the body the .xlsx file itself."));
        if (context.Request.Headers.ContentEncoding.Count > 0)
            return Refused(new Refusal("unsupported-media-type", HeaderNames.ContentEncoding, "请求不得压缩。", "Send the body uncompressed."));
        return await RequestBytes.ReadAsync(context.Request, MostBytes, context.RequestAborted) is { } bytes
            ? new WorkbookBody(bytes, null)
            : Refused(new Refusal("body-too-large", null, "工作簿超过4 MB。", "The workbook is larger than 4 MB."));
    }

    private static WorkbookBody Refused(Refusal refusal) => new(null, refusal);
}
