using Reporting.Access;
using Reporting.Collecting;

namespace Reporting.Inspections;

/// <summary>A visit to be recorded.</summary>
/// <param name="Plan">Any plan: an inspection need not be ordered to be made.</param>
public sealed record NewInspection(string Plan, Inspection Inspection);

/// <summary>Records what was found at a site (office).</summary>
public sealed class RecordInspection(ObligationBook book, InspectionRegister register, TimeProvider clock)
{
    private const string Member = "inspection";

    public async Task<Outcome<Recorded<OfficeRecord<Inspection>>>> RunAsync(
        Caller caller, string programmeId, NewInspection sent, ChangeTerms terms, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var known = book.FindProgramme(programmeId);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        if (!programme.TryGetPlan(sent.Plan, out var plan))
            return RecordRules.UnknownPlan(sent.Plan);
        var given = await register.CheckAsync(programme, plan, sent.Inspection, now, cancellation);
        return given.Value is { } inspection
            ? await register.AddAsync(caller, programme, plan, terms, now, _ => Task.FromResult(inspection.After(before: null).Within(Member)), cancellation)
            : given.Within(Member).Refusals.ToList();
    }
}
