using System.Globalization;
using Reporting.Catalogue;
using Reporting.Collecting;

namespace Reporting.Projects;

/// <summary>What the facts of a project must keep to, and what a reason must be.</summary>
internal static class ProjectRules
{
    private const int MostShortCharacters = 200;
    private const int MostReasonCharacters = 1_000;
    private const int MostLinks = 20;

    /// <summary>Texts trimmed, empty ones as null.</summary>
    public static ProjectDetails Cleaned(ProjectDetails details) => details with
    {
        Name = EntryText.Cleaned(details.Name) ?? "",
        Owner = EntryText.Cleaned(details.Owner),
        Place = EntryText.Cleaned(details.Place),
        Capacity = EntryText.Cleaned(details.Capacity),
        Note = EntryText.Cleaned(details.Note),
    };

    /// <summary>Every fault, in the order of the fields.</summary>
    public static List<Refusal> Check(ProjectDetails details, ICharacterRepertoire characters)
    {
        List<Refusal?> found =
        [
            details.Name.Length == 0 ? new Refusal("field-required", "name", "须写明项目名称。", "A project needs a name.") : null,
            Short(details.Name, "name", characters),
            PlanChecks.ProjectKinds.Contains(details.Kind, StringComparer.Ordinal) ? null : UnknownKind(details.Kind),
            Short(details.Owner, "owner", characters),
            Short(details.Place, "place", characters),
            Short(details.Capacity, "capacity", characters),
            EntryRules.Number(details.PlannedTotal, "plannedTotal", negativeAllowed: false),
            EntryRules.Number(details.PlannedThisYear, "plannedThisYear", negativeAllowed: false),
            Date(details.PlannedStart, "plannedStart"),
            Date(details.PlannedCompletion, "plannedCompletion"),
            Date(details.ActualStart, "actualStart"),
            Date(details.ActualCompletion, "actualCompletion"),
            Order(details.PlannedStart, details.PlannedCompletion, "plannedCompletion"),
            Order(details.ActualStart, details.ActualCompletion, "actualCompletion"),
            EntryText.Check(details.Note, "note", characters),
        ];
        return [.. found.OfType<Refusal>()];
    }

    /// <summary>The links to other plans: projects of the programme's other plans, each once.</summary>
    public static IEnumerable<Refusal> CheckLinks(Programme programme, Plan plan, IReadOnlyList<string> sameAs)
    {
        if (sameAs.Count > MostLinks)
            yield return new Refusal("too-many", "sameAs", $"至多关联{MostLinks}个项目。", $"At most {MostLinks} projects can be linked.");
        foreach (var (i, id) in sameAs.Index())
        {
            if (!ProjectId.TryFindPlan(programme, id, out var other))
                yield return UnknownLink(id, i);
            else if (other.Id == plan.Id)
                yield return new Refusal("same-plan", $"sameAs[{i}]", $"“{id}”属于同一计划；同一计划内的重复项目应合并。", $"'{id}' is of the same plan; merge projects of one plan instead.");
            else if (sameAs.Take(i).Contains(id, StringComparer.Ordinal))
                yield return new Refusal("given-twice", $"sameAs[{i}]", $"“{id}”重复填写。", $"'{id}' is given twice.");
        }
    }

    /// <summary>The cleaned reason, or why it is none.</summary>
    public static Outcome<string> Reason(string? reason)
    {
        var text = EntryText.Cleaned(reason);
        if (text is null)
            return new Refusal("field-required", "reason", "须写明理由。", "A reason is needed.");
        return EntryText.CheckStored(text, "reason", MostReasonCharacters) is { } refused ? refused : text;
    }

    /// <summary>A project that is named in the content, not in the address.</summary>
    public static Refusal UnknownProject(string id, string field) => ProjectAddress.Unknown(id, field) with { Code = "unknown-project" };

    public static Refusal UnknownLink(string id, int index) => UnknownProject(id, $"sameAs[{index}]");

    public static Refusal WrongState(Project project, string wanted, string wantedEn) => new(
        "wrong-state", null, $"项目{project.Id}现为“{NameOf(project.State)}”，{wanted}。", $"Project {project.Id} is {ReportingJson.NameOf(project.State)}; {wantedEn}.");

    public static string NameOf(ProjectState state) => state switch
    {
        ProjectState.Active => "在库",
        ProjectState.Merged => "已并入",
        _ => "已退出",
    };

    private static Refusal UnknownKind(string kind)
    {
        var kinds = string.Join(", ", PlanChecks.ProjectKinds);
        return new Refusal("value-not-allowed", "kind", $"没有项目类别“{kind}”，应为 {kinds} 之一。", $"There is no kind '{kind}'; it is one of {kinds}.");
    }

    private static Refusal? Short(string? text, string field, ICharacterRepertoire characters) =>
        text is null ? null : EntryText.CheckShort(text, field, MostShortCharacters, characters);

    private static Refusal? Date(string? text, string field) => text is null || FirstDayOf(text) is not null
        ? null
        : new Refusal("date-form", field, $"“{text}”应写作 2012-03 或 2012-03-15。", $"'{text}' is not written like 2012-03 or 2012-03-15.");

    /// <summary>Compared by the month where only a month is given for one of them.</summary>
    private static Refusal? Order(string? start, string? completion, string field)
    {
        if (start is null || completion is null || FirstDayOf(start) is null || FirstDayOf(completion) is null)
            return null;
        var length = Math.Min(start.Length, completion.Length);
        return string.CompareOrdinal(start[..length], completion[..length]) <= 0
            ? null
            : new Refusal("date-order", field, "竣工不能早于开工。", "Completion cannot come before the start.");
    }

    private static DateOnly? FirstDayOf(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
