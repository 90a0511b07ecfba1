using System.Globalization;
using System.Text;
using Typesetting.Content;

namespace Benchmarks.Engines;

/// <summary>Writes a document as Typst markup of the same geometry: sizes, line pitch, margins, page numbers, repeated header rows.</summary>
internal static class TypstSource
{
    private const string Preamble = """
        #set document(title: "@title", author: "@author", date: datetime(year: 2012, month: 7, day: 25))
        #set page(width: 210mm, height: 297mm, margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm),
          header: align(right, text(font: "Noto Sans SC", weight: "bold", size: 14pt, fill: rgb("#d6000f"))[@mark]),
          footer: context align(if calc.odd(counter(page).get().first()) { right } else { left }, text(size: 14pt, counter(page).display("— 1 —"))))
        #set text(font: "Noto Serif SC", size: 16pt, lang: "zh", region: "cn", tracking: -0.2pt, top-edge: 0.88em, bottom-edge: -0.12em)
        #set par(justify: true, leading: 12.99pt, spacing: 12.99pt, first-line-indent: (amount: 2em, all: true))
        #show heading: set block(above: 12.99pt, below: 12.99pt)
        #show heading: it => block(sticky: true, pad(left: 2em, it.body))
        #show heading.where(level: 1): set text(font: "Noto Sans SC", size: 16pt, weight: "bold")
        #show heading.where(level: 2): set text(font: "Noto Serif SC", size: 16pt, weight: "bold")
        #set table(stroke: 0.5pt, inset: (x: 4pt, y: 3pt))
        #show table: set text(size: 12pt, tracking: 0pt)
        #show table: set par(justify: false, leading: 5pt, first-line-indent: 0pt)
        #show table.cell.where(y: 0): set text(font: "Noto Sans SC", weight: "bold")

        """;

    internal static string Of(DocumentContent content)
    {
        var source = new StringBuilder(Preamble
            .Replace("@title", content.Information.Title, StringComparison.Ordinal)
            .Replace("@author", content.Information.Author, StringComparison.Ordinal)
            .Replace("@mark", content.RunningMark, StringComparison.Ordinal));
        foreach (var block in content.Blocks)
            Append(source, block);
        return source.ToString();
    }

    private static void Append(StringBuilder source, Block block)
    {
        switch (block)
        {
            case Heading { Alignment: Alignment.Centre } title:
                source.Append(CultureInfo.InvariantCulture, $"#align(center, text(size: 22pt, weight: \"bold\", tracking: 0pt)[{Escape(title.Runs)}])\n\n");
                break;
            case Heading heading:
                source.Append('=', heading.Level).Append(' ').Append(Escape(heading.Runs)).Append("\n\n");
                break;
            case Paragraph paragraph:
                source.Append(Escape(paragraph.Runs)).Append("\n\n");
                break;
            case Table table:
                Append(source, table);
                break;
            default:
                throw new ArgumentException($"No Typst markup for {block.GetType().Name}.", nameof(block));
        }
    }

    private static void Append(StringBuilder source, Table table)
    {
        source.Append("#table(columns: (").AppendJoin(", ", table.Columns.Select(c => FormattableString.Invariant($"{c.Share}fr"))).Append("),\n");
        source.Append("  align: (").AppendJoin(", ", table.Columns.Select(c => c.Alignment == Alignment.Centre ? "center + horizon" : "left + horizon")).Append("),\n");
        source.Append("  table.header(").AppendJoin(", ", table.Header[0].Cells.Select(Cell)).Append("),\n");
        foreach (var row in table.Rows)
            source.Append("  ").AppendJoin(", ", row.Cells.Select(Cell)).Append(",\n");
        source.Append(")\n\n");
    }

    private static string Cell(TableCell cell) => $"[{Escape(cell.Runs)}]";

    private static string Escape(IReadOnlyList<Run> runs)
    {
        var text = new StringBuilder();
        foreach (var c in string.Concat(runs.Select(run => run.Text)))
        {
            if (c == '\n')
                text.Append("\\ ");
            else if (@"\#$*_`<>@[]~=/-+""'".Contains(c, StringComparison.Ordinal))
                text.Append('\\').Append(c);
            else
                text.Append(c);
        }

        return text.ToString();
    }
}
