using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Html;
using Reporting.Schedule;
using Reporting.Tests.Bulletins.Pictures;

namespace Reporting.Tests.Bulletins.Html;

/// <summary>The issues that are written as HTML: every kind with all that can happen, and those whose pages are compared with pictures.</summary>
internal static class Issue
{
    public static TheoryData<string> Names => [.. TraceTests.Kinds.Select(row => $"{row.Data.Item1.Id} {row.Data.Item2}"), .. PictureSnapshots.All.Keys];

    /// <summary>The issue of a demonstration.</summary>
    public static Document Of(string name)
    {
        var snapshot = PictureSnapshots.All.TryGetValue(name, out var picture)
            ? picture()
            : TraceTests.Eventful(IssueKind.Of(name[..^2]), name[^1] - '0');
        return ComposeIssue.Compose(snapshot with { Demonstration = true });
    }

    public static byte[] Html(string name) => Html(Of(name));

    public static byte[] Html(Document document) => new HtmlRenderer().Render(document);

    /// <summary>A document of these blocks.</summary>
    public static Document Holding(params IReadOnlyList<Block> blocks) =>
        new("标题", "办公室", null, null, [new TitleBlock([Phrase.Plain("标题")]), .. blocks]);

    /// <summary>What a reader hears, block by block in their order; a figure is heard by its name and its alternative.</summary>
    public static IEnumerable<string> Told(Document document) =>
        new[] { document.PageMark ?? "" }.Concat(document.Blocks.Select(Told)).Select(text => text.ReplaceLineEndings(""));

    private static string Told(Block block) => block switch
    {
        MastheadBlock b => b.Secrecy.Text + b.Programme + b.Name + b.Number.Text + b.Office + b.Date.Text,
        TitleBlock b => string.Concat(b.Lines.Select(line => line.Text)),
        HeadingBlock b => b.Text.Text,
        ParagraphBlock b => b.Lead?.Text + b.Text.Text,
        TableBlock b => b.Caption.Text + string.Concat(b.Columns.Select(column => column.Head)) + string.Concat(b.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text.Text)),
        FigureBlock b => b.Caption.Text + b.Alternative.Text + b.Caption.Text,
        NoteBlock b => b.Text.Text,
        SignatureBlock b => b.Office + b.Date.Text,
        DistributionBlock b => string.Concat(b.Lines.Select(line => line.Whole.Text)) + b.Copies.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "Not read here."),
    };
}
