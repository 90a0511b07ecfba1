namespace Reporting.Catalogue;

/// <summary>Collects what is wrong with a catalogue, so that all of it is told at once.</summary>
internal sealed class CatalogueFaults
{
    private readonly List<CatalogueFault> faults = [];

    public bool Any => faults.Count > 0;

    /// <summary>By file and line.</summary>
    public IReadOnlyList<CatalogueFault> InOrder => [.. faults.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)];

    public void Add(CatalogueFile file, string path, string zh, string en) => Add(file, file.LineOf(path), zh, en);

    public void Add(CatalogueFile file, int line, string zh, string en) => Add(file.Path, line, zh, en);

    public void Add(string file, int line, string zh, string en) => faults.Add(new CatalogueFault(file, line, zh, en));

    /// <summary>Ids become parts of storage keys and blob names.</summary>
    public void CheckId(CatalogueFile file, string path, string id)
    {
        if (!id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            Add(file, path, $"编号“{id}”只能用字母、数字和连字符", $"the id '{id}' may only have letters, digits and hyphens");
    }

    /// <summary>A value that must not come twice.</summary>
    public void CheckNew<T>(HashSet<T> seen, T value, CatalogueFile file, string path, string whatZh, string whatEn)
    {
        if (!seen.Add(value))
            Add(file, path, $"{whatZh}“{value}”重复", $"duplicate {whatEn} '{value}'");
    }

    /// <summary>A word that must be one of a closed list.</summary>
    public void CheckWord(CatalogueFile file, string path, string word, IReadOnlyList<string> allowed)
    {
        if (!allowed.Contains(word, StringComparer.Ordinal))
            Add(file, path, $"“{word}”不在允许的取值之内", $"'{word}' is none of {string.Join(", ", allowed)}");
    }
}
