using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Projects;

namespace Reporting.Workbooks.Reading;

/// <summary>Puts the rows of the four sheets together to entries.</summary>
internal sealed class EntryAssembly(UnitForm form, FilledSheet<EntryContent> progress, FilledSheet<EntryFigure> figures, FilledSheet<EntryProblem> problems, FilledSheet<ProjectUpdate> projects)
{
    private readonly Dictionary<string, FormEntry> owed = form.Entries.ToDictionary(e => e.Code, StringComparer.Ordinal);

    public static readonly string[] SheetNames = [ProgressSheet.Form.Name, FigureSheet.Form.Name, ProblemSheet.Form.Name, ProjectSheet.Form.Name];

    public FilledWorkbook Assemble()
    {
        var rows = progress.Rows.ToLookup(r => r.Code, StringComparer.Ordinal);
        var entries = progress.Rows.Where(r => owed.ContainsKey(r.Code)).Select(r => Entry(r, rows[r.Code].Count())).ToList();
        IEnumerable<StrayRow> strays =
        [
            .. progress.Rows.Where(r => !owed.ContainsKey(r.Code)).Select(r => Stray(progress, r)),
            .. Strays(figures, rows),
            .. Strays(problems, rows),
            .. Strays(projects, rows),
        ];
        return new FilledWorkbook(entries, [.. strays]);
    }

    private FilledEntry Entry(FilledRow<EntryContent> row, int timesGiven)
    {
        var entry = owed[row.Code];
        var faults = new List<Refusal>(row.Faults);
        if (timesGiven > 1)
            faults.Add(RowTwice(progress.Place(row.Row), row.Code));
        var places = progress.FieldColumns.Keys.ToDictionary(field => field, field => progress.Place(row.Row, field), StringComparer.Ordinal);
        places[""] = progress.Place(row.Row);
        var stored = entry.Current?.Content;
        var figureRows = Ordered(figures, row.Code, f => ItemId(f.Indicator, IndicatorsOf(entry.Plan)), stored?.Figures.Select(f => f.Indicator), IndicatorsOf(entry.Plan).Select(i => i.Id));
        var projectRows = Ordered(projects, row.Code, p => ItemId(p.Project, ProjectsOf(entry.Plan)), stored?.Projects.Select(p => p.Project), entry.Plan.Projects.Select(p => p.Id));
        var problemRows = problems.Rows.Where(r => r.Code == row.Code).ToList();
        faults.AddRange(Twice(figures, figureRows, "indicator").Concat(Twice(projects, projectRows, "project")));
        Note("figures", figures, [.. figureRows.Select(r => r.Row)], places, faults);
        Note("problems", problems, problemRows, places, faults);
        Note("projects", projects, [.. projectRows.Select(r => r.Row)], places, faults);
        var content = row.Value with
        {
            Figures = [.. figureRows.Select(r => r.Row.Value with { Indicator = r.Id })],
            Problems = [.. problemRows.Select(r => r.Value with { AskedOf = UnitId(r.Value.AskedOf) })],
            Projects = [.. projectRows.Select(r => r.Row.Value with { Project = r.Id })],
        };
        return new FilledEntry(entry, row.Row, content, faults, places);
    }

    private static void Note<T>(string member, FilledSheet<T> sheet, List<FilledRow<T>> rows, Dictionary<string, string> places, List<Refusal> faults)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var path = FormattableString.Invariant($"{member}[{i}]");
            places[path] = sheet.Place(rows[i].Row);
            foreach (var field in sheet.FieldColumns.Keys)
                places[$"{path}.{field}"] = sheet.Place(rows[i].Row, field);
            faults.AddRange(rows[i].Faults);
        }
    }

    /// <summary>As they are stored already, so that moved rows change nothing; then as the catalogue has them, then as they stand.</summary>
    private static List<(string Id, FilledRow<T> Row)> Ordered<T>(FilledSheet<T> sheet, string code, Func<T, string> idOf, IEnumerable<string>? stored, IEnumerable<string> catalogue)
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in (stored ?? []).Concat(catalogue))
            ranks.TryAdd(id, ranks.Count);
        return [.. sheet.Rows.Where(r => r.Code == code).Select(r => (Id: idOf(r.Value), Row: r)).OrderBy(r => ranks.GetValueOrDefault(r.Id, int.MaxValue))];
    }

    private static IEnumerable<Refusal> Twice<T>(FilledSheet<T> sheet, List<(string Id, FilledRow<T> Row)> rows, string field) =>
        rows.Where(r => r.Id.Length > 0).GroupBy(r => r.Id, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .SelectMany(g => g.Select(r => RowTwice(sheet.Place(r.Row.Row, field), g.Key)));

    private static Refusal RowTwice(string place, string key) => new("row-twice", place, $"{place}的“{key}”在本表中有多行，请只保留一行。", $"'{key}' in {place} stands in several rows; keep one.");

    private static IReadOnlyList<(string Id, string Name)> IndicatorsOf(Plan plan) =>
        [.. plan.Targets.Select(t => (t.Id, t.Indicator)), .. plan.WorkItems.SelectMany(w => w.Commitments).Select(c => (c.Id, c.What))];

    private static IReadOnlyList<(string Id, string Name)> ProjectsOf(Plan plan) => [.. plan.Projects.Select(p => (p.Id, p.Name))];

    /// <summary>The id in front of a label, or that of the only thing so named; the text itself, to be refused, when it is neither.</summary>
    private string ItemId(string text, IReadOnlyList<(string Id, string Name)> known)
    {
        var code = Labels.CodeOf(text);
        // Projects are added to the register without the catalogue; whether there is such a one is asked when the entry is written.
        if (known.Any(k => k.Id == code) || ProjectId.TryFindPlan(form.Programme, code, out _))
            return code;
        return known.Where(k => k.Name == text).Take(2).ToList() is [var named] ? named.Id : text;
    }

    private string? UnitId(string? name) => name is null ? null
        : form.Programme.Units.FirstOrDefault(u => u.Id == name || u.Name == name || u.OtherNames.Contains(name, StringComparer.Ordinal))?.Id ?? name;

    private IEnumerable<StrayRow> Strays<T>(FilledSheet<T> sheet, ILookup<string, FilledRow<EntryContent>> rows) =>
        sheet.Rows.Where(r => !owed.ContainsKey(r.Code) || !rows.Contains(r.Code)).Select(r => Stray(sheet, r));

    private StrayRow Stray<T>(FilledSheet<T> sheet, FilledRow<T> row)
    {
        var place = sheet.Place(row.Row);
        if (row.Code.Length > 0 && row.Faults.All(f => f.Field != place))
        {
            var known = owed.ContainsKey(row.Code);
            var fault = known
                ? new Refusal("row-missing", place, $"“{progress.Name}”表中没有“{row.Code}”一行，该任务未作处理。", $"'{row.Code}' has no row on the sheet '{progress.Name}'.")
                : new Refusal("row-unknown", place, $"{place}的“{row.Code}”不是本单位本期的报送任务。", $"'{row.Code}' in {place} is no obligation of the unit in this period.");
            return new StrayRow(sheet.Name, row.Row, [fault, .. row.Faults]);
        }
        return new StrayRow(sheet.Name, row.Row, row.Faults);
    }
}
