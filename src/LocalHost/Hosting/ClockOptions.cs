using System.ComponentModel.DataAnnotations;

namespace LocalHost.Hosting;

/// <summary>Which time a local run shows (section <c>Clock</c>).</summary>
internal sealed class ClockOptions : IValidatableObject
{
    public const string Section = "Clock";

    /// <summary>The instant at which the clock starts, then running as usual; null for the machine's own time.</summary>
    public DateTimeOffset? Start { get; set; }

    /// <summary>A clock near the end of all dates would stop the server's own timers.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Start?.Year is < 1900 or > 2999)
            yield return new ValidationResult("应在1900年至2999年之间 / must lie between the years 1900 and 2999.", [nameof(Start)]);
    }
}
