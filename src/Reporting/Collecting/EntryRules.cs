using System.Globalization;
using System.Text.Json;
using Reporting.Catalogue;

namespace Reporting.Collecting;

/// <summary>What every entry must keep to, also as a draft; what only a submitted one must have stands in <see cref="SubmitRules"/>.</summary>
internal static class EntryRules
{
    /// <summary>Of the serialised entry; with room to spare below what a row of Table Storage takes.</summary>
    public const int MostCharacters = 30_000;

    /// <summary>An entry's problems go into the ledger in one transaction, those it contained before among them.</summary>
    public const int MostProblems = 20;

    private const int MostDecimals = 6;
    private const int MostPercentDecimals = 2;
    private const int MostUnitCharacters = 20;
    private const decimal NumberLimit = 1_000_000_000_000m;
    private const decimal GrowthLimit = 1_000_000m;

    /// <summary>The content with texts trimmed, empty texts as null, absent lists as empty ones and numbers in their one form.</summary>
    public static EntryContent Cleaned(EntryContent content) => content with
    {
        Percent = EntryNumber.Plain(content.Percent),
        Progress = EntryText.Cleaned(content.Progress),
        NextStep = EntryText.Cleaned(content.NextStep),
        Note = EntryText.Cleaned(content.Note),
        Figures = [.. (content.Figures ?? []).Select(Cleaned)],
        Problems = [.. (content.Problems ?? []).Select(p => p with { Text = EntryText.Cleaned(p.Text) ?? "", HelpAsked = EntryText.Cleaned(p.HelpAsked) })],
        Projects = [.. (content.Projects ?? []).Select(Cleaned)],
    };

    private static EntryFigure Cleaned(EntryFigure figure) => figure with
    {
        Value = EntryNumber.Plain(figure.Value),
        Unit = figure.Unit.Trim(),
        LastYear = EntryNumber.Plain(figure.LastYear),
        MissingReason = EntryText.Cleaned(figure.MissingReason),
        GrowthPercent = EntryNumber.Plain(figure.GrowthPercent),
    };

    private static ProjectUpdate Cleaned(ProjectUpdate update) => update with
    {
        PlannedInvestment = EntryNumber.Plain(update.PlannedInvestment),
        CumulativeInvestment = EntryNumber.Plain(update.CumulativeInvestment),
        Note = EntryText.Cleaned(update.Note),
    };

    /// <summary>Every fault, in the order of the fields; empty when the entry can be stored.</summary>
    public static List<Refusal> Check(EntryContent content, OwedEntry owed, ICharacterRepertoire characters, IReadOnlySet<string> addedProjects)
    {
        List<Refusal?> found =
        [
            .. Rating(content, owed.Key.Task is null),
            EntryText.Check(content.Progress, "progress", characters),
            EntryText.Check(content.NextStep, "nextStep", characters),
            EntryText.Check(content.Note, "note", characters),
            .. content.Figures.SelectMany((figure, i) => Figure(figure, $"figures[{i}]", owed.Plan, characters)),
            .. Doubles(content.Figures.Select(f => f.Indicator), "figures", "indicator"),
            TooMany(content.Problems),
            .. content.Problems.SelectMany((problem, i) => Problem(problem, $"problems[{i}]", owed.Programme, characters)),
            .. content.Projects.SelectMany((project, i) => Project(project, $"projects[{i}]", owed.Plan, addedProjects, characters)),
            .. Doubles(content.Projects.Select(p => p.Project), "projects", "project"),
            Length(content),
        ];
        return [.. found.OfType<Refusal>()];
    }

    private static IEnumerable<Refusal?> Rating(EntryContent content, bool indicators)
    {
        if (indicators && content.SelfRating is not null)
            yield return NotForIndicators("selfRating");
        if (indicators && content.Percent is not null)
            yield return NotForIndicators("percent");
        if (content.Percent is < 0 or > 100)
            yield return new Refusal("percent-out-of-range", "percent", "完成比例应在0到100之间。", "Percent lies between 0 and 100.");
        yield return Decimals(content.Percent, "percent", MostPercentDecimals);
    }

    private static Refusal NotForIndicators(string field) =>
        new("field-not-allowed", field, "指标报送不填此项。", "An entry of indicators does not have this.");

    private static IEnumerable<Refusal?> Figure(EntryFigure figure, string at, Plan plan, ICharacterRepertoire characters)
    {
        yield return EntryText.Check(figure.MissingReason, $"{at}.missingReason", characters);
        if (figure.Value is null && figure.MissingReason is null)
            yield return new Refusal("value-or-reason", $"{at}.value", "没有数值时须写明原因（空白不等于零）。", "A figure without a value needs a reason; blank is not zero.");
        if (figure.Value is not null && figure.MissingReason is not null)
            yield return new Refusal("value-and-reason", $"{at}.missingReason", "已有数值，不应再写缺报原因。", "A figure with a value has no reason for its absence.");
        if (Indicator.Find(plan, figure.Indicator) is not { } indicator)
        {
            yield return new Refusal("unknown-indicator", $"{at}.indicator", $"{plan.Title}没有指标“{figure.Indicator}”。", $"Plan {plan.Id} has no indicator '{figure.Indicator}'.");
            yield break;
        }
        yield return Number(figure.Value, $"{at}.value", indicator.MayBeNegative);
        yield return Number(figure.LastYear, $"{at}.lastYear", indicator.MayBeNegative);
        yield return Growth(figure.GrowthPercent, $"{at}.growthPercent", indicator);
        yield return Unit(figure, $"{at}.unit", indicator.Unit, characters);
    }

