using Reporting.Access;
using Reporting.Collecting;
using Reporting.Storage;

namespace Reporting.Problems;

/// <summary>Takes a problem one step further: reads it, lets the use case decide, writes the next version, and does it again when another writer was first.</summary>
public sealed class ProblemWriting(ObligationBook book, ProblemsTable table)
{
    /// <param name="decide">Gets the problem as it stands; called again after another writer was first.</param>
    internal async Task<Outcome<Recorded<ProblemRecord>>> ChangeAsync(
        Caller caller,
        string programmeId,
        string id,
        ChangeTerms terms,
        DateTimeOffset now,
        Func<Recorded<ProblemRecord>, Task<Outcome<ProblemRecord>>> decide,
        CancellationToken cancellation)
    {
        var found = ProblemAddress.Find(book, programmeId, id);
        if (found.Value is not { } address)
            return found.Refusals.ToList();
        return await WriteAsync(caller, address, terms.Idempotency, now, DecideAsync, cancellation);

        async Task<Outcome<ProblemRecord>> DecideAsync(Recorded<ProblemRecord>? current)
        {
            if (current is null)
                return ProblemAddress.Unknown(id);
            var refusal = ProblemAddress.NotYours(caller, current.Content) ?? terms.Refuse(current.Hash, current.Version);
            return refusal is null ? await decide(current) : refusal;
        }
    }

    /// <param name="decide">Gets null when there is no such problem yet.</param>
    internal Task<Outcome<Recorded<ProblemRecord>>> WriteAsync(
        Caller caller,
        ProblemAddress address,
        IdempotencyKey? idempotency,
        DateTimeOffset now,
        Func<Recorded<ProblemRecord>?, Task<Outcome<ProblemRecord>>> decide,
        CancellationToken cancellation)
    {
        var (programme, plan) = (address.Programme.Id, address.Plan.Id);
        return RecordWriting.RunAsync(table, programme, plan, idempotency, NextAsync, cancellation);

        async Task<Outcome<RecordChange<ProblemRecord>>> NextAsync()
        {
            var current = await table.FindAsync(programme, plan, address.Id, cancellation);
            var decision = await decide(current);
            return decision.Value is { } next
                ? new RecordChange<ProblemRecord>(address.Id, current, next, now, caller.Person)
                : decision.Refusals.ToList();
        }
    }
}
