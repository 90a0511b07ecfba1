using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Reporting.Schedule;

namespace Reporting.Catalogue;

/// <summary>The views of one programme as it is in force in its periods, each made once.</summary>
internal sealed class ProgrammeViews(Programme whole)
{
    // By identity, and not a member of the record: a copy made by 'with' must not take over the views of what it was copied from.
    private static readonly ConditionalWeakTable<Programme, ProgrammeViews> All = [];

    private readonly ConcurrentDictionary<Period, Programme> views = new();

    /// <summary>The view in force on the period's last day; of a view, that of the programme it is a view of.</summary>
    public static Programme Of(Programme programme, Period period)
    {
        var known = All.GetValue(programme, static whole => new ProgrammeViews(whole));
        return known.views.GetOrAdd(period, known.Make);
    }

    private Programme Make(Period period)
    {
        var view = whole with { Plans = [.. whole.Plans.Select(plan => InForce(plan, period.LastDay))] };
        All.Add(view, this);
        return view;
    }

    /// <summary>The plan with those records only that are in force on <paramref name="day"/>.</summary>
    public static Plan InForce(Plan plan, DateOnly day) => plan with
    {
        Figures = InForce(plan.Figures, day),
        Tasks = InForce(plan.Tasks, day),
        WorkItems = [.. InForce(plan.WorkItems, day).Select(item => item with { Commitments = InForce(item.Commitments, day) })],
        Projects = InForce(plan.Projects, day),
    };

    private static IReadOnlyList<T> InForce<T>(IReadOnlyList<T> records, DateOnly day)
        where T : ITimed => [.. records.Where(record => Validity.Of(record).Includes(day))];
}
