using Azure.Data.Tables;

namespace Reporting.Storage;

/// <summary>A table of what the office records itself.</summary>
public abstract class OfficeRecordsTable<T> : PlanRecordsTable<OfficeRecord<T>>
    where T : class
{
    private protected OfficeRecordsTable(TableClient table, string kind)
        : base(table, kind)
    {
    }

    /// <summary>What stands in the register of a plan, by number; what was withdrawn is left out.</summary>
    internal async Task<IReadOnlyList<Recorded<OfficeRecord<T>>>> ReadAsync(string programme, string plan, CancellationToken cancellation) =>
        [.. (await ReadNumberedAsync(programme, plan, cancellation)).Where(r => r.Content.State == OfficeRecordState.Recorded)];

    /// <summary>The same with what was withdrawn.</summary>
    internal async Task<IReadOnlyList<Recorded<OfficeRecord<T>>>> ReadNumberedAsync(string programme, string plan, CancellationToken cancellation) =>
        [.. (await ReadAllAsync(programme, plan, cancellation)).OrderBy(r => r.Id.Length).ThenBy(r => r.Id, StringComparer.Ordinal)];
}
