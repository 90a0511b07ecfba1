namespace Reporting.Storage;

/// <summary>The names of tables, containers and queues (DESIGN section 5), before the configured prefix.</summary>
internal static class StorageNames
{
    public const string Progress = "Progress";
    public const string Access = "Access";
}
