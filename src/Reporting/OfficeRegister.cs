using Reporting.Access;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Storage;

namespace Reporting;

/// <summary>
/// A register of what the office records itself, numbered within each plan: adds a record under the next number, changes or withdraws one that is
/// as the caller read it, and reads one with its versions. What a record says is the slice's to check.
/// </summary>
/// <param name="mark">What stands before the numbers in the ids, e.g. <c>-I</c>.</param>
/// <param name="name">What a record is called in Chinese.</param>
/// <param name="nameEn">The same in English, without an article.</param>
/// <param name="unknownCode">The code of the refusal that there is no such record.</param>
public abstract class OfficeRegister<T>(
    ObligationBook book, OfficeRecordsTable<T> table, string mark, string name, string nameEn, string unknownCode)
    where T : class
{
    /// <summary>A longest record with a longest reason still fits into a row, however its characters are written.</summary>
    public const int MostReasonCharacters = 200;

    private readonly NumberedId ids = new(mark);

    /// <summary>The plan that the id begins with, or the refusal that there is no such programme or record.</summary>
    internal Outcome<RecordAddress> Find(string programmeId, string id)
    {
        var known = book.FindProgramme(programmeId);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        return ids.TryFindPlan(programme, id, out var plan) ? new RecordAddress(programme, plan, id) : Unknown(id);
    }

    /// <param name="decide">Gets the id of the new record; called again after another writer was first.</param>
    internal Task<Outcome<Recorded<OfficeRecord<T>>>> AddAsync(
        Caller caller,
        Programme programme,
        Plan plan,
        ChangeTerms terms,
        DateTimeOffset now,
        Func<string, Task<Outcome<T>>> decide,
        CancellationToken cancellation)
    {
        return RecordWriting.RunAsync(table, programme.Id, plan.Id, terms.Idempotency, NextAsync, cancellation);

        async Task<Outcome<RecordChange<OfficeRecord<T>>>> NextAsync()
        {
            var all = await table.ReadAllAsync(programme.Id, plan.Id, cancellation);
            var id = ids.Of(plan.Id, all.Select(r => ids.NumberOf(r.Id)).DefaultIfEmpty().Max() + 1);
            var decision = await decide(id);
            if (decision.Value is not { } details)
                return decision.Refusals.ToList();
            var record = new OfficeRecord<T>(plan.Id, OfficeRecordState.Recorded, details, new OfficeStep(OfficeAction.Recorded, caller.Role, caller.Unit));
            return new RecordChange<OfficeRecord<T>>(id, null, record, now, caller.Person);
        }
    }

    /// <param name="decide">Gets the record as it stands; called again after another writer was first.</param>
    internal Task<Outcome<Recorded<OfficeRecord<T>>>> ChangeAsync(
        Caller caller,
        RecordAddress address,
        ChangeTerms terms,
        DateTimeOffset now,
        Func<OfficeRecord<T>, Task<Outcome<T>>> decide,
        CancellationToken cancellation)
    {
        return StepAsync(caller, address, terms, now, NextAsync, cancellation);

        async Task<Outcome<OfficeRecord<T>>> NextAsync(OfficeRecord<T> current)
        {
            var decision = await decide(current);
            return decision.Value is { } details
                ? current with { Details = details, Step = new OfficeStep(OfficeAction.Changed, caller.Role, caller.Unit) }
                : decision.Refusals.ToList();
        }
    }

    /// <summary>Takes a record out of what counts, with a reason; there is no way back, since it can be recorded anew.</summary>
    internal async Task<Outcome<Recorded<OfficeRecord<T>>>> WithdrawAsync(
        Caller caller, string programmeId, string id, string? reason, ChangeTerms terms, DateTimeOffset now, CancellationToken cancellation)
    {
        var found = Find(programmeId, id);
        if (found.Value is not { } address)
            return found.Refusals.ToList();
        var given = RecordRules.RequiredText(reason, "reason", MostReasonCharacters);
        if (given.Value is not { } why)
            return given.Refusals.ToList();
        var step = new OfficeStep(OfficeAction.Withdrawn, caller.Role, caller.Unit, why);
        return await StepAsync(caller, address, terms, now, Withdrawn, cancellation);

        Task<Outcome<OfficeRecord<T>>> Withdrawn(OfficeRecord<T> current) =>
            Task.FromResult<Outcome<OfficeRecord<T>>>(current with { State = OfficeRecordState.Withdrawn, Step = step });
    }

    internal async Task<Outcome<OfficeHistory<T>>> HistoryAsync(string programmeId, string id, CancellationToken cancellation)
    {
        var found = Find(programmeId, id);
        if (found.Value is not var (programme, plan, _))
            return found.Refusals.ToList();
        if (await table.FindAsync(programme.Id, plan.Id, id, cancellation) is not { } current)
            return Unknown(id);
        var versions = await table.ReadVersionsAsync(programme.Id, plan.Id, id, cancellation);
        return new OfficeHistory<T>(current, [.. versions.Where(v => v.Version <= current.Version)]);
    }

    private Task<Outcome<Recorded<OfficeRecord<T>>>> StepAsync(
        Caller caller,
        RecordAddress address,
        ChangeTerms terms,
        DateTimeOffset now,
        Func<OfficeRecord<T>, Task<Outcome<OfficeRecord<T>>>> next,
        CancellationToken cancellation)
    {
        var (programme, plan, id) = (address.Programme.Id, address.Plan.Id, address.Id);
        return RecordWriting.RunAsync(table, programme, plan, terms.Idempotency, NextAsync, cancellation);

        async Task<Outcome<RecordChange<OfficeRecord<T>>>> NextAsync()
        {
            if (await table.FindAsync(programme, plan, id, cancellation) is not { } current)
                return Unknown(id);
            if (terms.Refuse(current.Hash, current.Version) is { } refused)
                return refused;
            if (current.Content.State == OfficeRecordState.Withdrawn)
                return new Refusal("wrong-state", null, $"{name}{id}已撤回，不能再改。", $"The {nameEn} {id} was withdrawn and cannot be changed.");
            var decision = await next(current.Content);
            return decision.Value is { } record
                ? new RecordChange<OfficeRecord<T>>(id, current, record, now, caller.Person)
                : decision.Refusals.ToList();
        }
    }

    private Refusal Unknown(string id) => new(unknownCode, "id", $"没有{name}“{id}”。", $"There is no {nameEn} '{id}'.");
}

/// <summary>A record that a caller names: the programme, and the plan that the id begins with. Whether there is such a record is not known yet.</summary>
internal sealed record RecordAddress(Programme Programme, Plan Plan, string Id);
