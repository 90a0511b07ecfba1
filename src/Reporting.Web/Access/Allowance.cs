using System.Collections.Concurrent;

namespace Reporting.Web.Access;

/// <summary>
/// What each of many callers may still ask for: a store of tokens for each that is used up by requests and filled again with time.
/// Computed from the time that is passed in: the limiters of the framework read the machine's own clock.
/// </summary>
/// <param name="most">Tokens of a caller who has not asked for a while.</param>
/// <param name="perSecond">Tokens that come back.</param>
internal sealed class Allowance(double most, double perSecond)
{
    /// <summary>Who is full again is forgotten when there are more than this many; a flood of addresses does not fill the memory.</summary>
    private const int MostCallers = 10_000;

    private readonly ConcurrentDictionary<string, Store> stores = new(StringComparer.Ordinal);

    internal int Count => stores.Count;

    /// <summary>Takes a token; null when there was one, otherwise how long the caller should wait for the next.</summary>
    /// <param name="now">Since whenever, as long as it is always the same.</param>
    public TimeSpan? Take(string caller, TimeSpan now)
    {
        if (stores.Count >= MostCallers)
            Forget(now);
        var store = stores.GetOrAdd(caller, static (_, all) => new Store { Tokens = all.most, At = all.now }, (most, now));
        lock (store)
        {
            store.Tokens = Tokens(store, now);
            store.At = now > store.At ? now : store.At;
            if (store.Tokens < 1)
                return TimeSpan.FromSeconds((1 - store.Tokens) / perSecond);
            store.Tokens--;
            return null;
        }
    }

    /// <summary>Puts back what was taken for something that turned out not to count.</summary>
    public void GiveBack(string caller)
    {
        if (!stores.TryGetValue(caller, out var store))
            return;
        lock (store)
        {
            store.Tokens = Math.Min(most, store.Tokens + 1);
        }
    }

    private double Tokens(Store store, TimeSpan now) => Math.Min(most, store.Tokens + (Math.Max(0, (now - store.At).TotalSeconds) * perSecond));

    private void Forget(TimeSpan now)
    {
        foreach (var (caller, store) in stores)
        {
            if (Tokens(store, now) >= most)
                stores.TryRemove(caller, out _);
        }
        if (stores.Count >= MostCallers)
            stores.Clear();
    }

    private sealed class Store
    {
        public double Tokens { get; set; }

        public TimeSpan At { get; set; }
    }
}
