using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reporting.Schedule;

namespace Reporting.Collecting.LatePermits;

/// <summary>
/// Leave to report on one obligation after the period's lock (补报许可; the office exception of DESIGN 4): asked for by one person, granted by
/// another, with a reason and an end. It is nothing but its history; each step is a version.
/// </summary>
/// <param name="Steps">Everything that was done, first to last; at least the first request.</param>
public sealed record LatePermit(EntryKey Key, IReadOnlyList<PermitStep> Steps)
{
    public int Version => Steps.Count;

    /// <summary>SHA-256 (lower-case hex) over the obligation and the steps.</summary>
    public string Hash { get; } = HashOf(Key, Steps);

    /// <summary>The request that counts.</summary>
    internal PermitStep Request => Steps.Last(s => s.Act == PermitAct.Asked);

    /// <summary>The last day (inclusive, Beijing) for which leave was asked.</summary>
    public DateOnly Until => Request.Until ?? throw new InvalidDataException("A request names its last day.");

    private PermitStep Last => Steps[^1];

    public PermitState StateAt(DateTimeOffset now) => Last.Act switch
    {
        PermitAct.Asked or PermitAct.Granted when now >= BeijingTime.EndOf(Until) => PermitState.Expired,
        PermitAct.Asked => PermitState.Asked,
        PermitAct.Granted => PermitState.Granted,
        PermitAct.Refused => PermitState.Refused,
        _ => PermitState.Revoked,
    };

    /// <summary>Whether the unit may report under it.</summary>
    public bool IsInForce(DateTimeOffset now) => StateAt(now) == PermitState.Granted;

    /// <summary>Whether the office may still accept what was reported under it: until its end, or its revocation, and the days of review after that.</summary>
    public bool IsUnderReview(DateTimeOffset now, int reviewDays) => Last.Act switch
    {
        PermitAct.Granted => now < BeijingTime.EndOf(Until.AddDays(reviewDays)),
        PermitAct.Revoked => now < BeijingTime.EndOf(BeijingTime.DateOf(Last.At).AddDays(reviewDays)),
        _ => false,
    };

    /// <summary>As it was after its first <paramref name="version"/> steps.</summary>
    internal LatePermit AsOf(int version) => new(Key, [.. Steps.Take(version)]);

    internal LatePermit With(PermitStep step) => new(Key, [.. Steps, step]);

    private static string HashOf(EntryKey key, IReadOnlyList<PermitStep> steps) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { key, steps }, ReportingJson.Options)));
}

/// <summary>Something that was done about a permit.</summary>
/// <param name="By">The person.</param>
/// <param name="KeyId">The public part of the key (or token) that the person used.</param>
/// <param name="At">In UTC.</param>
/// <param name="Reason">Null for a grant.</param>
/// <param name="Until">The last day (inclusive, Beijing) that a request asks for; null for other steps.</param>
public sealed record PermitStep(PermitAct Act, string By, string KeyId, DateTimeOffset At, string? Reason, DateOnly? Until);

/// <summary>What can be done about a permit.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PermitAct>))]
public enum PermitAct
{
    [JsonStringEnumMemberName("asked")]
    Asked,

    [JsonStringEnumMemberName("granted")]
    Granted,

    [JsonStringEnumMemberName("refused")]
    Refused,

    [JsonStringEnumMemberName("revoked")]
    Revoked,
}

/// <summary>Where a permit stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PermitState>))]
public enum PermitState
{
    /// <summary>待批: nobody has decided.</summary>
    [JsonStringEnumMemberName("asked")]
    Asked,

    /// <summary>已批准: in force.</summary>
    [JsonStringEnumMemberName("granted")]
    Granted,

    /// <summary>未批准.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>已撤销: was in force and is not any more.</summary>
    [JsonStringEnumMemberName("revoked")]
    Revoked,

    /// <summary>已到期: its last day is over, whether it was granted or never decided on.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,
}
