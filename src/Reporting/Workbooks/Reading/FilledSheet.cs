namespace Reporting.Workbooks.Reading;

/// <summary>A row that was filled in.</summary>
/// <param name="Code">Of the obligation it belongs to, e.g. <c>automotive/R01</c>; empty when it names none.</param>
/// <param name="Faults">Each with its cell.</param>
internal sealed record FilledRow<T>(int Row, string Code, T Value, IReadOnlyList<Refusal> Faults);

/// <summary>A sheet as it came back: its rows, those that say nothing left out, and where its columns have gone.</summary>
/// <param name="KeyColumn">The column, counted from 1, that says which obligation a row belongs to.</param>
/// <param name="FieldColumns">The column of each member of the entry.</param>
internal sealed record FilledSheet<T>(string Name, IReadOnlyList<FilledRow<T>> Rows, int KeyColumn, IReadOnlyDictionary<string, int> FieldColumns)
{
    /// <summary>e.g. <c>进展情况!F7</c>; the row's key cell for a member that has no column.</summary>
    public string Place(int row, string? field = null) =>
        $"{Name}!{new CellReference(row, field is not null && FieldColumns.TryGetValue(field, out var column) ? column : KeyColumn)}";
}
