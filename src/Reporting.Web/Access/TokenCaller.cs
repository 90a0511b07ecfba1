using System.Security.Claims;
using Microsoft.Extensions.Options;
using Reporting.Access;
using Reporting.Catalogue;

namespace Reporting.Web.Access;

/// <summary>Who a valid token stands for: one person, in one role, for one unit or none; anything less clear is refused.</summary>
internal sealed class TokenCaller(IOptions<EntraOptions> options, Programmes programmes)
{
    private const int MostNameCharacters = 100;

    public static Role? RoleNamed(string name)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            if (ReportingJson.NameOf(role) == name)
                return role;
        }
        return null;
    }

    public static bool IsUnit(Programmes programmes, string id) => programmes.All.Any(p => p.TryGetUnit(id, out var unit) && !unit.Generic);

    /// <param name="user">The claims under the names that the token has.</param>
    public Outcome<Caller> Of(ClaimsPrincipal user)
    {
        if (Person(user) is not { } person || (Value(user, "oid") ?? Value(user, "sub")) is not { } id)
            return new Refusal("token-person", null, "令牌未写明持有人（name 或 preferred_username，oid）。", "The token names no person (name or preferred_username, and oid).");
        var settings = options.Value;
        var roles = Values(user, settings.RoleClaim, settings.Roles).Select(RoleNamed).OfType<Role>().Distinct().ToList();
        if (roles is not [var role])
            return new Refusal("token-role", settings.RoleClaim, $"令牌应恰有一个角色，现有{roles.Count}个。", $"The token must carry exactly one role; it has {roles.Count}.");
        var units = Values(user, settings.UnitClaim, settings.Units);
        return units switch
        {
            [] when role != Role.Unit => new Caller(person, role, null, $"entra:{id}"),
            [] => Refused("单位角色的令牌须写明单位。", "A token with role unit must name its unit."),
            _ when role is Role.Leader or Role.Admin => Refused("此角色不属于任何单位。", "This role belongs to no unit."),
            [var unit] when IsUnit(programmes, unit) => new Caller(person, role, unit, $"entra:{id}"),
            [var unit] => Refused($"没有单位“{unit}”。", $"There is no unit '{unit}'."),
            _ => Refused("令牌写明了多个单位。", "The token names several units."),
        };

        Refusal Refused(string zh, string en) => new("token-unit", settings.UnitClaim, zh, en);
    }

    // The versions of an entry carry this name; what does not show would make it look like another's.
    private static string? Person(ClaimsPrincipal user)
    {
        var name = (Value(user, "name") ?? Value(user, "preferred_username"))?.Trim();
        return name is { Length: > 0 and <= MostNameCharacters } && !name.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format)
            ? name
            : null;
    }

    private static string? Value(ClaimsPrincipal user, string type) => user.FindFirst(type)?.Value is { Length: > 0 } value ? value : null;

    private static List<string> Values(ClaimsPrincipal user, string type, Dictionary<string, string> map)
    {
        var values = user.FindAll(type).Select(c => c.Value);
        return [.. (map.Count == 0 ? values : values.Select(v => map.GetValueOrDefault(v)).OfType<string>()).Distinct(StringComparer.Ordinal)];
    }
}
