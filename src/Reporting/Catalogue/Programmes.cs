using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace Reporting.Catalogue;

/// <summary>The programmes that the system runs, loaded once at start.</summary>
public sealed class Programmes
{
    private readonly Dictionary<string, Programme> byId = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">Two programmes have the same id.</exception>
    public Programmes(IReadOnlyList<Programme> all)
    {
        All = all;
        foreach (var programme in all)
        {
            if (!byId.TryAdd(programme.Id, programme))
                throw new ArgumentException($"The programme {programme.Id} is there twice.", nameof(all));
        }
    }

    /// <summary>In the order of the setting.</summary>
    public IReadOnlyList<Programme> All { get; }

    /// <exception cref="OptionsValidationException">Two folders hold the same programme.</exception>
    /// <exception cref="CatalogueException">A folder is missing or a file in it is wrong.</exception>
    /// <param name="startsOn">The day on which this installation began, see <see cref="Programme.StartsOn"/>.</param>
    public static Programmes Load(CatalogueOptions options, DateOnly? startsOn = null)
    {
        IReadOnlyList<string> folders = options.Folders.Count > 0 ? options.Folders : [CatalogueOptions.DefaultFolder];
        List<Programme> all = [.. folders.Select(folder => CatalogueFolder.Load(Path.GetFullPath(folder, AppContext.BaseDirectory)) with { StartsOn = startsOn })];
        var faults = all.GroupBy(p => p.Id, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => $"Catalogue:Folders 中有两个年度行动计划同为 {g.Key} / two folders hold the programme {g.Key}.").ToList();
        return faults.Count == 0 ? new Programmes(all) : throw new OptionsValidationException(CatalogueOptions.Section, typeof(CatalogueOptions), faults);
    }

    public bool TryGet(string id, [NotNullWhen(true)] out Programme? programme) => byId.TryGetValue(id, out programme);
}
