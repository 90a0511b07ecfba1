using System.Text.Json.Serialization;

namespace Reporting.Verifying;

/// <summary>How a check ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckOutcome>))]
public enum CheckOutcome
{
    [JsonStringEnumMemberName("passed")]
    Passed,

    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>It takes something that is not here; the detail says what.</summary>
    [JsonStringEnumMemberName("notChecked")]
    NotChecked,
}

/// <summary>One check of an issue.</summary>
/// <param name="Name">Stable: signature, files, snapshot, chain, trace, rebuild, register, entries.</param>
/// <param name="File">The file that it speaks of; null where it is the whole issue.</param>
public sealed record VerificationCheck(string Name, CheckOutcome Outcome, string? File, string DetailZh, string DetailEn);

/// <summary>What the verification of an issue gave.</summary>
/// <param name="Issue">The issue's id as its manifest says; null where there is no manifest to read.</param>
public sealed record Verification(string? Issue, int? Number, IReadOnlyList<VerificationCheck> Checks)
{
    /// <summary>True when nothing failed; what was not checked stands in the checks.</summary>
    public bool Holds => Checks.All(check => check.Outcome != CheckOutcome.Failed);

    /// <summary>The same with further checks.</summary>
    public Verification With(IEnumerable<VerificationCheck> more) => this with { Checks = [.. Checks, .. more] };
}
