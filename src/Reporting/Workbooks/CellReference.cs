using System.Globalization;

namespace Reporting.Workbooks;

/// <summary>A cell's place in a sheet, both counted from 1, as in <c>F7</c>.</summary>
internal readonly record struct CellReference(int Row, int Column)
{
    public const int LastRow = 1_048_576;
    public const int LastColumn = 16_384;

    /// <summary>False for what no sheet has; letters in either case, no dollar signs.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CellReference reference)
    {
        reference = default;
        var letters = 0;
        var column = 0;
        while (letters < text.Length && char.IsAsciiLetter(text[letters]) && letters < 4)
            column = column * 26 + (text[letters++] & 0x1F);
        if (letters is 0 or 4 || column > LastColumn
            || !int.TryParse(text[letters..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row is < 1 or > LastRow)
        {
            return false;
        }
        reference = new(row, column);
        return true;
    }

    /// <summary>A column's letters: 1 is A, 27 is AA.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
            letters = (char)('A' + (column - 1) % 26) + letters;
        return letters;
    }

    public override string ToString() => Letters(Column) + Row.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A block of cells, corners included.</summary>
internal readonly record struct CellRange(CellReference First, CellReference Last)
{
    /// <summary>Takes a single cell too.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CellRange range)
    {
        range = default;
        var colon = text.IndexOf(':');
        if (!CellReference.TryParse(colon < 0 ? text : text[..colon], out var one) || !CellReference.TryParse(colon < 0 ? text : text[(colon + 1)..], out var other))
            return false;
        range = new(
            new(Math.Min(one.Row, other.Row), Math.Min(one.Column, other.Column)),
            new(Math.Max(one.Row, other.Row), Math.Max(one.Column, other.Column)));
        return true;
    }

    public bool Contains(int row, int column) => row >= First.Row && row <= Last.Row && column >= First.Column && column <= Last.Column;

    public override string ToString() => $"{First}:{Last}";
}
