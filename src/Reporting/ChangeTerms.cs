namespace Reporting;

/// <summary>On which terms a caller wants a change made: only of the version that was read, and once however often it is sent.</summary>
/// <param name="Condition">Null when the caller names no version; then only something new can be written.</param>
/// <param name="Idempotency">Null when a repetition is to count as a request of its own.</param>
public sealed record ChangeTerms(IfMatch? Condition, IdempotencyKey? Idempotency)
{
    /// <summary>No condition and no key: for what does not exist yet.</summary>
    public static ChangeTerms None { get; } = new(null, null);

    /// <summary>Why the change is not made upon what stands there now; null when it may be made.</summary>
    /// <param name="currentHash">Null when there is nothing yet.</param>
    /// <param name="currentVersion">0 when there is nothing yet.</param>
    internal Refusal? Refuse(string? currentHash, int currentVersion) => Condition switch
    {
        null when currentHash is null => null,
        null => new(
            "if-match-required",
            "If-Match",
            "修改时须用 If-Match 写明所读版本的 ETag。",
            "Send the ETag of the version that you read in If-Match."),
        { } condition when condition.Holds(currentHash) => null,
        _ when currentHash is null => new("stale", null, "尚无此内容，If-Match 不成立。", "There is nothing yet, so If-Match does not hold."),
        _ => new(
            "stale",
            null,
            $"已是第{currentVersion}版，请重新读取后再改。",
            FormattableString.Invariant($"It is at version {currentVersion} by now; read it again.")),
    };
}
