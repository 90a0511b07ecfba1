using Reporting.Storage;

namespace Reporting;

/// <summary>
/// Writes the next version of one record: lets the use case read and decide, and does it again when another writer was first. A request that is
/// repeated with its Idempotency-Key gets the version that it wrote then.
/// </summary>
internal static class RecordWriting
{
    /// <param name="decide">Reads what it needs and says what is to be written; called again after another writer was first.</param>
    public static Task<Outcome<Recorded<T>>> RunAsync<T>(
        PlanRecordsTable<T> table,
        string programme,
        string plan,
        IdempotencyKey? idempotency,
        Func<Task<Outcome<RecordChange<T>>>> decide,
        CancellationToken cancellation)
        where T : class
    {
        return ChangeRounds.RunAsync(RoundAsync, AgainAsync);

        async Task<Outcome<Recorded<T>>?> RoundAsync()
        {
            var decision = await decide();
            if (decision.Value is not { } change)
                return decision.Refusals.ToList();
            if (await table.WriteAsync(programme, plan, change, idempotency, cancellation) is { } written)
                return written;
            return null;
        }

        async Task<Outcome<Recorded<T>>?> AgainAsync()
        {
            if (idempotency is null || await table.FindWrittenAsync(programme, plan, idempotency, cancellation) is not { } written)
                return null;
            return written.Request == idempotency.Request ? written.Versions[0] : IdempotencyKey.Reused();
        }
    }
}
