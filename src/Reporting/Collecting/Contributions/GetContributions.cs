using Reporting.Access;
using Reporting.Storage;

namespace Reporting.Collecting.Contributions;

/// <summary>Reads what participating units contribute to a task, and the versions of one contribution.</summary>
public sealed class GetContributions(ContributionBook book, ContributionsTable table)
{
    /// <summary>One for each unit that ever wrote one, in printed order; without text where it was taken back.</summary>
    public async Task<Outcome<ContributionList>> RunAsync(Caller caller, ContributionAddress address, CancellationToken cancellation)
    {
        var found = book.FindTask(address, caller);
        if (found.Value is not { } task)
            return found.Refusals.ToList();
        var stored = await table.ReadTaskAsync(task.Programme.Id, task.Period, task.Plan.Id, task.Task.Id, cancellation);
        return new ContributionList(InPrintedOrder(stored, task));
    }

    /// <summary>The contributions that belong under an entry: those with text; none for a plan's indicators.</summary>
    public async Task<IReadOnlyList<Contribution>> UnderAsync(EntryKey entry, CancellationToken cancellation) =>
        entry.Task is { } task
            ? [.. (await table.ReadTaskAsync(entry.Programme, entry.Period, entry.Plan, task, cancellation)).Where(c => c.Text is not null)]
            : [];

    /// <summary>Every version, first to last.</summary>
    public async Task<Outcome<ContributionList>> VersionsAsync(Caller caller, ContributionAddress address, CancellationToken cancellation)
    {
        var found = book.FindTask(address, caller);
        if (found.Value is not { } task)
            return found.Refusals.ToList();
        if (address.Unit is { } named && !task.Programme.TryGetUnit(named, out _))
            return ObligationBook.UnknownUnit(task.Programme, named);
        if ((address.Unit ?? caller.Unit) is not { } unit)
            return new Refusal("unit-required", "unit", "请用 ?unit= 写明单位。", "Name the unit with ?unit=.");
        var key = new EntryKey(task.Programme.Id, task.Period, task.Plan.Id, task.Task.Id, unit);
        var versions = await table.ReadVersionsAsync(key, cancellation);
        return versions.Count == 0
            ? new Refusal("contribution-not-found", "unit", $"“{unit}”尚未填报该任务的配合情况。", $"'{unit}' has written no contribution to this task.")
            : new ContributionList(versions);
    }

    private static IReadOnlyList<Contribution> InPrintedOrder(IReadOnlyList<Contribution> stored, SharedTask task)
    {
        var printed = task.Task.ParticipatingUnits.Select((unit, at) => (unit, at)).ToDictionary(p => p.unit, p => p.at, StringComparer.Ordinal);
        return [.. stored.OrderBy(c => printed.GetValueOrDefault(c.Key.Unit, int.MaxValue))];
    }
}
