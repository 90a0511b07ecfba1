namespace Reporting.Workbooks.Writing;

/// <summary>The styles of our workbooks; the number is the index among the cell formats of the style sheet.</summary>
internal enum CellStyle : uint
{
    Plain,
    Title,
    Hint,
    ShownHeader,
    InputHeader,
    ShownText,
    ShownNumber,
    ShownAmount,
    InputText,
    InputNumber,
    InputAmount,
    Closed,

    /// <summary>The text formats once more, marked as text that begins with a character of a formula (quotePrefix).</summary>
    QuotedShownText,
    QuotedInputText,
    QuotedPlain,
    Heading,
    Paragraph,
}
