namespace Reporting.Workbooks;

/// <summary>What stands in a cell as a column means it: a text, a number, or nothing.</summary>
internal readonly record struct CellValue(string? Text, decimal? Number)
{
    public static readonly CellValue Blank;

    public bool IsBlank => Text is null && Number is null;

    /// <summary>An empty text is nothing.</summary>
    public static CellValue Of(string? text) => new(string.IsNullOrEmpty(text) ? null : text, null);

    public static CellValue Of(decimal? number) => new(null, number);
}
