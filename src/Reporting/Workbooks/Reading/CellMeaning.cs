namespace Reporting.Workbooks.Reading;

/// <summary>What a cell says in its column, or why it cannot be taken.</summary>
/// <param name="WasPercent">Whether the number was given as a percentage; <paramref name="Value"/> is then in percent: 25 for 25%.</param>
internal sealed record CellMeaning(CellValue Value, bool WasPercent, Refusal? Fault)
{
    private static readonly CellMeaning Nothing = new(CellValue.Blank, false, null);

    /// <param name="place">e.g. <c>进展情况!F7</c>.</param>
    public static CellMeaning Of(RawCell? cell, ColumnForm form, string place)
    {
        if (cell is null || cell.IsBlank)
            return Nothing;
        if (cell.IsComputed)
            return Computed(place);
        if (cell.Kind == CellKind.Error)
            return Refused(new Refusal("cell-error", place, $"{place}为错误值{cell.Text}，请改填实际内容。", $"{place} holds the error {cell.Text}."));
        if (cell.Kind is CellKind.Boolean or CellKind.Date)
        {
            var kind = cell.Kind == CellKind.Date ? "日期" : "逻辑值";
            return Refused(new Refusal("cell-kind", place, $"{place}的内容是{kind}，请改填文字或数字。", $"{place} holds a {(cell.Kind == CellKind.Date ? "date" : "truth value")}."));
        }
        return form is ColumnForm.NumberForm number ? Number(cell, number, place) : new(CellValue.Of(TextOf(cell)), false, null);
    }

    /// <summary>For a formula, and for a cell that an array formula fills.</summary>
    public static CellMeaning Computed(string place) =>
        Refused(new Refusal("cell-formula", place, $"{place}为公式，请直接填写数值或文字。", $"{place} holds a formula; write the value itself."));

    // A number in a column of texts is taken as it is shown without a format.
    private static string? TextOf(RawCell cell) => cell.Kind switch
    {
        CellKind.Text => CellTexts.Cleaned(cell.Text),
        _ when CellNumber.OfNumber(cell.Text) is { } number => (cell.Kind == CellKind.Percent ? number * 100 : number).ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture)
            + (cell.Kind == CellKind.Percent ? "%" : ""),
        _ => cell.Text,
    };

    private static CellMeaning Number(RawCell cell, ColumnForm.NumberForm form, string place)
    {
        var percent = cell.Kind == CellKind.Percent;
        var number = cell.Kind == CellKind.Text ? CellNumber.OfText(cell.Text, out percent) : CellNumber.OfNumber(cell.Text);
        if (number is not { } value)
            return Refused(new Refusal("cell-not-a-number", place, $"{place}的“{Shortened(cell.Text)}”不是数字，请只填数，不带单位和文字。", $"'{Shortened(cell.Text)}' in {place} is not a number."));
        if (percent && form.Percent == PercentUse.Never)
            return Refused(UnexpectedPercent(place));
        // Shown 25%, stored 0.25, said 25. The division takes trailing zeros off.
        return new(CellValue.Of((cell.Kind == CellKind.Percent ? value * 100 : value) / 1.0000000000000000000000000000m), percent, null);
    }

    public static Refusal UnexpectedPercent(string place) =>
        new("cell-percent", place, $"{place}为百分数，此处应填数量，请改为普通数字格式后重填。", $"{place} is a percentage, and an amount belongs there.");

    private static CellMeaning Refused(Refusal fault) => new(CellValue.Blank, false, fault);

    private static string Shortened(string text) => text.Length <= 20 ? text : text[..20] + "…";
}
