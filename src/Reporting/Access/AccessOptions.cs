using Microsoft.Extensions.Options;

namespace Reporting.Access;

/// <summary>Settings of section <c>Access</c>.</summary>
public sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>A key with role admin for a store that has none yet; empty switches it off. Take it out once the first key is granted.</summary>
    public string AdminKey { get; set; } = "";

    /// <summary>How long a key is taken as it was read, in seconds; 0 reads it at every request. A revocation elsewhere takes this long to arrive.</summary>
    public int KeyCacheSeconds { get; set; } = 30;

    internal IEnumerable<string> Faults()
    {
        if (AdminKey.Length is not (0 or (>= 32 and <= ApiKey.MostCharacters)))
            yield return $"Access:AdminKey must have 32 to {ApiKey.MostCharacters} characters, or be empty.";
        if (KeyCacheSeconds is < 0 or > 300)
            yield return "Access:KeyCacheSeconds must be between 0 and 300.";
    }

    internal sealed class Validation : IValidateOptions<AccessOptions>
    {
        public ValidateOptionsResult Validate(string? name, AccessOptions options)
        {
            var faults = options.Faults().ToList();
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
