using Azure.Data.Tables;
using Reporting.Collecting;
using Reporting.Problems;

namespace Reporting.Storage;

/// <summary>
/// Table Problems: the problems of a plan with their versions, and a row for each accepted entry that says which problems it contains. A plan is
/// a partition.
/// </summary>
public sealed class ProblemsTable(StorageConnection connection)
{
    private const string Report = "report";

    private readonly RecordRows<ProblemRecord> rows = new(connection.Table(StorageNames.Problems), "problem");

    internal Task<IReadOnlyList<Recorded<ProblemRecord>>> ReadAsync(string programme, string plan, CancellationToken cancellation) =>
        rows.ReadAsync(Partition(programme, plan), cancellation);

    /// <summary>Null when there is no such problem.</summary>
    internal Task<Recorded<ProblemRecord>?> FindAsync(string programme, string plan, string id, CancellationToken cancellation) =>
        rows.FindAsync(Partition(programme, plan), id, cancellation);

    internal Task<IReadOnlyList<Recorded<ProblemRecord>>> ReadVersionsAsync(string programme, string plan, string id, CancellationToken cancellation) =>
        rows.ReadVersionsAsync(Partition(programme, plan), id, cancellation);

    /// <summary>The number of the first version whose hash or link does not hold; null when the chain is whole.</summary>
    public Task<int?> FirstBrokenVersionAsync(string programme, string plan, string id, CancellationToken cancellation) =>
        rows.FirstBrokenVersionAsync(Partition(programme, plan), id, cancellation);

    internal Task<Written<ProblemRecord>?> FindWrittenAsync(string programme, string plan, IdempotencyKey key, CancellationToken cancellation) =>
        rows.FindWrittenAsync(Partition(programme, plan), key, cancellation);

    /// <summary>Null when another writer was first: nothing was written then.</summary>
    internal Task<IReadOnlyList<Recorded<ProblemRecord>>?> WriteAsync(
        string programme, string plan, RecordChange<ProblemRecord> change, IdempotencyKey? idempotency, CancellationToken cancellation) =>
        rows.WriteAsync(Partition(programme, plan), [change], [], idempotency, [], cancellation);

    /// <summary>Which problems the entry contains, as far as it has been taken into the ledger; null when it never was.</summary>
    internal async Task<EntryProblems?> FindReportAsync(EntryKey entry, CancellationToken cancellation)
    {
        var row = await rows.FindRowAsync(Partition(entry.Programme, entry.Plan), DerivedRow.KeyOf(Report, entry), cancellation);
        return row is null ? null : new EntryProblems(row, row.GetString("Problems").Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// Takes an entry into the ledger in one transaction: the problems that change, and which ones it contains now. False when another writer was
    /// first; then it is to be done again.
    /// </summary>
    internal async Task<bool> TakeAsync(
        Entry entry, EntryProblems? before, IReadOnlyList<string> contained, IReadOnlyList<RecordChange<ProblemRecord>> changes, CancellationToken cancellation)
    {
        var partition = Partition(entry.Key.Programme, entry.Key.Plan);
        var row = DerivedRow.Of(partition, DerivedRow.KeyOf(Report, entry.Key), entry);
        row["Problems"] = string.Join(' ', contained);
        return await rows.WriteAsync(partition, changes, [], idempotency: null, [DerivedRow.Write(row, before?.Row)], cancellation) is not null;
    }

    private static string Partition(string programme, string plan) => StorageKey.Of(programme, plan);
}

/// <summary>The problems that an entry contained when it was last taken into the ledger.</summary>
internal sealed record EntryProblems(TableEntity Row, IReadOnlyList<string> Ids)
{
    /// <summary>Whether this version of the entry, or a later one, has been taken already.</summary>
    public bool Holds(Entry entry) => DerivedRow.Holds(Row, entry);
}
