namespace Reporting.Catalogue;

/// <summary>Rules over <c>forms</c> in <c>programme.json</c>: what stands on the first and the last page of every issue must fit there. That no text is blank is checked for every file.</summary>
internal static class FormChecks
{
    private const int LongestMark = 12;

    private const int LongestLabel = 2;

    private const int LongestLine = 200;

    private const int MostLines = 5;

    private const int MostCopies = 99_999;

    public static void Check(CatalogueFile file, IssueForms forms, CatalogueFaults faults)
    {
        Check(file, "$.forms.overAll", forms.OverAll, faults);
        Check(file, "$.forms.perPlan", forms.PerPlan, faults);
    }

    private static void Check(CatalogueFile file, string path, IssueForm form, CatalogueFaults faults)
    {
        if (form.Secrecy?.Length > LongestMark)
            faults.Add(file, $"{path}.secrecy", $"密级标识不超过{LongestMark}个字", $"a secrecy mark has at most {LongestMark} characters");
        if (form.Copies is < 1 or > MostCopies)
            faults.Add(file, $"{path}.copies", $"印数应在1至{MostCopies}之间，不印时写 null", $"the print run is 1 to {MostCopies}; write null for none");
        if (form.Distribution.Count is < 1 or > MostLines)
            faults.Add(file, $"{path}.distribution", $"版记应有1至{MostLines}行", $"the distribution has 1 to {MostLines} lines");
        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, line) in form.Distribution.Index())
        {
            var place = $"{path}.distribution[{i}]";
            if (line.Label.Length > LongestLabel)
                faults.Add(file, $"{place}.label", "应为报、送、发等1至2个字", "a label such as 报 has one or two characters");
            if (line.Names.Length > LongestLine || line.Names.EndsWith('。'))
                faults.Add(file, $"{place}.names", $"不超过{LongestLine}个字，末尾不加句号", $"names have at most {LongestLine} characters and no full stop");
            faults.CheckNew(labels, line.Label, file, $"{place}.label", "版记行", "line of the distribution");
        }
    }
}
