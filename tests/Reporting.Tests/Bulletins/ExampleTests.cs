using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.Options;
using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Html;
using Reporting.Bulletins.Pdf;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Bulletins.Tracing;
using Reporting.Bulletins.Word;
using Testing;
using UglyToad.PdfPig;

namespace Reporting.Tests.Bulletins;

/// <summary>
/// The finished examples in <c>docs/examples</c>, one of each kind, are what the program makes of the snapshots beside them; with
/// APPROVE_EXAMPLES=1 they are written anew. PDF and Word are compared by what they say, since another .NET may compress them otherwise.
/// </summary>
public sealed class ExampleTests
{
    private static readonly string folder = Repository.Path("docs", "examples");
    private static readonly IBulletinRenderer[] renderers =
        [new PdfRenderer(new FontOptions().Load(AppContext.BaseDirectory)), new WordRenderer(Options.Create(new WordOptions())), new HtmlRenderer(), new TraceRenderer()];

    public static TheoryData<string> Kinds => [.. ReportKinds.All.Select(report => report.Kind.Id)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Example_IsWhatItsSnapshotGives(string kind)
    {
        var snapshot = SnapshotJson.Read(File.ReadAllBytes(Path.Combine(folder, kind, "snapshot.json")));
        var document = ComposeIssue.Compose(snapshot);
        var files = renderers.Select(r => (Path: Path.Combine(folder, kind, r.FileName), Bytes: r.Render(document)))
            .Where(file => file.Path.EndsWith(".pdf", StringComparison.Ordinal) || File.Exists(file.Path)).ToList();
        if (Environment.GetEnvironmentVariable("APPROVE_EXAMPLES") == "1")
        {
            foreach (var (path, bytes) in files)
                File.WriteAllBytes(path, bytes);
        }

        Assert.Equal(kind, snapshot.Issue.Kind.Id);
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(Content(file.Path, file.Bytes), Content(file.Path, File.ReadAllBytes(file.Path))));
    }

    [Fact]
    public void Example_IsThereForEveryKind_AndForNothingElse() => Assert.Equal(
        ReportKinds.All.Select(report => report.Kind.Id).Order(StringComparer.Ordinal),
        Directory.EnumerateDirectories(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private static string Content(string path, byte[] bytes)
    {
        if (path.EndsWith(".docx", StringComparison.Ordinal))
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
            return word.MainDocumentPart?.Document?.OuterXml ?? "";
        }
        if (!path.EndsWith(".pdf", StringComparison.Ordinal))
            return System.Text.Encoding.UTF8.GetString(bytes);
        using var pdf = PdfDocument.Open(bytes);
        return string.Join('\n', pdf.GetPages().Select(page => string.Create(CultureInfo.InvariantCulture, $"{page.Number}: {string.Concat(page.Letters.Select(letter => letter.Value))}")));
    }
}
