namespace Reporting.Tick;

/// <summary>How the handling of a message ended.</summary>
public enum WorkOutcome
{
    /// <summary>The issue is published by this handler.</summary>
    Published,

    /// <summary>A new draft lies before the office.</summary>
    Drafted,

    /// <summary>Done already, not due, held by another handler, waiting after a failure, or behind an earlier issue of its series.</summary>
    NothingToDo,

    /// <summary>It failed and will be tried again.</summary>
    Failed,

    /// <summary>It failed for the last time.</summary>
    Parked,

    /// <summary>The message could not be read.</summary>
    Dropped,
}
