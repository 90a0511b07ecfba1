using Reporting.Catalogue;

namespace Reporting.Workbooks;

/// <summary>How obligations, indicators and projects are called in cells and drop-down lists: code first, then the name, so that the code can be read back.</summary>
internal static class Labels
{
    private const int MostNameCharacters = 60;

    public static string Of(FormEntry entry) => Joined(entry.Code, entry.Title);

    public static string Of(TargetFigure target) => Joined(target.Id, $"{target.Indicator}（{target.Scope}）");

    public static string Of(Commitment commitment) => Joined(commitment.Id, commitment.What);

    public static string Of(NamedProject project) => Joined(project.Id, project.Name);

    /// <summary>The label of a plan's indicator; the id alone when the plan has it no more.</summary>
    public static string OfIndicator(Plan plan, string id) =>
        plan.Targets.FirstOrDefault(t => t.Id == id) is { } target ? Of(target)
        : plan.WorkItems.SelectMany(w => w.Commitments).FirstOrDefault(c => c.Id == id) is { } commitment ? Of(commitment)
        : id;

    public static string OfProject(FormEntry entry, string id) => entry.Projects.FirstOrDefault(p => p.Id == id) is { } project ? Of(project) : id;

    public static string OfUnit(Programme programme, string id) => programme.TryGetUnit(id, out var unit) ? unit.Name : id;

    /// <summary>The code in front of a label; the whole text when it is only a code.</summary>
    public static string CodeOf(string text)
    {
        var trimmed = text.Trim();
        var end = trimmed.AsSpan().IndexOfAny(" 　\t\n");
        return end < 0 ? trimmed : trimmed[..end];
    }

    private static string Joined(string code, string name) =>
        $"{code} {(name.Length > MostNameCharacters ? string.Concat(name.AsSpan(0, MostNameCharacters), "…") : name)}";
}
