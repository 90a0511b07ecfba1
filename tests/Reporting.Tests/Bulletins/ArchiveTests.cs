using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Pdf;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;
using Testing;
using Testing.Archive;

namespace Reporting.Tests.Bulletins;

/// <summary>The files of real issues, as an archive would look at them (ISO 19005-1, PDF/A-1a).</summary>
public sealed class ArchiveTests
{
    private static readonly PdfRenderer renderer = new(new FontOptions().Load(AppContext.BaseDirectory));

    public static TheoryData<IssueKind, int> Kinds => TraceTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void File_KeepsTheRulesOfLevelA(IssueKind kind, int quarter) => Assert.Empty(ArchiveRules.FaultsOf(Render(kind, quarter)));

    [Fact]
    public async Task Preflight_FindsEveryKindOfIssueValid()
    {
        using var folder = new TemporaryFolder();
        foreach (var (kind, quarter) in Kinds.Select(row => row.Data))
            await File.WriteAllBytesAsync(Path.Combine(folder.Path, $"{kind}{quarter}.pdf"), Render(kind, quarter), TestContext.Current.CancellationToken);

        var result = await ExternalTool.Preflight.RunAsync(TestContext.Current.CancellationToken, ExternalTool.PreflightFolderArguments(folder.Path));

        Assert.All(Kinds.Select(row => row.Data), row => Assert.Contains($"The file {row.Item1}{row.Item2}.pdf is a valid PDF/A-1b file", result.Output, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Structure_ReadsTheIssueInOrder_AsItWasComposed(IssueKind kind, int quarter)
    {
        var snapshot = TraceTests.Eventful(kind, quarter) with { Demonstration = true };
        var document = ComposeIssue.Compose(snapshot);

        using var file = new TaggedPdf(renderer.Render(document));

        Assert.Equal(string.Concat(document.Blocks.Select(Text)).ReplaceLineEndings(""), file.ReadingText());
    }

    [Fact]
    public async Task Bytes_AreTheSame_ForTheSameSnapshot_InAnotherProcess_OnAnotherDay_InAnotherLanguageAndZone()
    {
        var other = await OtherProcess.RunAsync(
            GetType(), nameof(Bytes_AreTheSame_ForTheSameSnapshot_WrittenTwice), "2031-02-03 04:05:06", "tr_TR", "America/St_Johns", TestContext.Current.CancellationToken);

        Assert.Equal("tr-TR 2031-02-03 -03:30", other.Surroundings);
        Assert.Equal(Everything(), other.Bytes);
    }

    /// <summary>Also what the other process runs.</summary>
    [Fact]
    public async Task Bytes_AreTheSame_ForTheSameSnapshot_WrittenTwice()
    {
        var first = Everything();

        Assert.Equal(first, Everything());
        await OtherProcess.WriteAsync(first, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Tables_NameTheirRowsAndColumns()
    {
        using var file = new TaggedPdf(Render(HalfYearSummary.Id, 2));

        var table = file.Elements.First(element => element.Type == "Table" && file.TextOf(element).Contains("序号", StringComparison.Ordinal));
        var rows = table.Children.Where(child => child.Type == "TR").ToList();
        Assert.Equal("Caption", table.Children.First().Type);
        Assert.All(rows[0].Children, cell => Assert.Equal("TH", cell.Type));
        // Rows that a task's number and name cover from above have fewer cells.
        var whole = rows.Skip(1).Where(row => row.Children.Count() == rows[0].Children.Count()).ToList();
        Assert.NotEmpty(whole);
        Assert.All(whole, row => Assert.Equal(["TD", "TH", "TD"], row.Children.Take(3).Select(cell => cell.Type)));
    }

    /// <summary>Every kind of issue, from its snapshot as it is stored.</summary>
    private static byte[] Everything() =>
        [.. Kinds.SelectMany(row => renderer.Render(ComposeIssue.Compose(SnapshotJson.Read(SnapshotJson.Write(TraceTests.Eventful(row.Data.Item1, row.Data.Item2))))))];

    private static byte[] Render(IssueKind kind, int quarter) => renderer.Render(ComposeIssue.Compose(TraceTests.Eventful(kind, quarter) with { Demonstration = true }));

    /// <summary>What a block says, in the order in which it is read.</summary>
    private static string Text(Block block) => block switch
    {
        MastheadBlock b => b.Secrecy.Text + b.Programme + string.Join('　', b.Name.AsEnumerable()) + b.Number.Text + b.Office + b.Date.Text,
        TitleBlock b => string.Concat(b.Lines.Select(line => line.Text)),
        HeadingBlock b => b.Text.Text,
        ParagraphBlock b => b.Lead?.Text + b.Text.Text,
        TableBlock b => b.Caption.Text + string.Concat(b.Columns.Select(column => column.Head)) + string.Concat(b.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text.Text)),
        FigureBlock b => b.Alternative.Text + b.Caption.Text,
        NoteBlock b => b.Text.Text,
        SignatureBlock b => b.Office + b.Date.Text,
        DistributionBlock b => string.Concat(b.Lines.Select(line => line.Whole.Text)) + b.Copies.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "Not read here."),
    };
}
