using Reporting.Access;
using Reporting.Collecting;
using Reporting.Storage;

namespace Reporting.Problems;

/// <summary>
/// Takes what an entry says into the ledger: the problems of an accepted one are raised, or reported again; those that it contained before and
/// contains no longer, or whose entry was taken back, are withdrawn. All of it is one transaction that also keeps which version was taken, so
/// that doing it twice, late, or at once with somebody else gives the same.
/// </summary>
public sealed class RaiseProblems(ProblemsTable table)
{
    // Another round when the office changed one of the problems, or another host took the same entry, in between.
    private const int MostRounds = 20;

    /// <param name="entry">As it stands.</param>
    /// <exception cref="InvalidOperationException">Others kept changing the same problems; the next tick tries again.</exception>
    internal async Task RunAsync(Entry entry, CancellationToken cancellation)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var before = await table.FindReportAsync(entry.Key, cancellation);
            if (before?.Holds(entry) == true)
                return;
            var contained = (entry.State == EntryState.Accepted ? entry.Content.Problems : [])
                .GroupBy(p => ProblemId.Of(entry.Key, p), StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
            var changes = new List<RecordChange<ProblemRecord>>();
            foreach (var id in contained.Keys.Union(before?.Ids ?? []))
            {
                var known = await table.FindAsync(entry.Key.Programme, entry.Key.Plan, id, cancellation);
                var next = contained.TryGetValue(id, out var problem) ? Reported(entry, problem, known?.Content) : Withdrawn(entry, known?.Content);
                if (next is not null)
                    changes.Add(new RecordChange<ProblemRecord>(id, known, next, entry.At, entry.By));
            }
            if (await table.TakeAsync(entry, before, [.. contained.Keys], changes, cancellation))
                return;
        }
        throw new InvalidOperationException("Too many writers change the problems of an entry at once.");
    }

    private static ProblemRecord Reported(Entry entry, EntryProblem problem, ProblemRecord? known)
    {
        var source = SourceOf(entry);
        if (known is null)
        {
            return new ProblemRecord(
                entry.Key.Plan, entry.Key.Task, entry.Key.Unit, problem.Kind, problem.Text, problem.HelpAsked, problem.AskedOf,
                ProblemState.Open, [source], entry.At, Question: null, ClosedAt: null, Step(ProblemAction.Raised, source));
        }
        // What was accepted before the office closed it was known then and does not open it again, however late it is taken in.
        var reopens = known.State == ProblemState.Withdrawn || (known.State == ProblemState.Closed && known.ClosedAt < entry.At);
        return known with
        {
            HelpAsked = problem.HelpAsked,
            AskedOf = problem.AskedOf,
            State = reopens ? ProblemState.Open : known.State,
            Question = reopens ? null : known.Question,
            Sources = [.. known.Sources.Where(s => s.Period != source.Period).Append(source).OrderBy(s => s.Period)],
            Step = Step(ProblemAction.ReportedAgain, source),
        };
    }

    private static ProblemRecord? Withdrawn(Entry entry, ProblemRecord? known)
    {
        if (known is null || known.Sources.All(s => s.Period != entry.Key.Period))
            return null;
        List<ProblemSource> left = [.. known.Sources.Where(s => s.Period != entry.Key.Period)];
        return known with
        {
            // Another period's accepted entry still says so; and what the office closed stays closed.
            State = left.Count > 0 || known.State == ProblemState.Closed ? known.State : ProblemState.Withdrawn,
            Sources = left,
            Step = Step(ProblemAction.Withdrawn, SourceOf(entry)),
        };
    }

    // The office's act: it accepted the entry, or gave it back.
    private static ProblemStep Step(ProblemAction action, ProblemSource source) => new(action, Role.Office, Unit: null, Source: source);

    private static ProblemSource SourceOf(Entry entry) => new(entry.Key.Period, entry.Version, entry.Hash, entry.At);
}
