using Reporting.Schedule;

namespace Reporting.Catalogue;

/// <summary>Rules over <c>calendar.json</c>: a calendar that contradicts itself would move due dates without anyone noticing.</summary>
internal static class CalendarChecks
{
    private const int QuartersInYear = 4;

    /// <summary>A due day every month has, so that it means the same day whatever the month.</summary>
    private const int LatestDueDay = 28;

    /// <summary>No holiday and no step of a period takes longer; a figure above it is a slip of the pen.</summary>
    private const int LongestStep = 60;

    public static void Check(CatalogueFile file, CalendarPart part, int year, IReadOnlySet<string> plans, CatalogueFaults faults)
    {
        CheckPeriods(file, part, year, faults);
        CheckHolidays(file, part, faults);
        CheckSteps(file, part, faults);
        CheckProfile(file, part, faults);
        CheckKinds(file, part, faults);
        CheckPlans(file, part, plans, faults);
        if (!faults.Any)
            CheckPromises(file, part, faults);
    }

    private static void CheckPeriods(CatalogueFile file, CalendarPart part, int year, CatalogueFaults faults)
    {
        if (part.Periods.Count == 0)
            faults.Add(file, "$.periods", "没有报告期", "there is no period");
        foreach (var (i, period) in part.Periods.Index())
        {
            if (period.Year != year)
                faults.Add(file, $"$.periods[{i}]", $"报告期 {period} 不在年度 {year} 之内", $"the period {period} is not in the year {year}");
            if (i > 0 && period <= part.Periods[i - 1])
                faults.Add(file, $"$.periods[{i}]", $"报告期 {period} 重复或次序颠倒", $"the period {period} is a duplicate or out of order");
        }
    }

    private static void CheckHolidays(CatalogueFile file, CalendarPart part, CatalogueFaults faults)
    {
        var free = new HashSet<DateOnly>();
        var working = new HashSet<DateOnly>();
        foreach (var (i, holiday) in part.Holidays.Index())
        {
            if (holiday.Last.DayNumber - holiday.First.DayNumber is < 0 or > LongestStep)
            {
                faults.Add(
                    file,
                    $"$.holidays[{i}].last",
                    $"{holiday.Name}的末日早于首日或放假过长",
                    $"{holiday.Name} ends before it begins or is too long");
                continue;
            }
            foreach (var day in holiday.Days)
                faults.CheckNew(free, day, file, $"$.holidays[{i}]", "放假日", "free day");
        }
        foreach (var (i, holiday) in part.Holidays.Index())
        {
            foreach (var (n, day) in holiday.WorkingWeekendDays.Index())
            {
                var path = $"$.holidays[{i}].workingWeekendDays[{n}]";
                faults.CheckNew(working, day, file, path, "调休上班日", "working weekend day");
                if (free.Contains(day))
                    faults.Add(file, path, $"{day:yyyy-MM-dd} 既放假又上班", $"{day:yyyy-MM-dd} is both free and a working day");
                if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                    faults.Add(file, path, $"{day:yyyy-MM-dd} 不是周末", $"{day:yyyy-MM-dd} is no weekend day");
            }
        }
    }

