namespace Reporting.Storage;

/// <summary>The names of tables, containers and queues (DESIGN section 5), before the configured prefix.</summary>
internal static class StorageNames
{
    public const string Progress = "Progress";
    public const string Projects = "Projects";
    public const string Problems = "Problems";
    public const string Inspections = "Inspections";
    public const string Zones = "Zones";
    public const string Access = "Access";
    public const string Bulletins = "Bulletins";
    public const string Runs = "Runs";
    public const string Outbox = "Outbox";

    /// <summary>The queue of hints that a piece of work may be due.</summary>
    public const string Work = "work";

    /// <summary>The queue of hints that a row of the outbox may be to be sent.</summary>
    public const string Deliveries = "deliveries";

    /// <summary>The container of published files: written once, never changed.</summary>
    public const string PublishedFiles = "bulletins";

    /// <summary>The container of files in the making; what is in it may be deleted once the issue is published.</summary>
    public const string StagedFiles = "work";

    /// <summary>The container of the keys that sign-ins to the pages are protected with.</summary>
    public const string SignInKeys = "sign-in-keys";
}
