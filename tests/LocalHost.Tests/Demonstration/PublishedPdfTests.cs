using System.Text.RegularExpressions;
using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Pdf;
using Reporting.Bulletins.Snapshots;
using Testing;

namespace LocalHost.Tests.Demonstration;

/// <summary>Every published PDF, read by other people's programs and held against its own snapshot.</summary>
[Collection(TwoDemonstrations.Collection)]
public sealed partial class PublishedPdfTests(TwoDemonstrations runs)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Pdf_IsRebuiltByteForByte_FromItsSnapshot()
    {
        var renderer = new PdfRenderer(new FontOptions().Load(AppContext.BaseDirectory, AppContext.BaseDirectory));

        var different = runs.Issues.Where(issue =>
            !renderer.Render(Composed(issue.Folder)).AsSpan().SequenceEqual(File.ReadAllBytes(PdfOf(issue.Folder))));

        Assert.Empty(different);
    }

    [Fact]
    public async Task Pdf_HasNoFault_ForQpdf()
    {
        foreach (var issue in runs.Issues)
        {
            var checkedFile = await ExternalTool.Qpdf.RunAsync(Cancelled, "--check", PdfOf(issue.Folder));
            Assert.True(checkedFile.ExitCode == 0, $"{issue.Folder}: {checkedFile.Output}{checkedFile.Errors}");
        }
    }

    [Fact]
    public async Task PdfToText_ReadsEveryParagraphAndCell_AsComposed()
    {
        foreach (var issue in runs.Issues)
        {
            var read = await ExternalTool.PdfToText.RunAsync(Cancelled, "-raw", "-enc", "UTF-8", PdfOf(issue.Folder), "-");
            var text = Squeezed(PageFurniture().Replace(read.Output, ""));

            var lost = Composed(issue.Folder).Blocks.SelectMany(TextsOf).Select(Squeezed)
                .Where(written => !text.Contains(written, StringComparison.Ordinal));

            Assert.True(!lost.Any(), $"{issue.Folder}: {string.Join(" | ", lost)}");
        }
    }

    private static string PdfOf(string folder) => Path.Combine(folder, "bulletin.pdf");

    private static Document Composed(string folder) =>
        ComposeIssue.Compose(SnapshotJson.Read(File.ReadAllBytes(Path.Combine(folder, "snapshot.json"))));

    private static IEnumerable<string> TextsOf(Block block) => block switch
    {
        MastheadBlock masthead => [masthead.Secrecy.Text, masthead.Programme, masthead.Name, masthead.Number.Text, masthead.Office, masthead.Date.Text],
        TitleBlock title => title.Lines.Select(line => line.Text),
        HeadingBlock heading => [heading.Text.Text],
        ParagraphBlock paragraph => [paragraph.Lead?.Text + paragraph.Text.Text],
        TableBlock table => [table.Caption.Text, .. table.Columns.Select(c => c.Head), .. table.Rows.SelectMany(r => r.Cells).Select(c => c.Text.Text)],
        FigureBlock figure => [figure.Caption.Text, .. TextsOf(figure.Chart)],
        NoteBlock note => [note.Text.Text],
        SignatureBlock signature => [signature.Office, signature.Date.Text],
        DistributionBlock distribution => [.. distribution.Lines.Select(line => line.Whole.Text), distribution.Copies.Text],
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "Say what a reader should find of this block."),
    };

    private static IEnumerable<string> TextsOf(Chart chart) => chart switch
    {
        CompletionChart completion => completion.Rows.Select(row => row.Value.Text),
        StageChart stages => stages.Rows.Select(row => row.Total.Text),
        QuarterChart quarters => quarters.Groups.SelectMany(group => group.Columns).Select(column => column.Text.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(chart), chart.GetType().Name, "Say what a reader should find in this chart."),
    };

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The mark and the number of a page, which stand between the parts of a paragraph that runs over.</summary>
    [GeneratedRegex(@"^\f?(演示数据|— ?\d+ ?—)\s*$", RegexOptions.Multiline)]
    private static partial Regex PageFurniture();
}
