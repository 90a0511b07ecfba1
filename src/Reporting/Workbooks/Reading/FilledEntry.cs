using Reporting.Collecting;

namespace Reporting.Workbooks.Reading;

/// <summary>One entry as the workbook has it, put together from its rows on all sheets.</summary>
/// <param name="Row">Its row on the sheet 进展情况.</param>
/// <param name="Faults">What already makes it impossible to take, each with its cell.</param>
/// <param name="Places">The cell of every member, by its path in the entry (<c>figures[2].value</c>).</param>
internal sealed record FilledEntry(FormEntry Entry, int Row, EntryContent Content, IReadOnlyList<Refusal> Faults, IReadOnlyDictionary<string, string> Places)
{
    /// <summary>The same refusal with the cell it means in place of the path.</summary>
    public Refusal At(Refusal refusal) => refusal with { Field = PlaceOf(refusal.Field) };

    /// <summary>The same for a warning.</summary>
    public Warning At(Warning warning) => warning with { Field = PlaceOf(warning.Field) };

    private string PlaceOf(string? field)
    {
        if (field is not null && Places.TryGetValue(field, out var place))
            return place;
        // A member without a column of its own: the row of the list, else the entry's row.
        return field is not null && field.IndexOf(']', StringComparison.Ordinal) is var end and > 0 && Places.TryGetValue(field[..(end + 1)], out var row) ? row : Places[""];
    }
}

/// <summary>A row that belongs to no entry of the unit, or to one that cannot be told.</summary>
internal sealed record StrayRow(string Sheet, int Row, IReadOnlyList<Refusal> Faults);

/// <summary>Everything a workbook says.</summary>
internal sealed record FilledWorkbook(IReadOnlyList<FilledEntry> Entries, IReadOnlyList<StrayRow> Strays);
