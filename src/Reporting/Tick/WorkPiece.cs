using Reporting.Publishing;
using Reporting.Schedule;

namespace Reporting.Tick;

/// <summary>Where a piece of work stands.</summary>
public enum WorkState
{
    /// <summary>Due and not claimed; one that has a draft and no signature waits for the office.</summary>
    Waiting,

    /// <summary>Claimed by a handler until its lease ends.</summary>
    Working,

    /// <summary>The issue is published.</summary>
    Done,

    /// <summary>Given up after too many failures; a person has to look.</summary>
    Parked,
}

/// <summary>A piece of work: one issue that is due, and how far its making has come.</summary>
/// <param name="Failures">Failures since it was last well; five park it.</param>
/// <param name="Claims">How often it was claimed; counts handlers that died without a word, too.</param>
/// <param name="NotBefore">A failed piece is not tried again before then.</param>
/// <param name="LeaseUntil">Until when the holder's claim stands; null when nobody holds it.</param>
/// <param name="Draft">The draft that stands; null until there is one.</param>
/// <param name="Signature">Null until signed.</param>
/// <param name="Number">Null until numbered.</param>
/// <param name="Error">What went wrong last; null when nothing did.</param>
/// <param name="ETag">The row as it was read; a change is only taken when nobody else changed it since.</param>
public sealed record WorkPiece(
    IssueKey Issue,
    WorkState State,
    int Failures,
    int Claims,
    DateTimeOffset NotBefore,
    DateTimeOffset? LeaseUntil,
    IssueDraft? Draft,
    Signature? Signature,
    int? Number,
    string? Error,
    string ETag)
{
    /// <summary>Failures after which a piece is parked.</summary>
    public const int MaxFailures = 5;

    /// <summary>Claims after which a piece is parked even though no failure was recorded: it kills its handlers.</summary>
    public const int MaxClaims = 50;

    // A draft is looked at again on the next day; a failed piece is tried again sooner.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>A piece that nobody has begun.</summary>
    public static WorkPiece New(IssueKey issue, DateTimeOffset now) => new(issue, WorkState.Waiting, 0, 0, now, null, null, null, null, null, "");

    /// <summary>The draft that a person has signed; null where nobody has, also where the calendar signed.</summary>
    public IssueDraft? SignedDraft => Signature is { Automatic: false } ? Draft : null;

    /// <summary>Published or parked: nothing more is done for it by itself.</summary>
    public bool Settled => State is WorkState.Done or WorkState.Parked;

    /// <summary>Whether a handler may claim it at <paramref name="now"/>.</summary>
    public bool ClaimableAt(DateTimeOffset now) => State switch
    {
        WorkState.Waiting => Deadline.IsOver(NotBefore, LongestWait, now),
        WorkState.Working => Deadline.IsOver(LeaseUntil, DoWork.Lease, now),
        _ => false,
    };

    /// <summary>The piece after one more failure: tried again after a growing delay, or parked.</summary>
    public WorkPiece Failed(DateTimeOffset now, string error)
    {
        var failures = Failures + 1;
        var parked = failures >= MaxFailures;
        return this with
        {
            State = parked ? WorkState.Parked : WorkState.Waiting,
            Failures = failures,
            NotBefore = now + DelayAfter(failures),
            LeaseUntil = null,
            Error = error,
        };
    }

    /// <summary>The piece with the draft that stands now, to be looked at again on the next day in Beijing.</summary>
    public WorkPiece Drafted(IssueDraft draft, DateTimeOffset now) => this with
    {
        State = WorkState.Waiting,
        Failures = 0,
        Claims = 0,
        NotBefore = BeijingTime.StartOf(BeijingTime.DateOf(now).AddDays(1)),
        LeaseUntil = null,
        Draft = draft,
        Error = null,
    };

    /// <summary>A parked piece begun again by a person, as if it had never failed.</summary>
    public WorkPiece Retried(DateTimeOffset now) => this with { State = WorkState.Waiting, Failures = 0, Claims = 0, NotBefore = now, LeaseUntil = null, Error = null };

    /// <summary>The piece given up because no handler came to an end with it.</summary>
    public WorkPiece Abandoned() => this with { State = WorkState.Parked, LeaseUntil = null, Error = "Claimed too often without an end." };

    /// <summary>5 minutes, 20 minutes, 80 minutes, 5 hours 20 minutes.</summary>
    public static TimeSpan DelayAfter(int failures) => TimeSpan.FromMinutes(5 * Math.Pow(4, failures - 1));
}
