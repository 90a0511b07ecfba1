using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Tokens;

namespace Testing.Archive;

/// <summary>Every mark on a page is content of an element or an artifact of a named kind (6.8.2.2; PDF Reference 1.4, 9.7.3).</summary>
internal static class ContentRules
{
    private static readonly string[] ArtifactKinds = ["Pagination", "Layout", "Page"];

    public static IEnumerable<string> FaultsOf(TaggedPdf file) => file.Pages.SelectMany(page => Faults(file, page));

    private static IEnumerable<string> Faults(TaggedPdf file, TaggedPage page)
    {
        var depth = 0;
        foreach (var operation in page.Page.Operations)
        {
            switch (operation)
            {
                case BeginMarkedContentWithProperties begin:
                    depth++;
                    if (FaultOf(file, begin) is { } fault)
                        yield return $"Page {page.Index + 1}: {fault}";
                    break;
                case BeginMarkedContent begin:
                    depth++;
                    yield return $"Page {page.Index + 1}: {begin.Name.Data} has no properties.";
                    break;
                case EndMarkedContent:
                    depth--;
                    break;
                case IGraphicsStateOperation other when depth != 1:
                    yield return $"6.8.2.2: page {page.Index + 1}: {other.Operator} is at depth {depth} of marked content.";
                    break;
            }
        }

        if (depth != 0)
            yield return $"Page {page.Index + 1}: marked content is left open.";
    }

    private static string? FaultOf(TaggedPdf file, BeginMarkedContentWithProperties begin)
    {
        var properties = begin.Properties;
        if (begin.Name.Data == "Artifact")
            return file.Name(properties?.Data.GetValueOrDefault("Type")) is { } kind && ArtifactKinds.Contains(kind) ? null : "an artifact does not say its kind.";
        return properties?.Data.GetValueOrDefault("MCID") is NumericToken ? null : $"content of {begin.Name.Data} has no mark.";
    }
}
