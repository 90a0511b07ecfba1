using System.Globalization;

namespace Reporting.Catalogue;

/// <summary>Rules over <c>plans/*.json</c>: ids and rows once, units and links that exist, figures that can be counted with.</summary>
internal sealed class PlanChecks
{
    private static readonly string[] tiers = ["A", "B"];
    private static readonly string[] scopes = ["plan-progress", "sector-regulation", "award", "enterprise-service", "publication"];
    private static readonly string[] cadences = ["quarterly", "half-year", "year-end", "periodic-unspecified", "none-stated"];
    private static readonly string[] acts =
    [
        "approval-mechanism", "bulletin", "collection", "commendation", "follow-up", "inspection", "monitoring", "publication", "ranking",
        "recognition", "responsibility-system", "review", "site-observation", "summary", "supervision",
    ];
    private static readonly string[] outcomes =
        ["capacity", "count", "event", "milestone", "non-numeric", "output", "rate", "revenue", "share", "tech"];
    internal static readonly string[] ProjectKinds =
        ["base", "cluster", "event", "facility", "park", "programme", "project", "technology"];

    private readonly CatalogueFile file;
    private readonly Plan plan;
    private readonly IReadOnlyDictionary<string, Unit> units;
    private readonly CatalogueFaults faults;
    private readonly GivenIds ids;
    private readonly int year;

    private PlanChecks(CatalogueFile file, Plan plan, int year, IReadOnlyDictionary<string, Unit> units, GivenIds ids, CatalogueFaults faults) =>
        (this.file, this.plan, this.year, this.units, this.ids, this.faults) = (file, plan, year, units, ids, faults);

    public static void Check(
        IReadOnlyList<(CatalogueFile File, Plan Plan)> plans, int year, IReadOnlyList<Unit> units, CatalogueFaults faults)
    {
        var known = units.DistinctBy(u => u.Id, StringComparer.Ordinal).ToDictionary(u => u.Id, StringComparer.Ordinal);
        // Ids of figures, commitments and projects are referred to from entries without their plan, so they are unique over all plans.
        var ids = new GivenIds("编号", "id", faults);
        foreach (var (file, plan) in plans)
        {
            var checks = new PlanChecks(file, plan, year, known, ids, faults);
            checks.CheckHead();
            checks.CheckFigures();
            checks.CheckTasks();
            checks.CheckDuties();
            checks.CheckWorkItems();
            checks.CheckProjects();
        }
    }

