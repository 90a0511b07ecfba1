namespace Reporting.Catalogue;

/// <summary>
/// Compares the records in force when the year begins with the counts that <c>programme.json</c> states, for each plan and in all. They are
/// the notice's own, which a change in mid-year leaves as they are.
/// </summary>
internal static class CountChecks
{
    private static readonly (string Member, string Zh, Func<RecordCounts, int> Count)[] members =
    [
        ("baselines", "基期指标", c => c.Baselines),
        ("targets", "目标指标", c => c.Targets),
        ("tasks", "工作任务", c => c.Tasks),
        ("reconstructed", "复原的任务行", c => c.Reconstructed),
        ("toDecide", "待核定的任务行", c => c.ToDecide),
        ("leads", "牵头单位", c => c.Leads),
        ("participating", "参加单位", c => c.Participating),
        ("duties", "职责", c => c.Duties),
        ("workItems", "重点工作", c => c.WorkItems),
        ("commitments", "承诺事项", c => c.Commitments),
        ("dated", "限期当年的承诺事项", c => c.Dated),
        ("records", "项目记录", c => c.Records),
        ("projects", "重点项目", c => c.Projects),
    ];

    public static void Check(
        CatalogueFile file, ProgrammePart programme, IReadOnlyList<Plan> allYear, IReadOnlyList<Unit> units, CatalogueFaults faults)
    {
        var expected = programme.Counts;
        List<Plan> plans = [.. allYear.Select(plan => ProgrammeViews.InForce(plan, new DateOnly(programme.Year, 1, 1)))];
        Compare("$.counts.plans", "行动计划", "plans", expected.Plans, plans.Count);
        Compare("$.counts.units", "单位", "units", expected.Units, units.Count);
        Compare("$.counts.unitNames", "单位名称", "unitNames", expected.UnitNames, units.Sum(u => 1 + u.OtherNames.Count));
        Compare("$.counts.genericUnits", "泛指单位", "genericUnits", expected.GenericUnits, units.Count(u => u.Generic));
        CompareAll("$.counts.all", expected.All, plans);
        var stated = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var (i, counts) in expected.PerPlan.Index())
        {
            var path = $"$.counts.perPlan[{i}]";
            faults.CheckNew(stated, counts.Plan, file, path, "计数", "counts of");
            CompareAll(path, counts, [.. plans.Where(p => p.Id == counts.Plan)]);
        }
        foreach (var plan in plans.Where(p => !stated.Contains(p.Id)))
            faults.Add(file, "$.counts.perPlan", $"没有行动计划“{plan.Id}”的计数", $"the plan '{plan.Id}' has no counts");

        void CompareAll(string path, RecordCounts want, IReadOnlyList<Plan> of)
        {
            var have = Of(of);
            foreach (var (member, zh, count) in members)
                Compare($"{path}.{member}", zh, member, count(want), count(have));
        }

        void Compare(string path, string zh, string en, int want, int have)
        {
            if (want != have)
                faults.Add(file, path, $"{zh}应为 {want}，实有 {have}（{path}）", $"{path} says {want} {en}, the files have {have}");
        }
    }

    private static RecordCounts Of(IReadOnlyList<Plan> plans)
    {
        List<PlanTask> tasks = [.. plans.SelectMany(p => p.Tasks)];
        List<Commitment> commitments = [.. plans.SelectMany(p => p.WorkItems).SelectMany(w => w.Commitments)];
        List<PlanProject> projects = [.. plans.SelectMany(p => p.Projects)];
        return new RecordCounts(
            null,
            plans.Sum(p => p.Figures.Count(f => f.Role == FigureRole.Baseline)),
            plans.Sum(p => p.Figures.Count(f => f.Role == FigureRole.Target)),
            tasks.Count,
            tasks.Count(t => t.Marks.Any(m => m.Kind == MarkKind.Reconstructed)),
            tasks.Count(t => t.Marks.Any(m => m.Kind == MarkKind.NeedsDecision)),
            tasks.Sum(t => t.LeadUnits.Count),
            tasks.Sum(t => t.ParticipatingUnits.Count),
            plans.Sum(p => p.Duties.Count),
            plans.Sum(p => p.WorkItems.Count),
            commitments.Count,
            commitments.Count(c => c.Dated),
            projects.Count,
            projects.Count(p => p.Kind == "project"));
    }
}
