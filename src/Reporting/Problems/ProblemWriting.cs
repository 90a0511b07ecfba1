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
        return ChangeRounds.RunAsync(RoundAsync, () => AgainAsync(programme, plan, idempotency, cancellation));

        async Task<Outcome<Recorded<ProblemRecord>>?> RoundAsync()
        {
            var current = await table.FindAsync(programme, plan, address.Id, cancellation);
            var decision = await decide(current);
            if (decision.Value is not { } next)
                return decision.Refusals.ToList();
            var change = new RecordChange<ProblemRecord>(address.Id, current, next, now, caller.Person);
            if (await table.WriteAsync(programme, plan, change, idempotency, cancellation) is [var written])
                return written;
            return null;
        }
    }

    private async Task<Outcome<Recorded<ProblemRecord>>?> AgainAsync(
        string programme, string plan, IdempotencyKey? idempotency, CancellationToken cancellation)
    {
        if (idempotency is null || await table.FindWrittenAsync(programme, plan, idempotency, cancellation) is not { } written)
            return null;
        return written.Request == idempotency.Request ? written.Versions[0] : IdempotencyKey.Reused();
    }
}
