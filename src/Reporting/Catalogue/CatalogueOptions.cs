namespace Reporting.Catalogue;

/// <summary>Which programmes the system runs (section <c>Catalogue</c>).</summary>
public sealed class CatalogueOptions
{
    public const string Section = "Catalogue";

    /// <summary>The folder that is used when the setting names none.</summary>
    public const string DefaultFolder = "data/henan-2012";

    /// <summary>
    /// Catalogue folders, absolute or relative to the program's own folder; none means <see cref="DefaultFolder"/>. The default is not
    /// in the initialiser because configuration adds to a list that is there already.
    /// </summary>
    public IReadOnlyList<string> Folders { get; init; } = [];
}
