using DocumentFormat.OpenXml.Spreadsheet;

namespace Reporting.Workbooks.Writing;

/// <summary>Writes a sheet that is filled in from its form: title, hint, headers, rows, and the rules for its cells.</summary>
internal static class FormSheet
{
    /// <summary>The row of the headers; a title and a hint stand above.</summary>
    public const int HeaderRow = 3;

    private const double HeaderHeight = 33;
    private const int MostTextCharacters = 4_000;

    // Beyond the prepared rows, so that rows added below them have the same lists.
    private const int SpareRows = 200;

    public static Worksheet Make<T>(SheetForm<T> form, UnitForm unit, ListSheet lists)
        where T : class
    {
        var columns = form.Columns;
        var writer = new SheetWriter([.. columns.Select(c => c.Width)]);
        writer.Row([(CellValue.Of($"{Notes.TitleOf(unit)}：{form.Name}"), CellStyle.Title)], height: 26);
        writer.Row([(CellValue.Of(form.Hint), CellStyle.Plain)]);
        writer.Row([.. columns.Select(c => (CellValue.Of(c.Header), c.IsRead && !c.IsKey || c.IsOpen(Prepared<T>()) ? CellStyle.InputHeader : CellStyle.ShownHeader))], HeaderHeight);
        foreach (var row in form.Rows(unit))
            writer.Row([.. columns.Select(c => (c.Show(row), StyleOf(c, row)))]);
        var last = Math.Max(writer.NextRow - 1, HeaderRow + 1);
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].IsRead && Rule(columns[i], lists) is { } rule)
                writer.Validate(rule, i + 1, HeaderRow + 1, form.Member is null ? last : last + SpareRows);
        }
        return writer.Finish((form.Frozen, HeaderRow), new CellRange(new(HeaderRow, 1), new(last, columns.Count)));
    }

    private static FormRow<T> Prepared<T>()
        where T : class => new(null, null, null, IsFixed: false);

    private static CellStyle StyleOf<T>(Column<T> column, FormRow<T> row)
        where T : class
    {
        var amount = column.Form is ColumnForm.NumberForm { Grouped: true };
        if (column.IsOpen(row))
            return amount ? CellStyle.InputAmount : column.Form is ColumnForm.NumberForm ? CellStyle.InputNumber : CellStyle.InputText;
        if (column.Take is not null && !column.IsKey && column.Show(row).IsBlank)
            return CellStyle.Closed;
        return amount ? CellStyle.ShownAmount : CellStyle.ShownText;
    }

    private static DataValidation? Rule<T>(Column<T> column, ListSheet lists)
        where T : class
    {
        if (column is { IsKey: true, Form: not ColumnForm.ChoiceForm })
            return null;
        var rule = column.Form switch
        {
            ColumnForm.ChoiceForm choice => lists.Rule(choice, $"$A{HeaderRow + 1}"),
            ColumnForm.NumberForm number => Rule(number),
            _ => new DataValidation(new Formula1($"{MostTextCharacters}"))
            {
                Type = DataValidationValues.TextLength,
                Operator = DataValidationOperatorValues.LessThanOrEqual,
                ErrorTitle = "文字过长",
                Error = "本栏不超过4000字。",
                ShowErrorMessage = true,
            },
        };
        if (column.Prompt is { } prompt)
            (rule.ShowInputMessage, rule.PromptTitle, rule.Prompt) = (true, column.Header, prompt);
        return rule;
    }

    private static DataValidation Rule(ColumnForm.NumberForm form)
    {
        var rule = new DataValidation { Type = DataValidationValues.Decimal, ShowErrorMessage = true, ErrorTitle = "请填数字" };
        if (form is { Least: { } from, Most: { } to })
        {
            rule.Append(new Formula1(Plain(from)), new Formula2(Plain(to)));
            rule.Error = $"本栏填{Plain(from)}至{Plain(to)}之间的数，不带单位。";
        }
        else
        {
            rule.Operator = DataValidationOperatorValues.GreaterThanOrEqual;
            rule.Append(new Formula1(Plain(form.Least ?? -999_999_999_999m)));
            rule.Error = form.Least is null ? "本栏只填数字，不带单位。" : "本栏只填不小于零的数字，不带单位。";
        }
        return rule;
    }

    private static string Plain(decimal number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
