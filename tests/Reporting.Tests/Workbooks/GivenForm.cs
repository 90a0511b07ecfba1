using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Tests.Catalogue;
using Reporting.Workbooks;

namespace Reporting.Tests.Workbooks;

/// <summary>Forms as the workbooks of a unit have them.</summary>
internal static class GivenForm
{
    public static UnitForm Empty(string unit, Period period) => Of(unit, period, (_, _) => null);

    /// <summary>Everything was handed over for the period before, with every kind of content.</summary>
    public static UnitForm WithEarlier(string unit, Period period) => Of(unit, period, Handed);

    public static UnitForm Of(string unit, Period period, Func<Plan, EntryKey, Entry?> earlier, Func<Plan, EntryKey, Entry?>? current = null)
    {
        var programme = Henan2012.Programme;
        Assert.True(programme.TryGetUnit(unit, out var found));
        var entries = Obligation.Of(programme, period).Where(o => o.Unit == unit).Select(o =>
        {
            var plan = programme.Plans.Single(p => p.Id == o.Plan);
            var key = new EntryKey(programme.Id, period, o.Plan, o.Task, unit);
            return new FormEntry(key, programme, plan, plan.Tasks.SingleOrDefault(t => t.Id == o.Task), current?.Invoke(plan, key), earlier(plan, key with { Period = period.Previous }));
        });
        return new UnitForm(programme, PeriodDates.Of(period, programme.Calendar), found, [.. entries]);
    }

    public static Entry Stored(EntryKey key, EntryContent content, EntryState state = EntryState.Accepted) =>
        new(key, 3, state, content, null, new DateTimeOffset(2012, 4, 9, 0, 0, 0, TimeSpan.Zero), "李梅", null, null, new string('a', 64));

    /// <summary>Texts that begin like formulas, line ends, forms that look like escapes, and numbers longer than a cell takes.</summary>
    public static EntryContent Awkward(Plan plan, bool indicators) => new(
        indicators ? null : SelfRating.Lagging,
        indicators ? null : 22.5m,
        "=1+1\n第二行，_x000D_ 不是换行；<b>&amp;",
        "+继续推进",
        [.. plan.Targets.Take(indicators ? 9 : 1).Select((t, i) => i % 2 == 0 ? new EntryFigure(t.Id, 123456789012.123456m, t.Unit, 0m, i > 0) : new EntryFigure(t.Id, null, t.Unit, null, true, "-尚未统计"))],
        [new EntryProblem(ProblemKind.Other, "@二期用地指标未落实。", "'请协调。", "land-resources"), new EntryProblem(ProblemKind.Land, "另一问题", null, null)],
        [.. plan.Projects.Take(3).Select((p, i) => new ProjectUpdate(p.Id, (ProjectStage)i, 120000m * i, i == 1 ? null : 32000.5m, i == 0 ? ProblemKind.Funds : null, i == 2 ? "=备注" : null))],
        "-说明");

    private static Entry Handed(Plan plan, EntryKey key) => Stored(key, Awkward(plan, key.Task is null));
}
