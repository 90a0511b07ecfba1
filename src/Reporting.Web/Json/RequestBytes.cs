using Microsoft.AspNetCore.Http;

namespace Reporting.Web.Json;

/// <summary>Reads a request body that is kept in memory, and no more of it than its endpoint takes.</summary>
internal static class RequestBytes
{
    /// <summary>Null when the body is larger than <paramref name="most"/> bytes, whether it says so in advance or not.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int most, CancellationToken cancellation)
    {
        if (request.ContentLength > most)
            return null;
        using var body = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellation)) > 0)
        {
            if (body.Length + read > most)
                return null;
            body.Write(chunk, 0, read);
        }
        return body.ToArray();
    }
}
