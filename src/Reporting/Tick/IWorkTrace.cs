using Reporting.Schedule;

namespace Reporting.Tick;

/// <summary>The steps of a piece of work; after each of them everything done so far is stored.</summary>
public enum WorkStep
{
    Claimed,

    /// <summary>The draft is stored; the piece then waits for the office.</summary>
    Drafted,

    /// <summary>The snapshot is stored.</summary>
    Frozen,

    /// <summary>Signer and date are fixed.</summary>
    SignatureFixed,

    /// <summary>The issue has its number.</summary>
    Numbered,

    /// <summary>The rendered files, manifest and signature are staged.</summary>
    Staged,

    /// <summary>The files are in their place and the issue is listed.</summary>
    Published,

    /// <summary>The outbox has a row for everybody who gets the issue.</summary>
    Enqueued,

    /// <summary>The piece is done.</summary>
    Settled,

    /// <summary>A row of the outbox is claimed, and nothing was handed over yet.</summary>
    Sending,

    /// <summary>The receiver has answered, which is not written down yet.</summary>
    Sent,
}

/// <summary>Is told each step of a piece of work as it is reached; what it throws fails the piece.</summary>
public interface IWorkTrace
{
    void Reached(IssueKey issue, WorkStep reached);
}
