using System.Security.Claims;
using Reporting.Access;

namespace Reporting.Web.Access;

/// <summary>A caller as claims, the form in which ASP.NET Core's authorisation wants it, and back.</summary>
internal static class Callers
{
    public static ClaimsPrincipal ToPrincipal(Caller caller, string scheme) => new(new CallerIdentity(caller, scheme));

    /// <exception cref="InvalidOperationException">The principal was not made by <see cref="ToPrincipal"/>: the endpoint takes anonymous callers.</exception>
    public static Caller Of(ClaimsPrincipal user) => Find(user) ?? throw new InvalidOperationException("The request has no caller.");

    /// <summary>Null when nobody has been authenticated.</summary>
    public static Caller? Find(ClaimsPrincipal user) => (user.Identity as CallerIdentity)?.Caller;

    private sealed class CallerIdentity(Caller caller, string scheme)
        : ClaimsIdentity([new(ClaimTypes.Name, caller.Person), new(ClaimTypes.Role, ReportingJson.NameOf(caller.Role))], scheme)
    {
        public Caller Caller { get; } = caller;
    }
}
