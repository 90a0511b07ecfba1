using Reporting.Access;
using Reporting.Collecting;
using Reporting.Delivery;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Reminding;

/// <summary>Which reminders are asked for, as written in the request.</summary>
/// <param name="Unit">Null for all units, or the caller's own for role unit.</param>
/// <param name="State">One of waiting, sent, unconfirmed, failed, cancelled; null for all.</param>
public sealed record ReminderQuery(string Programme, string? Period, string? Unit, string? State);

/// <summary>The reminders of a period by day, within a day in catalogue order.</summary>
public sealed record ReminderList(string Programme, Period Period, IReadOnlyList<Reminder> Reminders);

/// <summary>Lists whom the tick reminded of what.</summary>
public sealed class ListReminders(ObligationBook book, RemindersTable outbox)
{
    private static readonly string[] States = [.. Enum.GetValues<OutboxState>().Select(ReportingJson.NameOf)];

    public async Task<Outcome<ReminderList>> RunAsync(Caller caller, ReminderQuery query, CancellationToken cancellation)
    {
        var found = book.FindPeriod(query.Programme, query.Period, caller, query.Unit, plan: null);
        if (found.Value is not var (programme, period, _))
            return found.Refusals.ToList();
        if (query.State is { } state && !States.Contains(state, StringComparer.Ordinal))
            return new Refusal("parameter-invalid", "state", $"state 应为{string.Join('、', States)}之一。", $"state is one of {string.Join(", ", States)}.");
        var unit = caller.Role == Role.Unit ? caller.Unit : query.Unit;
        var order = programme.Units.Select((u, i) => (u.Id, At: i)).ToDictionary(u => u.Id, u => u.At, StringComparer.Ordinal);
        var reminders = (await outbox.ReadAsync(programme.Id, period, cancellation))
            .Select(stored => stored.Reminder)
            .Where(r => (unit is null || r.Unit == unit) && (query.State is null || ReportingJson.NameOf(r.State) == query.State))
            .OrderBy(r => r.Date)
            .ThenBy(r => order.GetValueOrDefault(r.Unit, int.MaxValue))
            .Select(r => r with { CreatedAt = r.CreatedAt.ToOffset(BeijingTime.Offset), ChangedAt = r.ChangedAt.ToOffset(BeijingTime.Offset) });
        return new ReminderList(programme.Id, period, [.. reminders]);
    }
}