    private void CheckHead()
    {
        faults.CheckId(file, "$.id", plan.Id);
        if (file.Path != $"plans/{plan.Id}.json")
            faults.Add(file, "$.id", $"编号“{plan.Id}”与文件名不符", $"the id '{plan.Id}' is not the file's name");
        if (!DateOnly.TryParseExact(plan.IssuedMonth, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            faults.Add(file, "$.issuedMonth", "月份应写作 2012-02", "a month is written like 2012-02");
        CheckUnit(plan.IssuingUnit, "$.issuingUnit");
        if (units.TryGetValue(plan.IssuingUnit, out var issuer) && issuer.Generic)
            faults.Add(file, "$.issuingUnit", "制定单位应为具体单位", "the issuing unit must be a body, not a generic name");
    }

    private void CheckFigures()
    {
        foreach (var (i, figure) in plan.Figures.Index())
        {
            var at = $"$.figures[{i}]";
            CheckRecord(at, "figure", figure.Id, figure.Place, CheckDays(at, figure));
            CheckRange(figure.Value, figure.UpperValue, at);
            var expected = figure.Role == FigureRole.Target ? year : year - 1;
            if (figure.Year != expected)
                faults.Add(file, $"{at}.year", $"年份应为 {expected}", $"the year must be {expected}");
            if (figure.GrowthComparator is not null && figure.GrowthPercent is null)
                faults.Add(file, $"{at}.growthComparator", "有增速比较词而无增速", "a growth comparator without growth");
            if (figure.Baseline is { } link)
                CheckBaseline(figure, link, $"{at}.baseline");
        }
    }

    private void CheckBaseline(TargetFigure figure, string link, string path)
    {
        var baselines = plan.Figures.Where(f => f.Id == link).ToList();
        if (baselines.Count == 0)
            faults.Add(file, path, $"基期指标“{link}”不存在", $"the baseline '{link}' does not exist in this plan");
        else if (figure.Role != FigureRole.Target || baselines.Any(b => b.Role != FigureRole.Baseline))
            faults.Add(file, path, $"“{link}”不是目标所对应的基期指标", $"'{link}' does not link a target to a baseline");
        else if (baselines.Any(b => figure.Unit != b.Unit || figure.Kind != b.Kind))
            faults.Add(file, path, $"与基期指标“{link}”的计量单位或类别不同", $"the baseline '{link}' has another unit or kind");
    }

    private void CheckTasks()
    {
        var own = new GivenIds("任务编号", "task id", faults);
        var rows = new GivenIds("任务行号", "task row", faults);
        foreach (var (i, task) in plan.Tasks.Index())
        {
            var at = $"$.tasks[{i}]";
            faults.CheckId(file, $"{at}.id", task.Id);
            var days = CheckDays(at, task);
            own.Check(file, $"{at}.id", task.Id, plan.Id, days);
            rows.Check(file, $"{at}.number", task.Number.ToString(CultureInfo.InvariantCulture), plan.Id, days);
            CheckPlace(at, task.Place);
            if (task.Place.Row != task.Number)
                faults.Add(file, $"{at}.place", "行号与出处不符", "the row is not the one of its place");
            if (task.LeadUnits.Count == 0)
                faults.Add(file, $"{at}.leadUnits", "没有牵头单位", "there is no lead unit");
            CheckUnits(task.LeadUnits, $"{at}.leadUnits");
            CheckUnits(task.ParticipatingUnits, $"{at}.participatingUnits");
        }
    }

    private void CheckDuties()
    {
        foreach (var (i, duty) in plan.Duties.Index())
        {
            var at = $"$.duties[{i}]";
            CheckRecord(at, "duty", duty.Id, duty.Place, default);
            faults.CheckWord(file, $"{at}.tier", duty.Tier, tiers);
            faults.CheckWord(file, $"{at}.scope", duty.Scope, scopes);
            if (duty.Elements.Count == 0)
                faults.Add(file, $"{at}.elements", "职责没有内容", "the duty has no element");
            foreach (var (n, element) in duty.Elements.Index())
            {
                faults.CheckWord(file, $"{at}.elements[{n}].kind", element.Kind, acts);
                faults.CheckWord(file, $"{at}.elements[{n}].cadence", element.Cadence, cadences);
            }
            if (duty.Unit is { } unit)
                CheckUnit(unit, $"{at}.unit");
        }
    }

    private void CheckWorkItems()
    {
        foreach (var (i, item) in plan.WorkItems.Index())
        {
            var at = $"$.workItems[{i}]";
            var days = CheckDays(at, item);
            CheckRecord(at, "work item", item.Id, item.Place, days);
            foreach (var (n, commitment) in item.Commitments.Index())
            {
                var here = $"{at}.commitments[{n}]";
                var own = CheckDays(here, commitment).Within(days);
                if (own.IsEmpty && !days.IsEmpty && !Validity.Of(commitment).IsEmpty)
                    faults.Add(file, here, "承诺事项与所属重点工作没有共同的有效期", "the commitment is never in force together with its work item");
                CheckRecord(here, "commitment", commitment.Id, commitment.Place, own);
                faults.CheckWord(file, $"{here}.kind", commitment.Kind, outcomes);
                CheckRange(commitment.Value, commitment.UpperValue, here);
                if (commitment.Value is not null && commitment.Unit is null)
                    faults.Add(file, $"{here}.value", "数值没有计量单位", "a value without a unit");
            }
        }
    }

    private void CheckProjects()
    {
        foreach (var (i, project) in plan.Projects.Index())
        {
            var at = $"$.projects[{i}]";
            CheckRecord(at, "project", project.Id, project.Where, CheckDays(at, project));
            faults.CheckWord(file, $"{at}.kind", project.Kind, ProjectKinds);
            if (project.PhraseGroup is { } group)
                faults.CheckId(file, $"{at}.phraseGroup", group);
        }
    }

    /// <param name="days">When it is in force; another record of its kind may have the id on other days.</param>
    private void CheckRecord(string at, string kind, string id, Place place, Validity days)
    {
        faults.CheckId(file, $"{at}.id", id);
        ids.Check(file, $"{at}.id", id, $"{plan.Id} {kind}", days);
        CheckPlace(at, place);
    }

    private Validity CheckDays(string at, ITimed record)
    {
        var days = Validity.Of(record);
        if (days.IsEmpty)
            faults.Add(file, $"{at}.until", "失效日早于生效日", "the record ends before it begins");
        CheckDay(days.From, $"{at}.from");
        CheckDay(days.Until, $"{at}.until");
        return days;
    }

    /// <summary>A day of another year would be a slip of the pen: without a day, a record is in force all the year.</summary>
    private void CheckDay(DateOnly? day, string path)
    {
        if (day is { } given && given.Year != year)
            faults.Add(file, path, $"日期应在 {year} 年内", $"the day must lie in {year}");
    }

    private void CheckPlace(string at, Place place)
    {
        if (place.Plan != plan.Id)
            faults.Add(file, $"{at}.place", $"出处所记行动计划“{place.Plan}”不是本计划", $"its place names the plan '{place.Plan}'");
    }

    private void CheckRange(decimal? value, decimal? upper, string at)
    {
        if (value <= 0)
            faults.Add(file, $"{at}.value", "数值应大于零", "a value must be above zero");
        if (upper is not null && !(upper > value))
            faults.Add(file, $"{at}.upperValue", "区间上限应大于下限", "the upper bound of a range must be above the lower one");
    }

    private void CheckUnits(IReadOnlyList<string> list, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, unit) in list.Index())
        {
            CheckUnit(unit, $"{path}[{i}]");
            faults.CheckNew(seen, unit, file, $"{path}[{i}]", "单位", "unit");
        }
    }

    private void CheckUnit(string unit, string path)
    {
        if (!units.ContainsKey(unit))
            faults.Add(file, path, $"单位“{unit}”不在 units.json 中", $"the unit '{unit}' is not in units.json");
    }
}
