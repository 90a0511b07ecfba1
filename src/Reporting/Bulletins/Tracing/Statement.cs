using Reporting.Bulletins.Documents;

namespace Reporting.Bulletins.Tracing;

/// <summary>The least piece of a document that can be true or false by itself: a sentence, a cell, a heading, a bar's label.</summary>
/// <param name="Place">Where it stands: the section's heading, the table's or figure's number with row and column (from 1), or the part of the page.</param>
internal sealed record Statement(StatementKind Kind, string Place, Phrase Said);

/// <summary>What kind of piece a statement is.</summary>
internal enum StatementKind
{
    Masthead,
    Title,
    Heading,
    Sentence,
    Caption,
    ColumnHead,
    Cell,

    /// <summary>What is written in a chart.</summary>
    Label,

    /// <summary>What is said of a chart to those who cannot see it.</summary>
    Alternative,
    Note,
    Signature,
    Distribution,
}
