namespace Reporting.Web.Tests;

internal enum Actor
{
    Unit,
    Office,
    Foreign,
}

internal enum Change
{
    Put,
    Submit,
    Withdraw,
    Return,
    Accept,
}

internal enum Condition
{
    Right,
    Stale,
    Any,
    None,
}

/// <summary>Something that somebody tries to do with the entry.</summary>
/// <param name="Key">Idempotency key; 0 for none.</param>
/// <param name="Text">Which of two bodies is sent.</param>
internal sealed record Operation(Actor Actor, Change Change, Condition Condition, int Key, int Text);

/// <summary>What is to be answered.</summary>
/// <param name="Code">Null for a success.</param>
/// <param name="Version">Of the answer; 0 for a refusal.</param>
internal sealed record Expected(int Status, string? Code, int Version, string? State);

/// <summary>The rules of an entry once more, small enough to be read at one glance: what each operation is answered, and what it leaves.</summary>
internal sealed class EntryModel
{
    private readonly Dictionary<(Actor, Change, int Key), (int Text, Expected Answer)> remembered = [];

    public int Version { get; private set; }

    public string? State { get; private set; }

    /// <summary>How often a key was seen again.</summary>
    public int Replays { get; private set; }

    public Expected Apply(Operation operation)
    {
        if (Forbidden(operation) is { } code)
            return new Expected(403, code, 0, null);
        var key = (operation.Actor, operation.Change, operation.Key);
        if (operation.Key > 0 && remembered.TryGetValue(key, out var before))
        {
            Replays++;
            return before.Text == Body(operation) ? before.Answer : new Expected(409, "idempotency-key-reused", 0, null);
        }
        if (Refused(operation) is var (status, refusal))
            return new Expected(status, refusal, 0, null);
        Version++;
        State = operation.Change switch
        {
            Change.Put or Change.Withdraw => "draft",
            Change.Submit => "submitted",
            Change.Return => "returned",
            _ => "accepted",
        };
        var answer = new Expected(Version == 1 ? 201 : 200, null, Version, State);
        if (operation.Key > 0)
            remembered[key] = (Body(operation), answer);
        return answer;
    }

    /// <summary>Only these two have a body.</summary>
    private static int Body(Operation operation) => operation.Change is Change.Put or Change.Return ? operation.Text : 0;

    private static string? Forbidden(Operation operation) => operation switch
    {
        { Actor: Actor.Office } => null,
        { Change: Change.Return or Change.Accept } => "role-not-allowed",
        { Actor: Actor.Foreign } => "not-yours",
        _ => null,
    };

    private (int Status, string Code)? Refused(Operation operation)
    {
        if (Version == 0)
        {
            return operation.Condition is Condition.Stale or Condition.Any ? (412, "stale")
                : operation.Change == Change.Put ? null
                : (404, "entry-not-found");
        }
        if (operation.Condition is Condition.None)
            return (428, "if-match-required");
        if (operation.Condition is Condition.Stale)
            return (412, "stale");
        var possible = operation.Change switch
        {
            Change.Put or Change.Submit => State is "draft" or "returned",
            Change.Return => State is "submitted" or "accepted",
            _ => State is "submitted",
        };
        return possible ? null : (409, "wrong-state");
    }
}
