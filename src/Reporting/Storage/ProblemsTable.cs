using Azure.Data.Tables;
using Reporting.Collecting;
using Reporting.Problems;

namespace Reporting.Storage;

/// <summary>
/// Table Problems: the problems of a plan with their versions, and a row for each accepted entry that says which problems it contains. A plan is
/// a partition.
/// </summary>
public sealed class ProblemsTable(StorageConnection connection)
    : PlanRecordsTable<ProblemRecord>(connection.Table(StorageNames.Problems), "problem")
{
    private const string Report = "report";

    internal Task<IReadOnlyList<Recorded<ProblemRecord>>> ReadAsync(string programme, string plan, CancellationToken cancellation) =>
        ReadAllAsync(programme, plan, cancellation);

    /// <summary>Which problems the entry contains, as far as it has been taken into the ledger; null when it never was.</summary>
    internal async Task<EntryProblems?> FindReportAsync(EntryKey entry, CancellationToken cancellation)
    {
        var row = await Rows.FindRowAsync(Partition(entry.Programme, entry.Plan), DerivedRow.KeyOf(Report, entry), cancellation);
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
        return await Rows.WriteAsync(partition, changes, [], idempotency: null, [DerivedRow.Write(row, before?.Row)], cancellation) is not null;
    }
}

/// <summary>The problems that an entry contained when it was last taken into the ledger.</summary>
internal sealed record EntryProblems(TableEntity Row, IReadOnlyList<string> Ids)
{
    /// <summary>Whether this version of the entry, or a later one, has been taken already.</summary>
    public bool Holds(Entry entry) => DerivedRow.Holds(Row, entry);
}
