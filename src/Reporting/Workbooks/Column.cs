namespace Reporting.Workbooks;

/// <summary>A row of a sheet as it is shown.</summary>
/// <param name="Entry">The obligation; null in a row that is prepared but empty.</param>
/// <param name="Value">What the row's input cells hold; null for none.</param>
/// <param name="Earlier">The same of the period before.</param>
/// <param name="IsFixed">True where what the row is about is given and not to be chosen.</param>
internal sealed record FormRow<T>(FormEntry? Entry, T? Value, T? Earlier, bool IsFixed)
    where T : class;

/// <summary>A column of a sheet: the one place that says what it is called, what it shows and what it means when it comes back.</summary>
/// <param name="Header">By which the column is found again wherever it has been moved.</param>
/// <param name="Width">In characters, as Excel counts them; a Chinese one counts twice.</param>
/// <param name="Show">What a row's cell holds when the workbook is made.</param>
internal sealed record Column<T>(string Header, double Width, ColumnForm Form, Func<FormRow<T>, CellValue> Show)
    where T : class
{
    /// <summary>The member of the entry that the column fills, e.g. <c>percent</c>; null for the obligation and for what is only shown.</summary>
    public string? Field { get; init; }

    /// <summary>Puts what was read into the row's value; null for a column that is not read.</summary>
    public Func<T, CellValue, T>? Take { get; init; }

    /// <summary>True for the column that says which obligation the row belongs to.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether something in this column alone makes the row say something; not so for what stands there beforehand.</summary>
    public bool Weighs { get; init; } = true;

    /// <summary>True where a row that says something must have it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether the cell of a row can be written in.</summary>
    public Func<FormRow<T>, bool> IsOpen { get; init; } = static _ => false;

    /// <summary>What Excel shows beside a cell that is chosen; null for nothing.</summary>
    public string? Prompt { get; init; }

    /// <summary>Whether the column must be there for the sheet to be understood.</summary>
    public bool IsRead => IsKey || Take is not null;
}

/// <summary>A sheet that is filled in: its columns in printed order and its rows.</summary>
/// <param name="Member">The list of the entry that its rows fill, e.g. <c>figures</c>; null for the sheet with one row per entry.</param>
/// <param name="Hint">One sentence under the title.</param>
/// <param name="Empty">What a row says before any of its columns is read.</param>
/// <param name="Frozen">How many columns stay in view on the left.</param>
internal sealed record SheetForm<T>(
    string Name,
    string? Member,
    string Hint,
    IReadOnlyList<Column<T>> Columns,
    Func<UnitForm, IReadOnlyList<FormRow<T>>> Rows,
    T Empty,
    int Frozen)
    where T : class;
