namespace Reporting.Workbooks;

/// <summary>What kind of content a column takes; decides style, data validation and how a cell is read.</summary>
internal abstract record ColumnForm
{
    public static readonly ColumnForm Text = new TextForm();

    /// <param name="Percent">Whether a percentage is meant, so that 25% and 25 are the same.</param>
    public sealed record NumberForm(decimal? Least, decimal? Most, PercentUse Percent, bool Grouped = false) : ColumnForm;

    /// <param name="List">The drop-down list.</param>
    /// <param name="Open">True when the list only proposes: other texts are taken too.</param>
    public sealed record ChoiceForm(ChoiceList List, bool Open = false) : ColumnForm;

    private sealed record TextForm : ColumnForm;
}

/// <summary>What a cell formatted as a percentage means in a column of numbers.</summary>
internal enum PercentUse
{
    /// <summary>A percentage is a mistake here.</summary>
    Never,

    /// <summary>The column counts in percent: the cell 25% (stored as 0.25) is 25.</summary>
    Always,

    /// <summary>The same, but only in a row whose unit of measure is %.</summary>
    ByUnit,
}

/// <summary>The drop-down lists; those of projects and indicators depend on the plan chosen in the row.</summary>
internal enum ChoiceList
{
    Ratings,
    ProblemKinds,
    Stages,
    FigureKinds,
    Obligations,
    Units,
    Measures,
    Projects,
    Indicators,
}
