using Reporting.Access;
using Reporting.Collecting;
using Reporting.Problems;
using Reporting.Schedule;

namespace Reporting.Web.Endpoints;

/// <summary>What the office asks of a unit.</summary>
/// <param name="Text">At most 1,500 characters.</param>
/// <param name="Due">The last day, in Beijing, on which an answer is in time.</param>
internal sealed record AskRequest(string Unit, string Text, DateOnly Due);

/// <summary>What the unit answers, at most 1,500 characters.</summary>
internal sealed record AnswerRequest(string Text);

/// <summary>What shows that the problem is solved, at most 1,500 characters.</summary>
internal sealed record CloseRequest(string Evidence);

/// <summary>A problem of the ledger.</summary>
/// <param name="Task">Null for one raised with a plan's indicators, or by the office itself.</param>
/// <param name="Unit">The unit that raised it, or whose it is.</param>
/// <param name="AskedOf">The body whose help the unit asks.</param>
/// <param name="Sources">The accepted entries that contain it.</param>
/// <param name="Question">What the office asked last.</param>
/// <param name="Overdue">Asked, not answered, and the due day is over.</param>
/// <param name="Hash">Also the ETag.</param>
internal sealed record ProblemView(
    string Id,
    string Plan,
    string? Task,
    string Unit,
    ProblemKind Kind,
    string Text,
    string? HelpAsked,
    string? AskedOf,
    ProblemState State,
    IReadOnlyList<ProblemSource> Sources,
    DateTimeOffset RaisedAt,
    ProblemQuestion? Question,
    bool Overdue,
    int Version,
    string Hash)
{
    public static ProblemView Of(Recorded<ProblemRecord> problem, bool overdue) => new(
        problem.Id,
        problem.Content.Plan,
        problem.Content.Task,
        problem.Content.Unit,
        problem.Content.Kind,
        problem.Content.Text,
        problem.Content.HelpAsked,
        problem.Content.AskedOf,
        problem.Content.State,
        [.. problem.Content.Sources.Select(s => s with { At = s.At.ToOffset(BeijingTime.Offset) })],
        problem.Content.RaisedAt.ToOffset(BeijingTime.Offset),
        problem.Content.Question,
        overdue,
        problem.Version,
        problem.Hash);
}

/// <summary>The problems that were asked for.</summary>
internal sealed record ProblemListView(IReadOnlyList<ProblemView> Problems);

/// <summary>A problem with its steps, first to last.</summary>
internal sealed record ProblemWithSteps(ProblemView Problem, IReadOnlyList<ProblemStepView> Steps)
{
    public static ProblemWithSteps Of(ProblemHistory history) =>
        new(ProblemView.Of(history.Current.Problem, history.Current.Overdue), [.. history.Versions.Select(ProblemStepView.Of)]);
}

/// <summary>Who did what, when; a step that an entry made is the person's who accepted the entry or took it back.</summary>
/// <param name="ActedFor">The unit the person acted for; null where the key belongs to none.</param>
/// <param name="Text">Answer, evidence or reason.</param>
/// <param name="Hash">SHA-256 over this version and the hash before it.</param>
internal sealed record ProblemStepView(
    int Version,
    ProblemAction Action,
    ProblemState State,
    DateTimeOffset At,
    string By,
    Role Role,
    string? ActedFor,
    string? Text,
    ProblemQuestion? Question,
    ProblemSource? Source,
    string? PreviousHash,
    string Hash)
{
    public static ProblemStepView Of(Recorded<ProblemRecord> version) => new(
        version.Version,
        version.Content.Step.Action,
        version.Content.State,
        version.At.ToOffset(BeijingTime.Offset),
        version.By,
        version.Content.Step.Role,
        version.Content.Step.Unit,
        version.Content.Step.Text,
        version.Content.Step.Question,
        version.Content.Step.Source is { } source ? source with { At = source.At.ToOffset(BeijingTime.Offset) } : null,
        version.PreviousHash,
        version.Hash);
}
