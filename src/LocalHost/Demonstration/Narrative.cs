using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;

namespace LocalHost.Demonstration;

/// <summary>Writes what a unit reports about a task: sentences of the task's theme with the plan's own words, projects and drawn numbers.</summary>
internal sealed partial class Narrative
{
    private static readonly string[] Buildings = ["项目", "工程", "产业园", "基地", "生产线"];

    private readonly Dictionary<string, Theme> themes = [];
    private readonly Dictionary<string, Dictionary<string, string>> words = Texts.Words();

    internal Narrative()
    {
        foreach (var theme in Texts.Themes())
        {
            foreach (var task in theme.Tasks)
                themes.Add(task, theme);
        }
    }

    /// <exception cref="InvalidOperationException">The demonstration has no theme for the task.</exception>
    internal (string Progress, string NextStep) Of(Programme programme, Plan plan, PlanTask task, Obligation owed)
    {
        if (!themes.TryGetValue($"{plan.Id}-{task.Id}", out var theme))
            throw new InvalidOperationException($"The demonstration has no text for task {plan.Id} {task.Id}.");
        var told = Choose(theme, programme, plan, task, owed.Unit);
        var (progress, next) = told.In(owed.Period);
        return (Fill(progress), Fill(next));

        string Fill(string text) => Slot().Replace(text, slot => Value(slot.Groups["name"].Value, theme, plan, owed));
    }

    /// <summary>The projects that the sentences name; their reported stage has to agree with what is said.</summary>
    internal static IReadOnlyList<PlanProject> Named(Plan plan) => [.. plan.Projects.Where(p => p.Kind == "project").Take(2)];

    private static ToldEntry Choose(Theme theme, Programme programme, Plan plan, PlanTask task, string unit)
    {
        var name = programme.TryGetUnit(unit, out var found) ? found.Name : unit;
        var own = theme.Entries.FirstOrDefault(e => e.Unit == name);
        if (own is not null && task.LeadUnits.Count > 1)
            return own;
        // Neighbouring plans and units take turns, so that two bulletins or two cities seldom say the same.
        var shared = theme.Entries.Where(e => e.Unit is null).ToList();
        var order = theme.Tasks.TakeWhile(t => t != $"{plan.Id}-{task.Id}").Count();
        var position = task.LeadUnits.TakeWhile(u => u != unit).Count();
        return shared[(order + position) % shared.Count];
    }

    /// <summary>A project that a sentence says is built; where the notice names it by its product, 项目 makes it one.</summary>
    private static string Building(string name) => Buildings.Any(noun => name.EndsWith(noun, StringComparison.Ordinal)) ? name : name + "项目";

    private string Value(string slot, Theme theme, Plan plan, Obligation owed) => slot switch
    {
        "industry" => plan.Industry,
        "project" => Named(plan)[0].Name,
        "project2" => Named(plan)[1].Name,
        "built" => Building(Named(plan)[0].Name),
        "built2" => Building(Named(plan)[1].Name),
        _ when theme.Numbers.TryGetValue(slot, out var range) => Number(slot, range, owed),
        _ => words[plan.Id][slot],
    };

    /// <summary>A later quarter's number is the first's grown, since what is reported is cumulative.</summary>
    internal static string Number(string slot, string range, Obligation owed)
    {
        var stays = range[0] == '=';
        var bounds = range.TrimStart('=').Split('-');
        var decimals = bounds.Max(Decimals);
        string[] name = ["number", owed.Plan, owed.Task ?? "", owed.Unit, slot];
        var first = Draw.Between(Parse(bounds[0]), Parse(bounds[1]), decimals, name);
        var number = stays ? first : decimal.Round(first * Growth(owed.Period, name), decimals, MidpointRounding.AwayFromZero);
        return Print(number, decimals);
    }

    /// <summary>How many times the first quarter's number the year's is by now; the ranges do not touch, so that no number falls.</summary>
    private static decimal Growth(Period period, string[] name) => period.Quarter switch
    {
        1 => 1m,
        2 => Draw.Between(1.86m, 2.24m, 2, [.. name, "growth"]),
        3 => Draw.Between(2.80m, 3.30m, 2, [.. name, "growth3"]),
        _ => Draw.Between(3.75m, 4.40m, 2, [.. name, "growth4"]),
    };

    private static int Decimals(string number) => number.Contains('.', StringComparison.Ordinal) ? number.Length - 1 - number.IndexOf('.', StringComparison.Ordinal) : 0;

    private static decimal Parse(string number) => decimal.Parse(number, CultureInfo.InvariantCulture);

    private static string Print(decimal number, int decimals) =>
        number.ToString(decimals == 0 ? "0" : "0." + new string('0', decimals), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Slot();
}
