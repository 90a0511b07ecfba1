using Microsoft.Extensions.Options;
using Reporting.Catalogue;

namespace Reporting.Web.Access;

/// <summary>
/// Settings of section <c>Entra</c>: bearer tokens of Microsoft Entra ID, in whichever cloud; off while neither an authority nor a tenant is set.
/// </summary>
public sealed class EntraOptions
{
    public const string Section = "Entra";

    /// <summary>The whole address of the authority, as an alternative to <see cref="Instance"/> and <see cref="TenantId"/>.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The login host of the cloud the tenant is in; there is no default, since the Chinese cloud has another than the global one.</summary>
    public string Instance { get; set; } = "";

    public string TenantId { get; set; } = "";

    /// <summary>What a token's <c>aud</c> must be: the application id of this API, or its URI.</summary>
    public string Audience { get; set; } = "";

    public string RoleClaim { get; set; } = "roles";

    /// <summary>Values of the role claim and the role each stands for (unit, office, leader, admin); empty when they are those words.</summary>
    public Dictionary<string, string> Roles { get; } = [];

    /// <summary>The claim that says for which unit a person acts, e.g. <c>groups</c>.</summary>
    public string UnitClaim { get; set; } = "unit";

    /// <summary>Values of the unit claim and the unit id each stands for; empty when they are unit ids. Other values do not count then.</summary>
    public Dictionary<string, string> Units { get; } = [];

    internal bool IsOn => Authority.Length > 0 || TenantId.Length > 0 || Instance.Length > 0;

    /// <summary>The authority's address without a slash at its end.</summary>
    internal string Address => (Authority.Length > 0 ? Authority : $"{Instance.TrimEnd('/')}/{TenantId}/v2.0").TrimEnd('/');

    /// <summary>Every fault, each naming its key.</summary>
    internal IEnumerable<string> Faults(Programmes programmes)
    {
        if (Authority.Length > 0 && (TenantId.Length > 0 || Instance.Length > 0))
            yield return "Entra:Authority excludes Entra:Instance and Entra:TenantId; set it or both of them.";
        else if (Authority.Length == 0 && (TenantId.Length == 0 || Instance.Length == 0))
            yield return "Entra:Instance and Entra:TenantId need each other; the instance is the login host of the tenant's cloud.";
        else if (!Uri.TryCreate(Address, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            yield return $"{(Authority.Length > 0 ? "Entra:Authority" : "Entra:Instance")} must be an https address.";
        if (Audience.Length == 0)
            yield return "Entra:Audience is missing; set the application id of this API.";
        if (RoleClaim.Length == 0)
            yield return "Entra:RoleClaim is empty.";
        if (UnitClaim.Length == 0)
            yield return "Entra:UnitClaim is empty.";
        foreach (var (value, role) in Roles.Where(r => TokenCaller.RoleNamed(r.Value) is null))
            yield return $"Entra:Roles:{value} names no role; '{role}' should be unit, office, leader or admin.";
        foreach (var (value, unit) in Units.Where(u => !TokenCaller.IsUnit(programmes, u.Value)))
            yield return $"Entra:Units:{value} names no unit of the catalogue: '{unit}'.";
    }

    internal sealed class Validation(Programmes programmes) : IValidateOptions<EntraOptions>
    {
        public ValidateOptionsResult Validate(string? name, EntraOptions options)
        {
            var faults = options.IsOn ? options.Faults(programmes).ToList() : [];
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
