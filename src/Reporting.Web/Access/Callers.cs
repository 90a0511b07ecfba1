using System.Security.Claims;
using System.Text.Json;
using Reporting.Access;

namespace Reporting.Web.Access;

/// <summary>A caller as claims, the form in which ASP.NET Core's authorisation wants it, and back.</summary>
internal static class Callers
{
    private const string UnitClaim = "unit";
    private const string KeyClaim = "key";

    public static ClaimsPrincipal ToPrincipal(Caller caller, string scheme)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.Name, caller.Person),
            new(ClaimTypes.Role, ReportingJson.NameOf(caller.Role)),
            new(KeyClaim, caller.KeyId),
        ];
        if (caller.Unit is { } unit)
            claims.Add(new(UnitClaim, unit));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }

    /// <exception cref="InvalidOperationException">The principal was not made by <see cref="ToPrincipal"/>: the endpoint takes anonymous callers.</exception>
    public static Caller Of(ClaimsPrincipal user) => new(
        Claim(user, ClaimTypes.Name),
        JsonSerializer.Deserialize<Role>($"\"{Claim(user, ClaimTypes.Role)}\"", ReportingJson.Options),
        user.FindFirstValue(UnitClaim),
        Claim(user, KeyClaim));

    private static string Claim(ClaimsPrincipal user, string type) =>
        user.FindFirstValue(type) ?? throw new InvalidOperationException($"The caller has no claim {type}.");
}
