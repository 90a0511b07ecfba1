namespace Reporting.Workbooks.Reading;

/// <summary>Reads a sheet by its form: columns by their headers, rows by their keys, in whatever order they stand.</summary>
internal static class FormReader
{
    // A title and a hint stand above the headers, and people put more there.
    private const int LastHeaderRow = 30;

    public static Outcome<FilledSheet<T>> Read<T>(SheetForm<T> form, SheetSet sheets)
        where T : class
    {
        if (!sheets.ByName.TryGetValue(form.Name, out var sheet))
            return new Refusal("sheet-missing", form.Name, $"缺少工作表“{form.Name}”，请重新下载工作簿填报。", $"The sheet '{form.Name}' is missing.");
        var key = form.Columns.Single(c => c.IsKey);
        var header = sheet.Rows.TakeWhile(r => r.Key <= LastHeaderRow).FirstOrDefault(r => r.Value.Values.Any(cell => Is(cell, key.Header)));
        if (header.Value is null)
            return Missing(form.Name, key.Header);
        var places = new Dictionary<Column<T>, int>();
        var refusals = new List<Refusal>();
        foreach (var column in form.Columns.Where(c => c.IsRead))
        {
            var found = header.Value.Where(cell => Is(cell.Value, column.Header)).Select(cell => cell.Key).ToList();
            if (found.Count == 1)
                places.Add(column, found[0]);
            else
                refusals.Add(found.Count == 0 ? Missing(form.Name, column.Header) : Twice(form.Name, column.Header, header.Key, found));
        }
        return refusals.Count > 0 ? refusals : new Rows<T>(form, sheet, places).Below(header.Key);
    }

    private static bool Is(RawCell cell, string header) => cell is { Kind: CellKind.Text, IsComputed: false } && Plain(cell.Text) == Plain(header);

    // Headers wrap, and brackets change their width when they are typed again.
    private static string Plain(string header) =>
        string.Concat(header.Where(c => !char.IsWhiteSpace(c))).Replace('(', '（').Replace(')', '）').Replace('%', '％');

    private static Refusal Missing(string sheet, string header) => new(
        "column-missing", sheet, $"工作表“{sheet}”缺少“{header}”栏，请勿删改表头。", $"The sheet '{sheet}' has no column '{header}'.");

    private static Refusal Twice(string sheet, string header, int row, List<int> columns)
    {
        var cells = string.Join('、', columns.Select(c => new CellReference(row, c)));
        return new("column-twice", sheet, $"工作表“{sheet}”有多个“{header}”栏（{cells}），请只保留一个。", $"The sheet '{sheet}' has the column '{header}' more than once: {cells}.");
    }

    /// <summary>The rows under the headers.</summary>
    private sealed class Rows<T>(SheetForm<T> form, RawSheet sheet, Dictionary<Column<T>, int> places)
        where T : class
    {
        public Outcome<FilledSheet<T>> Below(int header)
        {
            var (key, keyColumn) = places.Single(p => p.Key.IsKey);
            var rows = sheet.Rows.Keys.Where(row => row > header && SaysSomething(row)).Select(row => Row(row, key, keyColumn)).ToList();
            var fields = places.Where(p => p.Key.Field is not null).ToDictionary(p => p.Key.Field ?? "", p => p.Value, StringComparer.Ordinal);
            return new FilledSheet<T>(form.Name, rows, keyColumn, fields);
        }

        /// <summary>A row with a key of its own always does; a row of a list when something beyond what was prepared stands in it.</summary>
        private bool SaysSomething(int row) => places.Any(p => p.Key is { Weighs: true } && sheet.At(row, p.Value) is { IsBlank: false });

        private FilledRow<T> Row(int row, Column<T> key, int keyColumn)
        {
            var faults = new List<Refusal>();
            var code = Read(row, key, keyColumn, faults).Value.Text;
            if (code is null && faults.Count == 0)
                faults.Add(Required(Place(row, keyColumn), key.Header));
            var value = form.Empty;
            var percents = new List<int>();
            foreach (var (column, at) in places)
            {
                if (column.Take is not { } take)
                    continue;
                var meaning = Read(row, column, at, faults);
                if (meaning.Fault is null && column.Required && meaning.Value.IsBlank)
                    faults.Add(Required(Place(row, at), column.Header));
                if (meaning.Fault is null && Unlisted(column, meaning.Value, take(form.Empty, meaning.Value)))
                    faults.Add(NotInList(Place(row, at), meaning.Value.Text ?? ""));
                if (meaning.WasPercent && column.Form is ColumnForm.NumberForm { Percent: PercentUse.ByUnit })
                    percents.Add(at);
                value = take(value, meaning.Value);
            }
            if (percents.Count > 0 && value is not Collecting.EntryFigure { Unit: "%" or "％" })
                faults.AddRange(percents.Select(at => CellMeaning.UnexpectedPercent(Place(row, at))));
            return new FilledRow<T>(row, code is null ? "" : Labels.CodeOf(code), value, faults);
        }

        private CellMeaning Read(int row, Column<T> column, int at, List<Refusal> faults)
        {
            var place = Place(row, at);
            CellMeaning meaning;
            if (sheet.Merged.FirstOrDefault(m => m.Contains(row, at)) is { First.Row: > 0 } merged)
                meaning = new(CellValue.Blank, false, Merged(place, merged));
            else if (sheet.Computed.Any(c => c.Contains(row, at)))
                meaning = CellMeaning.Computed(place);
            else
                meaning = CellMeaning.Of(sheet.At(row, at), column.Form, place);
            if (meaning.Fault is { } fault)
                faults.Add(fault);
            return meaning;
        }

        // The words of a closed list are few; what is none of them leaves the value as it was.
        private static bool Unlisted(Column<T> column, CellValue value, T taken) =>
            !value.IsBlank && column.Form is ColumnForm.ChoiceForm { Open: false, List: ChoiceList.Ratings or ChoiceList.ProblemKinds or ChoiceList.Stages or ChoiceList.FigureKinds }
            && column.Show(new FormRow<T>(null, taken, null, IsFixed: false)).Text != value.Text;

        private string Place(int row, int column) => $"{form.Name}!{new CellReference(row, column)}";

        private Refusal Merged(string place, CellRange merged) => new(
            "cell-merged", place, $"{form.Name}!{merged}为合并单元格，请取消合并后逐格填写。", $"{form.Name}!{merged} is merged; split it and fill in each cell.");

        private static Refusal Required(string place, string header) => new(
            "field-required", place, $"{place}未填“{header}”。", $"{place} is empty; '{header}' is required.");

        private static Refusal NotInList(string place, string text) => new(
            "value-not-allowed", place, $"{place}的“{text}”不在下拉列表中，请从列表中选择。", $"'{text}' in {place} is not in the list.");
    }
}
