using Microsoft.Extensions.Options;

namespace Reporting.Access;

/// <summary>Settings of section <c>Access</c>.</summary>
public sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>A key with role admin for a store that has none yet; empty switches it off. Take it out once the first key is granted.</summary>
    public string AdminKey { get; set; } = "";

    internal sealed class Validation : IValidateOptions<AccessOptions>
    {
        public ValidateOptionsResult Validate(string? name, AccessOptions options) =>
            options.AdminKey.Length is 0 or (>= 32 and <= ApiKey.MostCharacters)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"Access:AdminKey must have 32 to {ApiKey.MostCharacters} characters, or be empty.");
    }
}
