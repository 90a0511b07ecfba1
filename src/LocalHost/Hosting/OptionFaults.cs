using System.ComponentModel.DataAnnotations;

namespace LocalHost.Hosting;

/// <summary>Checks options against their annotations and names the settings that are wrong.</summary>
internal static class OptionFaults
{
    internal static IReadOnlyList<string> Of(object options, string section)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return [.. results.Select(r => $"{section}:{string.Join(", ", r.MemberNames)} {r.ErrorMessage}")];
    }
}
