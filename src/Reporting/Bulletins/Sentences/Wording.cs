using Reporting.Bulletins.Snapshots;

namespace Reporting.Bulletins.Sentences;

/// <summary>
/// Chooses among turns of phrase that mean the same, by series, period and place (a task, a target) and never by what is said: one changed
/// fact changes only its own sentences, and a sentence does not read the same in every issue.
/// </summary>
internal sealed class Wording(Snapshot snapshot)
{
    private readonly string key = $"{snapshot.Issue.Kind}|{snapshot.Issue.Plan}|{snapshot.Issue.Period}";

    /// <param name="place">What the sentence is about, by id.</param>
    public string Pick(string place, params ReadOnlySpan<string> turns) => turns[(int)(Hash($"{key}|{place}") % (uint)turns.Length)];

    /// <summary>FNV-1a over UTF-16 units (Fowler, Noll, Vo), mixed once more so that its low bits spread: the same on every machine and in every release of .NET.</summary>
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 16777619u);
        hash ^= hash >> 15;
        return unchecked(hash * 2246822519u) >> 7;
    }
}
