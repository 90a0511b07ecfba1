namespace Reporting.Access;

/// <summary>Who sends a request: a person, acting in a role, for a unit.</summary>
/// <param name="Person">The name that versions and audits carry.</param>
/// <param name="Unit">Unit id; never null for <see cref="Role.Unit"/>.</param>
/// <param name="KeyId">The public part of the key that was used, e.g. <c>rk-1f0c9a72</c>.</param>
public sealed record Caller(string Person, Role Role, string? Unit, string KeyId);
