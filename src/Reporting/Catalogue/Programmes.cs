using System.Diagnostics.CodeAnalysis;

namespace Reporting.Catalogue;

/// <summary>The programmes that this host serves, loaded once at start.</summary>
public sealed class Programmes(IReadOnlyList<Programme> all)
{
    /// <summary>In the order of the settings.</summary>
    public IReadOnlyList<Programme> All { get; } = all;

    /// <summary>Looks a programme up by its id.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out Programme? programme) =>
        (programme = All.FirstOrDefault(p => p.Id == id)) is not null;
}
