namespace Reporting.Catalogue;

/// <summary>
/// The ids (or row numbers) met so far. One belongs to one kind of record of one plan, and is given again only to a record that is in force
/// on other days: so a record is replaced in mid-year.
/// </summary>
internal sealed class GivenIds(string whatZh, string whatEn, CatalogueFaults faults)
{
    private readonly Dictionary<string, (string Owner, List<Validity> Days)> given = new(StringComparer.Ordinal);

    /// <param name="owner">Plan and kind of the record.</param>
    public void Check(CatalogueFile file, string path, string id, string owner, Validity days)
    {
        if (!given.TryGetValue(id, out var before))
            given.Add(id, before = (owner, []));
        if (before.Owner != owner || before.Days.Any(d => d.IsOpen && days.IsOpen))
            faults.Add(file, path, $"{whatZh}“{id}”重复", $"duplicate {whatEn} '{id}'");
        else if (before.Days.Any(days.Overlaps))
            faults.Add(file, path, $"{whatZh}“{id}”在同一时期有两条记录", $"two records with the {whatEn} '{id}' are in force on the same days");
        before.Days.Add(days);
    }
}
