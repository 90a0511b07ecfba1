using Microsoft.Extensions.Options;

namespace Reporting.Web.Access;

/// <summary>Settings of section <c>RateLimits</c>: how much one caller may ask for, so that none keeps the others waiting. Each host counts for itself.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Requests of one key or token a second, on average.</summary>
    public int PerSecond { get; set; } = 100;

    /// <summary>Requests of one key or token at once after a pause.</summary>
    public int Burst { get; set; } = 1000;

    /// <summary>Failed authentications of one address a minute.</summary>
    public int FailuresPerMinute { get; set; } = 30;

    /// <summary>Requests without a caller (health, documentation) of one address a second, on average.</summary>
    public int AnonymousPerSecond { get; set; } = 20;

    /// <summary>The same at once after a pause.</summary>
    public int AnonymousBurst { get; set; } = 200;

    /// <summary>
    /// The header in which the proxy before this host writes the caller's address, e.g. <c>X-Forwarded-For</c>; its last address counts, which
    /// the proxy itself has added. Empty when callers connect directly: anybody can send such a header.
    /// </summary>
    public string AddressHeader { get; set; } = "";

    internal IEnumerable<string> Faults()
    {
        foreach (var (key, value) in new[] { (nameof(PerSecond), PerSecond), (nameof(Burst), Burst), (nameof(FailuresPerMinute), FailuresPerMinute), (nameof(AnonymousPerSecond), AnonymousPerSecond), (nameof(AnonymousBurst), AnonymousBurst) })
        {
            if (value is < 1 or > 1_000_000)
                yield return $"RateLimits:{key} must be between 1 and 1000000.";
        }
        if (AddressHeader.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))
            yield return "RateLimits:AddressHeader must be the name of a header, or empty.";
    }

    internal sealed class Validation : IValidateOptions<RateLimitOptions>
    {
        public ValidateOptionsResult Validate(string? name, RateLimitOptions options)
        {
            var faults = options.Faults().ToList();
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
