using Reporting.Collecting;

namespace Reporting.Workbooks;

/// <summary>Makes columns that are written in, by kind of content.</summary>
internal static class Inputs
{
    public static Column<T> Text<T>(string header, double width, string field, Func<T, string?> get, Func<T, string?, T> set)
        where T : class => Of<T>(header, width, field, ColumnForm.Text, value => CellValue.Of(get(value)), (value, cell) => set(value, cell.Text));

    public static Column<T> Number<T>(string header, double width, string field, ColumnForm.NumberForm form, Func<T, decimal?> get, Func<T, decimal?, T> set)
        where T : class => Of<T>(header, width, field, form, value => CellValue.Of(get(value)), (value, cell) => set(value, cell.Number));

    /// <summary>One of an enumeration's words.</summary>
    public static Column<T> Word<T, TWord>(
        string header, double width, string field, ChoiceList list, Func<TWord, string> wordOf, Func<T, TWord?> get, Func<T, TWord?, T> set)
        where T : class
        where TWord : struct, Enum => Of<T>(
            header,
            width,
            field,
            new ColumnForm.ChoiceForm(list),
            value => CellValue.Of(get(value) is { } chosen ? wordOf(chosen) : null),
            (value, cell) => set(value, EntryWords.Find(cell.Text, wordOf)));

    /// <summary>A text with proposals, or the name of something that is looked up when the row is put together.</summary>
    public static Column<T> Named<T>(string header, double width, string field, ColumnForm.ChoiceForm form, Func<FormRow<T>, string?> show, Func<T, string, T> set)
        where T : class => new(header, width, form, row => CellValue.Of(show(row)))
        {
            Field = field,
            Take = (value, cell) => set(value, cell.Text ?? ""),
            IsOpen = static _ => true,
        };

    /// <summary>The obligation that a row of a list belongs to.</summary>
    public static Column<T> Obligation<T>(string prompt)
        where T : class => new("报送任务", 34, new ColumnForm.ChoiceForm(ChoiceList.Obligations), row => CellValue.Of(row.Entry is { } entry ? Labels.Of(entry) : null))
        {
            IsKey = true,
            Weighs = false,
            IsOpen = static row => !row.IsFixed,
            Prompt = prompt,
        };

    private static Column<T> Of<T>(string header, double width, string field, ColumnForm form, Func<T, CellValue> get, Func<T, CellValue, T> set)
        where T : class => new(header, width, form, row => row.Value is { } value ? get(value) : CellValue.Blank)
        {
            Field = field,
            Take = set,
            IsOpen = static _ => true,
        };
}
