namespace Reporting.Workbooks.Reading;

/// <summary>A cell as the file has it, before a column says what it should be.</summary>
/// <param name="Text">The text, decoded, or the digits of a number as they stand in the file; never null, but may be empty.</param>
/// <param name="IsComputed">True for a formula, whose last result stands in <paramref name="Text"/> and is not to be trusted.</param>
internal sealed record RawCell(string Text, CellKind Kind, bool IsComputed)
{
    public bool IsBlank => !IsComputed && string.IsNullOrWhiteSpace(Text);
}

/// <summary>What kind of content a cell has, its number format included.</summary>
internal enum CellKind
{
    Text,
    Number,

    /// <summary>A number shown as a percentage: 0.25 is 25%.</summary>
    Percent,
    Date,
    Boolean,
    Error,
}

/// <summary>A sheet as read: only cells that hold something, the merged blocks, and the blocks filled by one array formula.</summary>
internal sealed record RawSheet(
    string Name,
    SortedDictionary<int, SortedDictionary<int, RawCell>> Rows,
    IReadOnlyList<CellRange> Merged,
    IReadOnlyList<CellRange> Computed)
{
    public RawCell? At(int row, int column) => Rows.TryGetValue(row, out var cells) ? cells.GetValueOrDefault(column) : null;
}
