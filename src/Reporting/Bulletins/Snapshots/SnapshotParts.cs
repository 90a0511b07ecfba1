namespace Reporting.Bulletins.Snapshots;

/// <summary>What a snapshot may hold beside the reports of the units; frozen only for the reports that tell of it.</summary>
[Flags]
public enum SnapshotParts
{
    None = 0,

    /// <summary>What the office recorded of sites that were visited.</summary>
    Inspections = 1,

    /// <summary>The zones that are ranked at the year's end.</summary>
    Zones = 2,
}
