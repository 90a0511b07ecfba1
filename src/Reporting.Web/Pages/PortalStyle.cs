using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Reporting.Web.Pages;

/// <summary>The style sheet of the pages.</summary>
internal static class PortalStyle
{
    private static readonly byte[] sheet = Read();

    private static readonly EntityTagHeaderValue tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(sheet))}\"");

    public static IResult Get(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(sheet, "text/css; charset=utf-8", entityTag: tag);
    }

    private static byte[] Read()
    {
        using var stream = typeof(PortalStyle).Assembly.GetManifestResourceStream("Reporting.Web.Pages.portal.css")
            ?? throw new InvalidOperationException("The style sheet of the pages is not in the assembly.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