    private static void CheckSteps(CatalogueFile file, CalendarPart part, CatalogueFaults faults)
    {
        if (part.DueDay is < 1 or > LatestDueDay)
            faults.Add(file, "$.dueDay", "截止日应在1至28之间", "the due day must be between 1 and 28");
        if (part.GraceDays is < 0 or > LongestStep)
            faults.Add(file, "$.graceDays", $"宽限天数应在0至{LongestStep}之间", $"grace days must be between 0 and {LongestStep}");
        if (part.LockDays < part.GraceDays || part.LockDays > LongestStep)
        {
            faults.Add(
                file,
                "$.lockDays",
                $"锁定不能早于宽限期结束，也不能超过{LongestStep}天",
                $"the lock cannot come before the end of grace or after {LongestStep} days");
        }
        if (part.ReviewDays is < 0 or > LongestStep)
            faults.Add(file, "$.reviewDays", $"审核天数应在0至{LongestStep}之间", $"review days must be between 0 and {LongestStep}");
        if (part.AutoSignDays is < 0 or > LongestStep)
            faults.Add(file, "$.autoSignDays", $"自动签发天数应在0至{LongestStep}之间", $"automatic signing days must be between 0 and {LongestStep}");
        foreach (var (i, rule) in part.Kinds.Index())
        {
            if (rule.PublishByDays is < 1 or > 4 * LongestStep)
            {
                faults.Add(
                    file,
                    $"$.kinds[{i}].publishByDays",
                    $"发布期限应在1至{4 * LongestStep}天之间",
                    $"the day of publication must be 1 to {4 * LongestStep} days after the period");
            }
        }
    }

    private static void CheckProfile(CatalogueFile file, CalendarPart part, CatalogueFaults faults)
    {
        var profile = part.QuarterlyProfile;
        if (profile.Count != QuartersInYear || profile[0] <= 0 || profile[^1] != 100
            || profile.Zip(profile.Skip(1)).Any(p => p.First >= p.Second))
        {
            faults.Add(
                file,
                "$.quarterlyProfile",
                "序时进度应为四个递增的百分数，末项为100",
                "the quarterly profile must be four increasing percentages that end at 100");
        }
    }

    private static void CheckKinds(CatalogueFile file, CalendarPart part, CatalogueFaults faults)
    {
        var kinds = new HashSet<IssueKind>();
        foreach (var (i, rule) in part.Kinds.Index())
        {
            faults.CheckNew(kinds, rule.Kind, file, $"$.kinds[{i}].kind", "文种", "kind of issue");
            if (rule.AfterQuarters.Count == 0 || rule.AfterQuarters.Distinct().Count() != rule.AfterQuarters.Count
                || rule.AfterQuarters.Any(q => q is < 1 or > QuartersInYear))
            {
                faults.Add(file, $"$.kinds[{i}].afterQuarters", "季度应为1至4且不重复", "quarters must be 1 to 4, each once");
            }
        }
    }

    private static void CheckPlans(CatalogueFile file, CalendarPart part, IReadOnlySet<string> plans, CatalogueFaults faults)
    {
        foreach (var (i, rule) in part.Kinds.Index())
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (n, plan) in (rule.Plans ?? []).Index())
            {
                var path = $"$.kinds[{i}].plans[{n}]";
                faults.CheckNew(seen, plan, file, path, "行动计划", "plan");
                if (!plans.Contains(plan))
                    faults.Add(file, path, $"行动计划“{plan}”不存在", $"there is no plan '{plan}'");
            }
            if (rule.Plans is not null && (rule.Plans.Count == 0 || !rule.PerPlan))
                faults.Add(file, $"$.kinds[{i}].plans", "只有按计划编发的文种才能列出行动计划，且至少一个", "only a kind per plan names its plans, at least one");
        }
    }

    /// <summary>An issue cannot be promised for a day on which nobody need have signed it yet.</summary>
    private static void CheckPromises(CatalogueFile file, CalendarPart part, CatalogueFaults faults)
    {
        var calendar = part.ToCalendar();
        foreach (var (i, rule) in part.Kinds.Index())
        {
            foreach (var dates in part.Periods.Where(p => rule.AfterQuarters.Contains(p.Quarter)).Select(p => PeriodDates.Of(p, calendar)))
            {
                if (dates.Period.LastDay.AddDays(rule.PublishByDays) <= (dates.SignBy ?? dates.ReviewBy))
                {
                    faults.Add(
                        file,
                        $"$.kinds[{i}].publishByDays",
                        $"{dates.Period} 的发布期限不晚于签发期限",
                        $"for {dates.Period} the day of publication is not after the day of signing");
                }
            }
        }
    }
}
