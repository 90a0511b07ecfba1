using System.Text.Json;
using Azure.Data.Tables;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Projects;
using Reporting.Schedule;

namespace Reporting.Storage;

/// <summary>
/// Table Projects: what was stored over the catalogue's projects, with versions, and a row for each accepted entry that says what it
/// reports on projects. A plan is a partition.
/// </summary>
public sealed class ProjectsTable(StorageConnection connection)
{
    /// <summary>Projects of a plan that one transaction can change.</summary>
    internal const int MostAtOnce = RecordRows<ProjectRecord>.MostAtOnce;

    private const string Report = "report";
    private const string Link = "link";

    private readonly TableClient table = connection.Table(StorageNames.Projects);

    private readonly RecordRows<ProjectRecord> rows = new(connection.Table(StorageNames.Projects), "project");

    /// <summary>The register of a plan with what was reported; one partition is read.</summary>
    public async Task<ProjectRegister> ReadAsync(Programme programme, Plan plan, CancellationToken cancellation)
    {
        var (records, reports) = await rows.ReadAsync(Partition(programme.Id, plan.Id), StorageKey.From(Report), StorageKey.To(Report), cancellation);
        return ProjectRegister.Of(programme, plan, records, [.. reports.SelectMany(ReportsOf)]);
    }

    /// <summary>The register of a plan without reports.</summary>
    internal async Task<ProjectRegister> ReadFactsAsync(Programme programme, Plan plan, CancellationToken cancellation) =>
        ProjectRegister.Of(programme, plan, await rows.ReadAsync(Partition(programme.Id, plan.Id), cancellation), []);

    /// <summary>A project as it stands; null when neither catalogue nor store has it.</summary>
    internal async Task<Project?> FindAsync(Programme programme, Plan plan, string id, CancellationToken cancellation) =>
        ProjectRegister.Of(programme, plan, id, await rows.FindAsync(Partition(programme.Id, plan.Id), id, cancellation));

    /// <summary>What accepted entries of a period say of the plan's projects.</summary>
    internal async Task<IReadOnlyList<ProjectReport>> ReadReportsAsync(string programme, string plan, Period period, CancellationToken cancellation)
    {
        var text = period.ToString();
        var found = await rows.RangeAsync(Partition(programme, plan), StorageKey.From(Report, text), StorageKey.To(Report, text), cancellation);
        return [.. found.SelectMany(ReportsOf)];
    }

    internal Task<IReadOnlyList<Recorded<ProjectRecord>>> ReadVersionsAsync(string programme, string plan, string id, CancellationToken cancellation) =>
        rows.ReadVersionsAsync(Partition(programme, plan), id, cancellation);

    /// <summary>The number of the first version whose hash or link does not hold; null when the chain is whole.</summary>
    public Task<int?> FirstBrokenVersionAsync(string programme, string plan, string id, CancellationToken cancellation) =>
        rows.FirstBrokenVersionAsync(Partition(programme, plan), id, cancellation);

    internal Task<Written<ProjectRecord>?> FindWrittenAsync(string programme, string plan, IdempotencyKey key, CancellationToken cancellation) =>
        rows.FindWrittenAsync(Partition(programme, plan), key, cancellation);

    /// <summary>Null when another writer was first: nothing was written then.</summary>
    /// <param name="linking">The project whose links to other plans are to be brought in line; a marker says so until it is done.</param>
    internal Task<IReadOnlyList<Recorded<ProjectRecord>>?> WriteAsync(
        string programme,
        string plan,
        IReadOnlyList<RecordChange<ProjectRecord>> changes,
        IReadOnlyList<Recorded<ProjectRecord>> unchanged,
        IdempotencyKey? idempotency,
        ProjectLinks? linking,
        CancellationToken cancellation)
    {
        var partition = Partition(programme, plan);
        IReadOnlyList<TableTransactionAction> marker = linking is null ? [] : [new(TableTransactionActionType.UpsertReplace, new TableEntity(partition, StorageKey.Of(Link, linking.Project))
        {
            ["SchemaVersion"] = RecordRow.SchemaVersion,
            ["Others"] = string.Join(' ', linking.Others),
        })];
        return rows.WriteAsync(partition, changes, unchanged, idempotency, marker, cancellation);
    }

    /// <summary>The links of a plan's projects that may be half made.</summary>
    internal async Task<IReadOnlyList<ProjectLinks>> ReadLinksAsync(string programme, string plan, CancellationToken cancellation) =>
        [.. (await rows.RangeAsync(Partition(programme, plan), StorageKey.From(Link), StorageKey.To(Link), cancellation)).Select(LinksOf)];

    internal async Task<ProjectLinks?> FindLinksAsync(string programme, string plan, string project, CancellationToken cancellation) =>
        await rows.FindRowAsync(Partition(programme, plan), StorageKey.Of(Link, project), cancellation) is { } row ? LinksOf(row) : null;

    /// <summary>Takes the marker away, unless the links were changed again since it was read.</summary>
    internal Task SettleLinksAsync(string programme, string plan, ProjectLinks links, CancellationToken cancellation) =>
        DerivedRow.DeleteAsync(table, Partition(programme, plan), StorageKey.Of(Link, links.Project), links.Tag, cancellation);

    /// <summary>
    /// Keeps what the entry, as it stands, says of projects: its list when it is accepted, nothing otherwise. An older version never takes the
    /// place of a newer one. False when another writer was first; then it is to be done again.
    /// </summary>
    internal async Task<bool> RecordAsync(Entry entry, IReadOnlyList<ReportedProject> reported, CancellationToken cancellation)
    {
        var (partition, rowKey) = (Partition(entry.Key.Programme, entry.Key.Plan), DerivedRow.KeyOf(Report, entry.Key));
        var before = await rows.FindRowAsync(partition, rowKey, cancellation);
        if (DerivedRow.Holds(before, entry))
            return true;
        var row = DerivedRow.Of(partition, rowKey, entry);
        row["Reported"] = JsonSerializer.Serialize(reported, ReportingJson.Options);
        return await DerivedRow.TryWriteAsync(table, [DerivedRow.Write(row, before)], cancellation);
    }

    private static IEnumerable<ProjectReport> ReportsOf(TableEntity row)
    {
        var source = DerivedRow.SourceOf(row);
        return (JsonSerializer.Deserialize<List<ReportedProject>>(row.GetString("Reported"), ReportingJson.Options) ?? []).Select(p => new ProjectReport(
            p.Project, source.Period, source.Task, source.Unit, source.Version, source.Hash, source.At, p.Stage, p.PlannedInvestment, p.CumulativeInvestment, p.Obstacle));
    }

    private static ProjectLinks LinksOf(TableEntity row) =>
        new(row.RowKey.Split(StorageKey.Separator)[1], row.GetString("Others").Split(' ', StringSplitOptions.RemoveEmptyEntries), row.ETag.ToString());

    private static string Partition(string programme, string plan) => StorageKey.Of(programme, plan);
}

/// <summary>What an entry says of a project, without its note.</summary>
internal sealed record ReportedProject(
    string Project, ProjectStage Stage, decimal? PlannedInvestment, decimal? CumulativeInvestment, ProblemKind? Obstacle);

/// <summary>A project whose links to other plans were changed, and the projects at their other ends, past or present.</summary>
/// <param name="Tag">Empty for links that are not stored yet.</param>
internal sealed record ProjectLinks(string Project, IReadOnlyList<string> Others, string Tag = "");
