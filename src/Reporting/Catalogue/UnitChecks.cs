namespace Reporting.Catalogue;

/// <summary>Rules over <c>units.json</c>: every id once, and no name or alias that two bodies share.</summary>
internal static class UnitChecks
{
    public static void Check(CatalogueFile file, UnitsPart part, CatalogueFaults faults)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (i, unit) in part.Units.Index())
        {
            faults.CheckId(file, $"$.units[{i}].id", unit.Id);
            faults.CheckNew(ids, unit.Id, file, $"$.units[{i}].id", "单位编号", "unit id");
            Claim(unit.Name, $"$.units[{i}].name");
            foreach (var (n, name) in unit.OtherNames.Index())
                Claim(name, $"$.units[{i}].otherNames[{n}]");
            foreach (var (n, alias) in unit.Aliases.Index())
                Claim(alias, $"$.units[{i}].aliases[{n}]");

            void Claim(string name, string path)
            {
                if (!owners.TryAdd(name, unit.Id))
                    faults.Add(file, path, $"名称“{name}”已属单位 {owners[name]}", $"the name '{name}' already means the unit {owners[name]}");
            }
        }
    }
}
