using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace Testing.Archive;

/// <summary>The tagged structure of a PDF file, read back token by token with PdfPig.</summary>
public sealed class TaggedPdf : IDisposable
{
    private readonly PdfDocument document;

    public TaggedPdf(byte[] bytes)
    {
        document = PdfDocument.Open(bytes);
        Catalogue = document.Structure.Catalog.CatalogDictionary;
        Pages = [.. PageReferences(Catalogue.Data["Pages"]).Select((reference, i) => new TaggedPage(i, reference, document.GetPage(i + 1)))];
        StructureRoot = Dictionary(Catalogue.Data.GetValueOrDefault("StructTreeRoot")) ?? throw new InvalidDataException("The file has no structure.");
        Roles = Dictionary(StructureRoot.Data.GetValueOrDefault("RoleMap"))?.Data.ToDictionary(role => role.Key, role => Name(role.Value) ?? "", StringComparer.Ordinal) ?? [];
        Elements = [.. Read(StructureRoot.Data["K"], null)];
    }

    public DictionaryToken Catalogue { get; }
    public DictionaryToken StructureRoot { get; }
    public DocumentInformation Information => document.Information;
    public IReadOnlyList<TaggedPage> Pages { get; }

    /// <summary>Types of the file's own and the types they stand for.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; }

    /// <summary>All elements in reading order, each before its parts.</summary>
    public IReadOnlyList<TaggedElement> Elements { get; }

    public XmpMetadata? Xmp => document.TryGetXmpMetadata(out var xmp) ? xmp : null;

    /// <summary>
    /// What a reader that cannot see the pages reads, from the first element to the last: of a figure that stands by itself its alternative
    /// text. What is drawn as an artifact is not in it.
    /// </summary>
    public string ReadingText() => ReadingText(Elements[0]);

    /// <summary>The text of an element and its parts.</summary>
    public string TextOf(TaggedElement element) => string.Concat(element.Parts.Select(part => part.Element is { } inner
        ? TextOf(inner)
        : Pages[part.Page].Texts.GetValueOrDefault(part.Mark, "")));

    private string ReadingText(TaggedElement element) => element is { Type: "Figure", Parent.Type: not ("TD" or "TH") }
        ? Text(element.Dictionary.Data.GetValueOrDefault("Alt")) ?? ""
        : string.Concat(element.Parts.Select(part => part.Element is { } inner ? ReadingText(inner) : Pages[part.Page].Texts.GetValueOrDefault(part.Mark, "")));

    public IToken? Resolve(IToken? token)
    {
        while (token is IndirectReferenceToken reference)
            token = document.Structure.GetObject(reference.Data).Data;
        return token;
    }

    public DictionaryToken? Dictionary(IToken? token) => Resolve(token) as DictionaryToken;

    public IReadOnlyList<IToken> Array(IToken? token) => (Resolve(token) as ArrayToken)?.Data ?? [];

    public string? Name(IToken? token) => (Resolve(token) as NameToken)?.Data;

    public int? Number(IToken? token) => (Resolve(token) as NumericToken)?.Int;

    public string? Text(IToken? token) => Resolve(token) switch
    {
        StringToken text => text.Data,
        HexToken hex => hex.Data,
        _ => null,
    };

    public ReadOnlyMemory<byte> Decode(StreamToken stream) => stream.Decode(document.Structure.FilterProvider, document.Structure.TokenScanner);

    public void Dispose() => document.Dispose();

    private IEnumerable<int> PageReferences(IToken node)
    {
        var dictionary = Dictionary(node) ?? throw new InvalidDataException("The page tree is broken.");
        if (Name(dictionary.Data["Type"]) == "Page")
            return [ObjectNumber(node)];
        return Array(dictionary.Data["Kids"]).SelectMany(kid => ObjectNumber(Dictionary(kid)?.Data["Parent"]) == ObjectNumber(node)
            ? PageReferences(kid)
            : throw new InvalidDataException("A page does not lead back to what holds it."));
    }

    private IEnumerable<TaggedElement> Read(IToken token, TaggedElement? parent)
    {
        var dictionary = Dictionary(token) ?? throw new InvalidDataException("The structure is broken.");
        var element = new TaggedElement(ObjectNumber(token), Name(dictionary.Data["S"]) ?? "", dictionary, parent);
        yield return element;
        var page = PageOf(dictionary);
        foreach (var kid in Kids(dictionary))
            switch (Resolve(kid))
            {
                case NumericToken mark:
                    element.Parts.Add(new TaggedPart(null, page ?? -1, mark.Int));
                    break;
                case DictionaryToken reference when reference.Data.ContainsKey("MCID"):
                    element.Parts.Add(new TaggedPart(null, PageOf(reference) ?? page ?? -1, Number(reference.Data["MCID"]) ?? -1));
                    break;
                default:
                    var first = true;
                    foreach (var inner in Read(kid, element))
                    {
                        if (first)
                            element.Parts.Add(new TaggedPart(inner, -1, -1));
                        first = false;
                        yield return inner;
                    }

                    break;
            }
    }

    private IReadOnlyList<IToken> Kids(DictionaryToken element) => element.Data.TryGetValue("K", out var kids)
        ? Resolve(kids) is ArrayToken array ? array.Data : [kids]
        : [];

    private int? PageOf(DictionaryToken dictionary) =>
        dictionary.Data.TryGetValue("Pg", out var page) ? Pages.FirstOrDefault(known => known.Number == ObjectNumber(page))?.Index : null;

    private static int ObjectNumber(IToken? token) => token is IndirectReferenceToken reference ? (int)reference.Data.ObjectNumber : -1;
}

/// <summary>An element of the structure.</summary>
/// <param name="Number">Its object number.</param>
public sealed record TaggedElement(int Number, string Type, DictionaryToken Dictionary, TaggedElement? Parent)
{
    public List<TaggedPart> Parts { get; } = [];

    public IEnumerable<TaggedElement> Children => Parts.Where(part => part.Element is not null).Select(part => part.Element).OfType<TaggedElement>();
}

/// <summary>A part of an element: another element, or marked content on a page (from 0).</summary>
public readonly record struct TaggedPart(TaggedElement? Element, int Page, int Mark);

/// <summary>A page with the text of its marked content.</summary>
/// <param name="Number">Its object number.</param>
public sealed record TaggedPage(int Index, int Number, Page Page)
{
    /// <summary>By mark; artifacts have none.</summary>
    public IReadOnlyDictionary<int, string> Texts { get; } = Page.GetMarkedContents()
        .Where(content => content.MarkedContentIdentifier >= 0 && !content.IsArtifact)
        .ToDictionary(content => content.MarkedContentIdentifier, content => string.Concat(content.Letters.Select(letter => letter.Value)));
}
