namespace Reporting;

/// <summary>The caller's condition that what is changed is still as it was read (header If-Match).</summary>
/// <param name="Hashes">The hashes of which one must be the current one; empty means that anything that exists will do (<c>*</c>).</param>
public sealed record IfMatch(IReadOnlyList<string> Hashes)
{
    /// <param name="currentHash">Null when there is nothing yet, which no condition holds for.</param>
    public bool Holds(string? currentHash) => currentHash is not null && (Hashes.Count == 0 || Hashes.Contains(currentHash, StringComparer.Ordinal));
}
