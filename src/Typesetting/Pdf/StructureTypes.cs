namespace Typesetting.Pdf;

/// <summary>The types of structure elements: those of PDF 1.4 (PDF Reference 1.4, 9.7.4), and our own with the standard one each stands for.</summary>
internal static class StructureTypes
{
    private static readonly HashSet<string> Standard = new(
        [
            "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
            "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD",
            "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Figure", "Formula", "Form",
        ],
        StringComparer.Ordinal);

    /// <summary>Written as the role map. PDF 2.0 has Title; to a reader of older files it is a paragraph, so that the sections begin at H1.</summary>
    public static IReadOnlyList<(string Type, string StandsFor)> Roles { get; } = [("Title", "P")];

    /// <exception cref="ArgumentException">The type is neither standard nor mapped: no reader would know it.</exception>
    public static void Require(string type)
    {
        if (Standard.Contains(type))
            return;
        foreach (var (known, _) in Roles)
            if (known == type)
                return;
        throw new ArgumentException($"Structure type {type} is not in PDF 1.4 and has no role.", nameof(type));
    }
}
