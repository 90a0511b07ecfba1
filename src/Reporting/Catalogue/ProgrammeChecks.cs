using Reporting.Schedule;

namespace Reporting.Catalogue;

/// <summary>Rules over <c>programme.json</c> together with the plans: every plan in exactly one group, and an unbroken order.</summary>
internal static class ProgrammeChecks
{
    public static void Check(
        CatalogueFile file, ProgrammePart part, IReadOnlyList<(CatalogueFile File, Plan Plan)> plans, CatalogueFaults faults)
    {
        faults.CheckId(file, "$.id", part.Id);
        if (!Period.TryParse($"{part.Year}Q1", null, out _))
            faults.Add(file, "$.year", $"年度 {part.Year} 不可用", $"the year {part.Year} cannot be used");
        var grouped = CheckGroups(file, part, plans, faults);
        foreach (var (planFile, plan) in plans)
        {
            if (!grouped.TryGetValue(plan.Id, out var group))
                faults.Add(planFile, "$.group", $"行动计划“{plan.Id}”未列入任何产业类别", $"no group lists the plan '{plan.Id}'");
            else if (group != plan.Group)
                faults.Add(planFile, "$.group", $"产业类别应为“{group}”", $"the group must be '{group}'");
        }
        var orders = new HashSet<int>();
        foreach (var (planFile, plan) in plans)
        {
            faults.CheckNew(orders, plan.Order, planFile, "$.order", "次序", "order");
            if (plan.Order < 1 || plan.Order > plans.Count)
                faults.Add(planFile, "$.order", $"次序应在1至{plans.Count}之间", $"the order must be between 1 and {plans.Count}");
        }
    }

    /// <summary>The group of each plan by its id.</summary>
    private static Dictionary<string, string> CheckGroups(
        CatalogueFile file, ProgrammePart part, IReadOnlyList<(CatalogueFile File, Plan Plan)> plans, CatalogueFaults faults)
    {
        var known = plans.Select(p => p.Plan.Id).ToHashSet(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var grouped = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (i, group) in part.Groups.Index())
        {
            faults.CheckId(file, $"$.groups[{i}].id", group.Id);
            faults.CheckNew(ids, group.Id, file, $"$.groups[{i}].id", "产业类别编号", "group id");
            foreach (var (n, plan) in group.Plans.Index())
            {
                var path = $"$.groups[{i}].plans[{n}]";
                if (!known.Contains(plan))
                    faults.Add(file, path, $"行动计划“{plan}”不存在", $"there is no plan '{plan}'");
                if (!grouped.TryAdd(plan, group.Id))
                    faults.Add(file, path, $"行动计划“{plan}”列入两个产业类别", $"the plan '{plan}' is in two groups");
            }
        }
        return grouped;
    }
}
