using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.Options;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Word;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Reporting.Tests.Bulletins.Word;

/// <summary>A Word file that was written, opened again.</summary>
internal sealed class WordFile : IDisposable
{
    public static readonly WordRenderer Renderer = new(Options.Create(new WordOptions()));

    private readonly MemoryStream stream;
    private readonly WordprocessingDocument package;

    private WordFile(byte[] bytes) => (stream, package) = Open(bytes);

    public WordprocessingDocument Package => package;

    public MainDocumentPart Main => package.MainDocumentPart ?? throw new InvalidDataException("The file has no document.");

    public W.Body Body => Main.Document?.Body ?? throw new InvalidDataException("The document has no body.");

    public IReadOnlyList<W.Paragraph> Paragraphs => [.. Body.Elements<W.Paragraph>()];

    public static WordFile Of(Document document) => new(Renderer.Render(document));

    public static WordFile Of(params Block[] blocks) => Of(Holding(blocks));

    public static Document Holding(params Block[] blocks) => new("标题", "办公室", null, null, blocks);

    /// <summary>What Word's schema has against the file; none is what is wanted.</summary>
    public IReadOnlyList<string> Faults() =>
        [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package).Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}")];

    /// <summary>All text in the order in which it is read, what stands for a figure at its place.</summary>
    public string Text() => Text(Body);

    public static string Text(OpenXmlElement element) => string.Concat(element.Descendants().Select(e => e switch
    {
        W.Text text => text.Text,
        D.DocProperties figure => figure.Description?.Value ?? "",
        _ => "",
    }));

    public static string? StyleOf(W.Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;

    public W.Style Style(string? id) => Main.StyleDefinitionsPart?.Styles?.Elements<W.Style>().Single(s => s.StyleId?.Value == id) ?? throw new InvalidDataException($"No style {id}.");

    public void Dispose()
    {
        package.Dispose();
        stream.Dispose();
    }

    private static (MemoryStream Stream, WordprocessingDocument Package) Open(byte[] bytes)
    {
        var stream = new MemoryStream(bytes);
        return (stream, WordprocessingDocument.Open(stream, isEditable: false));
    }
}
