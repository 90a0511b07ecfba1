using System.Globalization;
using Reporting.Schedule;

namespace Reporting.Collecting.Plausibility;

/// <summary>A project against the unit's own last report of it, and against what other plans' entries of the period say of it.</summary>
internal static class ProjectWarnings
{
    public static IEnumerable<Warning> Of(ProjectUpdate update, string at, OwedEntry owed, KnownReports known)
    {
        var name = owed.Plan.Projects.FirstOrDefault(p => p.Id == update.Project)?.Name ?? update.Project;
        var before = known.Earlier?.Projects.FirstOrDefault(p => p.Project == update.Project);
        return (known.Earlier is { } earlier ? Earlier(update, at, name, before, earlier.Period) : [])
            .Concat(known.Others.Where(o => o.Project == update.Project && o.Period == owed.Key.Period && o.Plan != owed.Key.Plan)
                .SelectMany(other => Elsewhere(update, at, name, other, owed)));
    }

    private static IEnumerable<Warning> Earlier(ProjectUpdate now, string at, string name, ProjectUpdate? then, Period period)
    {
        if (then is null)
            yield break;
        if (now.Stage < then.Stage)
        {
            yield return new Warning(
                WarningCode.StageGoesBack,
                $"{at}.stage",
                $"{name}：由{ChineseDate.Of(period)}已采用的“{Zh(then.Stage)}”退为“{Zh(now.Stage)}”。",
                $"The stage goes back from {ReportingJson.NameOf(then.Stage)}, accepted in {period}, to {ReportingJson.NameOf(now.Stage)}.");
        }
        if (now.CumulativeInvestment is { } done && then.CumulativeInvestment is { } before && done < before)
        {
            yield return new Warning(
                WarningCode.InvestmentFalls,
                $"{at}.cumulativeInvestment",
                $"{name}：累计完成投资{Text(done)}低于{ChineseDate.Of(period)}已采用的{Text(before)}。",
                $"The cumulative investment {Text(done)} is below the {Text(before)} accepted in {period}.");
        }
    }

    private static IEnumerable<Warning> Elsewhere(ProjectUpdate update, string at, string name, OtherProjectReport other, OwedEntry owed)
    {
        var unit = owed.Programme.TryGetUnit(other.Unit, out var known) ? known.Name : other.Unit;
        var plan = owed.Programme.TryGetPlan(other.Plan, out var industry) ? industry.Industry : other.Plan;
        if (update.Stage != other.Stage)
        {
            yield return new Warning(
                WarningCode.ProjectStageDiffers,
                $"{at}.stage",
                $"{name}：本条目报“{Zh(update.Stage)}”，{unit}在{plan}行动计划中报“{Zh(other.Stage)}”。",
                $"Stage {ReportingJson.NameOf(update.Stage)} here, {ReportingJson.NameOf(other.Stage)} as {other.Unit} reports the project in plan {other.Plan}.");
        }
        if (update.PlannedInvestment is { } planned && other.PlannedInvestment is { } plannedThere && planned != plannedThere)
            yield return Differs("plannedInvestment", "本年计划投资", "planned for the year", planned, plannedThere);
        if (update.CumulativeInvestment is { } done && other.CumulativeInvestment is { } doneThere && done != doneThere)
            yield return Differs("cumulativeInvestment", "累计完成投资", "done since the year began", done, doneThere);

        Warning Differs(string field, string what, string whatEn, decimal here, decimal there) => new(
            WarningCode.ProjectInvestmentDiffers,
            $"{at}.{field}",
            $"{name}：本条目报{what}{Text(here)}，{unit}在{plan}行动计划中报{Text(there)}。",
            string.Create(CultureInfo.InvariantCulture, $"Investment {whatEn}: {Text(here)} here, {Text(there)} as {other.Unit} reports the project in plan {other.Plan}."));
    }

    private static string Text(decimal investment) => Said.Number(investment) + "万元";

    private static string Zh(ProjectStage stage) => stage switch
    {
        ProjectStage.NotStarted => "未开工",
        ProjectStage.UnderConstruction => "在建",
        ProjectStage.Completed => "竣工",
        _ => "投产",
    };
}
