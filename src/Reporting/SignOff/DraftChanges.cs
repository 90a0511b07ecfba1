using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Tracing;

namespace Reporting.SignOff;

/// <summary>What a draft says and the one before it did not, and the other way round, in reading order.</summary>
public sealed record DraftChanges(IReadOnlyList<DraftSaying> Said, IReadOnlyList<DraftSaying> NoLongerSaid)
{
    /// <summary>Compared sentence by sentence and cell by cell; what only moved is no change.</summary>
    public static DraftChanges Between(Document before, Document now)
    {
        var (then, today) = (SayingsOf(before), SayingsOf(now));
        return new DraftChanges(Without(today, then), Without(then, today));
    }

    private static List<DraftSaying> SayingsOf(Document document) =>
        [.. Statements.Of(document).Select(statement => new DraftSaying(statement.Place, statement.Said.Text))];

    private static List<DraftSaying> Without(List<DraftSaying> these, List<DraftSaying> those)
    {
        var left = those.GroupBy(s => s.Text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var only = new List<DraftSaying>();
        foreach (var saying in these)
        {
            if (left.GetValueOrDefault(saying.Text) is > 0 and var count)
                left[saying.Text] = count - 1;
            else
                only.Add(saying);
        }
        return only;
    }
}

/// <summary>A sentence, cell or label of a draft.</summary>
/// <param name="Place">The section, or the table with row and column.</param>
public sealed record DraftSaying(string Place, string Text);
