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

    /// <summary>The piece is done.</summary>
    Settled,
}

/// <summary>Is told each step of a piece of work as it is reached; what it throws fails the piece.</summary>
public interface IWorkTrace
{
    void Reached(IssueKey issue, WorkStep reached);
}