    private static Refusal? Unit(EntryFigure figure, string field, string? unit, ICharacterRepertoire characters)
    {
        if (unit is null)
            return EntryText.CheckShort(figure.Unit, field, MostUnitCharacters, characters);
        var converts = FigureUnits.TryConvert(figure.Value ?? 0, figure.Unit, unit, out _)
            && FigureUnits.TryConvert(figure.LastYear ?? 0, figure.Unit, unit, out _);
        return converts
            ? null
            : new Refusal(
                "unit-not-convertible",
                field,
                $"单位“{figure.Unit}”不能精确换算为该指标的单位“{unit}”。",
                $"'{figure.Unit}' does not convert exactly to the indicator's unit '{unit}'.");
    }

    private static Refusal? TooMany(IReadOnlyList<EntryProblem> problems) => problems.Count > MostProblems
        ? new Refusal("too-many", "problems", $"共{problems.Count}个问题，一次至多反映{MostProblems}个。", $"There are {problems.Count} problems; an entry raises at most {MostProblems}.")
        : null;

    private static IEnumerable<Refusal?> Problem(EntryProblem problem, string at, Programme programme, ICharacterRepertoire characters)
    {
        if (problem.Text.Length == 0)
            yield return new Refusal("field-required", $"{at}.text", "须写明问题。", "Say what the problem is.");
        yield return EntryText.Check(problem.Text, $"{at}.text", characters);
        yield return EntryText.Check(problem.HelpAsked, $"{at}.helpAsked", characters);
        if (problem.AskedOf is { } unit && !programme.TryGetUnit(unit, out _))
            yield return new Refusal("unit-not-in-catalogue", $"{at}.askedOf", $"没有单位“{unit}”。", $"There is no unit '{unit}'.");
    }

    private static IEnumerable<Refusal?> Project(ProjectUpdate update, string at, Plan plan, IReadOnlySet<string> added, ICharacterRepertoire characters)
    {
        if (plan.Projects.All(p => p.Id != update.Project) && !added.Contains(update.Project))
            yield return new Refusal("unknown-project", $"{at}.project", $"{plan.Title}没有项目“{update.Project}”。", $"Plan {plan.Id} has no project '{update.Project}'.");
        yield return Number(update.PlannedInvestment, $"{at}.plannedInvestment", negativeAllowed: false);
        yield return Number(update.CumulativeInvestment, $"{at}.cumulativeInvestment", negativeAllowed: false);
        yield return EntryText.Check(update.Note, $"{at}.note", characters);
    }

    internal static Refusal? Number(decimal? value, string field, bool negativeAllowed)
    {
        if (value < 0 && !negativeAllowed)
            return new Refusal("negative-value", field, "不能为负数。", "It cannot be negative.");
        return value is >= NumberLimit or <= -NumberLimit
            ? new Refusal("number-out-of-range", field, "数值过大，请核对单位。", "The number is too large; check its unit.")
            : Decimals(value, field, MostDecimals);
    }

    /// <summary>What cannot be negative cannot shrink by more than all of it.</summary>
    private static Refusal? Growth(decimal? growth, string field, Indicator indicator)
    {
        if (growth < -100 && !indicator.MayBeNegative)
            return new Refusal("number-out-of-range", field, "同比增长不能低于-100%。", "A growth cannot be below -100%.");
        return growth is >= GrowthLimit or <= -GrowthLimit
            ? new Refusal("number-out-of-range", field, "同比增长过大，请核对。", "The growth is too large; check it.")
            : Decimals(growth, field, MostPercentDecimals);
    }

    private static Refusal? Decimals(decimal? value, string field, int most) =>
        value is { } number && decimal.Round(number, most) != number
            ? new Refusal("too-many-decimals", field, $"小数最多{most}位。", string.Create(CultureInfo.InvariantCulture, $"At most {most} decimals."))
            : null;

    private static IEnumerable<Refusal> Doubles(IEnumerable<string> ids, string list, string member)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return ids.Select((id, i) => (Id: id, At: i)).Where(x => !seen.Add(x.Id)).Select(x =>
            new Refusal("given-twice", $"{list}[{x.At}].{member}", $"“{x.Id}”重复填写。", $"'{x.Id}' is given twice."));
    }

    /// <summary>More than one character of text, or one list item beside its texts, ever takes as JSON.</summary>
    private const int MostCharactersOfOne = 6;
    private const int MostCharactersOfAnItem = 400;

    private static Refusal? Length(EntryContent content)
    {
        // Most entries are so short that nothing need be written to know it.
        if (MostLength(content) <= MostCharacters)
            return null;
        var length = JsonSerializer.Serialize(content, ReportingJson.Options).Length;
        return length > MostCharacters
            ? new Refusal("entry-too-long", null, $"条目共{length}个字符，超过{MostCharacters}个。", $"The entry has {length} characters as JSON; at most {MostCharacters} are taken.")
            : null;
    }

    private static int MostLength(EntryContent content)
    {
        var texts = Of(content.Progress) + Of(content.NextStep) + Of(content.Note)
            + content.Figures.Sum(f => Of(f.Indicator) + Of(f.Unit) + Of(f.MissingReason))
            + content.Problems.Sum(p => Of(p.Text) + Of(p.HelpAsked) + Of(p.AskedOf))
            + content.Projects.Sum(p => Of(p.Project) + Of(p.Note));
        var items = 1 + content.Figures.Count + content.Problems.Count + content.Projects.Count;
        return (texts * MostCharactersOfOne) + (items * MostCharactersOfAnItem);

        static int Of(string? text) => text?.Length ?? 0;
    }
}
