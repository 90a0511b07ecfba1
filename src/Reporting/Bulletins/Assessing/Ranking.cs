namespace Reporting.Bulletins.Assessing;

/// <summary>A place in a ranking; equals share it, and as many places after it are left out (1, 2, 2, 4).</summary>
/// <param name="Shared">True where another item has the same rank (并列).</param>
internal sealed record Ranked<T>(T Item, int Rank, bool Shared);

/// <summary>Ranks things by a key, the greatest first.</summary>
internal static class Ranking
{
    /// <summary>By rank; within one in the order given.</summary>
    public static IReadOnlyList<Ranked<T>> Of<T, TKey>(IReadOnlyList<T> items, Func<T, TKey> key)
        where TKey : IComparable<TKey>
    {
        List<TKey> keys = [.. items.Select(key)];
        return
        [
            .. items.Zip(keys)
                .Select(x => new Ranked<T>(x.First, 1 + keys.Count(other => other.CompareTo(x.Second) > 0), keys.Count(other => other.CompareTo(x.Second) == 0) > 1))
                .OrderBy(ranked => ranked.Rank),
        ];
    }
}
