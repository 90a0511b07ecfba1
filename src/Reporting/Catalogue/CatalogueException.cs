using System.Globalization;

namespace Reporting.Catalogue;

/// <summary>What is wrong at one place of a catalogue.</summary>
/// <param name="File">Path below the catalogue's folder, with forward slashes.</param>
/// <param name="Line">1-based; 1 where the whole file is meant.</param>
public sealed record CatalogueFault(string File, int Line, string ReasonZh, string ReasonEn)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}({Line}): {ReasonZh} / {ReasonEn}");
}

/// <summary>A catalogue that cannot be used: nothing starts with it, and every fault that was found is named with file and line.</summary>
public sealed class CatalogueException(string folder, IReadOnlyList<CatalogueFault> faults)
    : Exception($"目录文件有误，未能启动 / the catalogue in '{folder}' cannot be used:\n{string.Join('\n', faults)}")
{
    public string Folder { get; } = folder;

    /// <summary>By file and line; never empty.</summary>
    public IReadOnlyList<CatalogueFault> Faults { get; } = faults;
}
