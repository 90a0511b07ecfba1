using System.ComponentModel.DataAnnotations;

namespace LocalHost.Emulator;

/// <summary>Settings of the storage emulator that a local run starts (section <c>Azurite</c>).</summary>
public sealed class AzuriteOptions
{
    public const string Section = "Azurite";

    /// <summary>The folder that keeps the emulator's data; relative to the working directory.</summary>
    [Required]
    public string Location { get; set; } = ".azurite";

    /// <summary>
    /// True to keep everything in memory and lose it at the end: tests and benchmarks need no more, and Azurite, which writes its whole
    /// table store anew every few seconds while it changes, does not stop for that.
    /// </summary>
    public bool InMemory { get; set; }

    /// <summary>0 for a free port.</summary>
    [Range(0, 65535)]
    public int BlobPort { get; set; } = 10000;

    /// <summary>0 for a free port.</summary>
    [Range(0, 65535)]
    public int QueuePort { get; set; } = 10001;

    /// <summary>0 for a free port.</summary>
    [Range(0, 65535)]
    public int TablePort { get; set; } = 10002;

    /// <summary>The Node.js program; looked up in PATH when it has no folder.</summary>
    [Required]
    public string Node { get; set; } = "node";

    /// <summary>The folder node_modules; null to look for it from the program's folder and the working directory upwards.</summary>
    public string? NodeModules { get; set; }

    /// <summary>How many storage accounts to offer: tests take a fresh, empty one each.</summary>
    [Range(1, 500)]
    public int Accounts { get; set; } = 1;

    /// <summary>Options for a store of its own on free ports, so that nothing else on the machine is touched.</summary>
    public static AzuriteOptions OnFreePorts(string location) => new() { Location = location, BlobPort = 0, QueuePort = 0, TablePort = 0 };

    /// <summary>The same, kept in memory only.</summary>
    public static AzuriteOptions OnFreePortsInMemory() => new() { InMemory = true, BlobPort = 0, QueuePort = 0, TablePort = 0 };
}
