namespace Testing.Archive;

/// <summary>
/// What PDF/A-1a (ISO 19005-1) asks beyond what PDFBox Preflight looks at, which knows level B only. Everything is read from the file,
/// nothing is asked of the program that wrote it; each fault names the clause.
/// </summary>
public static class ArchiveRules
{
    /// <summary>The faults of a file; none is what is wanted.</summary>
    public static IReadOnlyList<string> FaultsOf(byte[] bytes)
    {
        using var file = new TaggedPdf(bytes);
        return
        [
            .. StructureRules.FaultsOf(file),
            .. TableRules.FaultsOf(file),
            .. ContentRules.FaultsOf(file),
            .. FontRules.FaultsOf(file),
            .. MetadataRules.FaultsOf(file),
            .. LimitRules.FaultsOf(file),
        ];
    }
}
