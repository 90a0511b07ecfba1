using Reporting.Collecting.LatePermits;
using Reporting.Schedule;

namespace Reporting.Web.Endpoints;

/// <summary>Leave to report after the lock (补报许可) as the API shows it.</summary>
/// <param name="Task">Null for a plan's indicators.</param>
/// <param name="Until">The last day (inclusive, Beijing) on which the unit may report.</param>
/// <param name="Hash">Also the ETag.</param>
/// <param name="Steps">Who did what about it, first to last.</param>
internal sealed record PermitView(
    string Programme,
    Period Period,
    string Plan,
    string? Task,
    string Unit,
    PermitState State,
    DateOnly Until,
    int Version,
    string Hash,
    IReadOnlyList<PermitStepView> Steps)
{
    /// <param name="asOf">The instant at which its state is meant.</param>
    public static PermitView Of(LatePermit permit, DateTimeOffset asOf) => new(
        permit.Key.Programme,
        permit.Key.Period,
        permit.Key.Plan,
        permit.Key.Task,
        permit.Key.Unit,
        permit.StateAt(asOf),
        permit.Until,
        permit.Version,
        permit.Hash,
        [.. permit.Steps.Select(s => new PermitStepView(s.Act, s.By, s.At.ToOffset(BeijingTime.Offset), s.Reason, s.Until))]);
}

/// <summary>Something that was done about a permit.</summary>
/// <param name="By">The person.</param>
/// <param name="Reason">Null for a grant.</param>
/// <param name="Until">The last day that a request asks for; null for other steps.</param>
internal sealed record PermitStepView(PermitAct Act, string By, DateTimeOffset At, string? Reason, DateOnly? Until);

/// <summary>The permits of a period.</summary>
internal sealed record PermitList(IReadOnlyList<PermitView> Exceptions);

/// <summary>Why a unit must still report, and until when.</summary>
/// <param name="Reason">At most 500 characters.</param>
/// <param name="Until">The last day (inclusive, Beijing), at most 60 days ahead.</param>
internal sealed record PermitRequest(string Reason, DateOnly Until);

/// <summary>Why a request is refused, or a permit revoked.</summary>
/// <param name="Reason">At most 500 characters.</param>
internal sealed record PermitReason(string Reason);
