namespace Reporting.Collecting;

/// <summary>The caller's condition that the entry is still as it was read (header If-Match).</summary>
/// <param name="Hashes">The hashes of which one must be the entry's; empty means that any existing entry will do (<c>*</c>).</param>
public sealed record IfMatch(IReadOnlyList<string> Hashes)
{
    internal bool Holds(Entry? current) => current is not null && (Hashes.Count == 0 || Hashes.Contains(current.Hash, StringComparer.Ordinal));
}
