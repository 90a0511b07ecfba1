using Reporting.Schedule;

namespace Reporting.Collecting.Plausibility;

/// <summary>Finds what is implausible in an entry: a pure function of the entry, what is owed, and what is known besides.</summary>
internal static class CheckPlausibility
{
    /// <summary>In the order of the fields.</summary>
    public static IReadOnlyList<Warning> Of(EntryContent content, OwedEntry owed, KnownReports known)
    {
        var earlier = known.Earlier;
        List<Warning> found = [];
        if (content.Percent is { } percent && earlier?.Percent is { } before && percent < before)
            found.Add(PercentFalls(percent, before, earlier));
        foreach (var (i, figure) in content.Figures.Index())
        {
            if (ComparedFigure.Of(figure, owed.Plan, $"figures[{i}]") is not { } compared)
                continue;
            if (earlier is not null && ComparedFigure.Earlier(compared, earlier) is { } last)
                found.AddRange(EarlierFigureWarnings.Of(compared, last, owed.Key.Period.Quarter - earlier.Period.Quarter, earlier.Period));
            found.AddRange(LastYearWarnings.Of(compared));
            found.AddRange(PlanWarnings.Of(compared, owed.Plan, owed.Key.Period));
        }
        foreach (var (i, update) in content.Projects.Index())
            found.AddRange(ProjectWarnings.Of(update, $"projects[{i}]", owed, known));
        return found;
    }

    private static Warning PercentFalls(decimal percent, decimal before, EarlierReport earlier) => new(
        WarningCode.PercentFalls,
        "percent",
        $"完成比例{Said.Number(percent)}%低于{ChineseDate.Of(earlier.Period)}已采用的{Said.Number(before)}%。",
        $"{Said.Number(percent)}% done is below the {Said.Number(before)}% accepted in {earlier.Period}.");
}
