using Reporting.Catalogue;

namespace Reporting.Tests.Catalogue;

/// <summary>The real catalogue, as it lies beside the tests.</summary>
internal static class Henan2012
{
    private static readonly string folder = Path.Combine(AppContext.BaseDirectory, "data", "henan-2012");
    private static readonly Lazy<Programme> programme = new(() => CatalogueFolder.Load(folder));

    public static string Folder => folder;

    public static Programme Programme => programme.Value;

    public static Plan Plan(string id) => Programme.Plans.Single(p => p.Id == id);

    public static TargetFigure Figure(string id) => Programme.Plans.SelectMany(p => p.Figures).Single(f => f.Id == id);

    public static PlanTask Task(string plan, string id) => Plan(plan).Tasks.Single(t => t.Id == id);
}
