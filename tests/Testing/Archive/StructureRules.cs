using UglyToad.PdfPig.Tokens;

namespace Testing.Archive;

/// <summary>Catalogue, role map, alternative text and the way between marked content and structure (6.8).</summary>
internal static class StructureRules
{
    /// <summary>PDF Reference 1.4, 9.7.4.</summary>
    private static readonly string[] StandardTypes =
    [
        .. "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private".Split(' '),
        .. "P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD".Split(' '),
        .. "Span Quote Note Reference BibEntry Code Link Figure Formula Form".Split(' '),
    ];

    public static IEnumerable<string> FaultsOf(TaggedPdf file) =>
        [.. Catalogue(file), .. Types(file), .. file.Elements.SelectMany(element => Figure(file, element)), .. Lists(file), .. Parents(file), .. Marks(file)];

    private static IEnumerable<string> Catalogue(TaggedPdf file)
    {
        if (file.Dictionary(file.Catalogue.Data.GetValueOrDefault("MarkInfo"))?.Data.GetValueOrDefault("Marked") is not BooleanToken { Data: true })
            yield return "6.8.2.2: MarkInfo does not say Marked.";
        if (file.Text(file.Catalogue.Data.GetValueOrDefault("Lang")) != "zh-CN")
            yield return "6.8.4: the catalogue's Lang is not zh-CN.";
        if (file.Elements[0].Type != "Document")
            yield return "6.8.3: the structure does not begin with a Document.";
        if (!file.Catalogue.Data.ContainsKey("OutputIntents"))
            yield return "6.2.2: no output intent.";
    }

    private static IEnumerable<string> Types(TaggedPdf file)
    {
        foreach (var (type, standsFor) in file.Roles)
            if (StandardTypes.Contains(type) || !StandardTypes.Contains(standsFor))
                yield return $"6.8.3.4: role {type} stands for {standsFor}.";
        foreach (var type in file.Elements.Select(element => element.Type).Distinct())
            if (!StandardTypes.Contains(type) && !file.Roles.ContainsKey(type))
                yield return $"6.8.3.4: type {type} is not standard and has no role.";
    }

    private static IEnumerable<string> Figure(TaggedPdf file, TaggedElement element)
    {
        if (element.Type is not ("Figure" or "Formula"))
            yield break;
        if (string.IsNullOrWhiteSpace(file.Text(element.Dictionary.Data.GetValueOrDefault("Alt"))))
            yield return $"6.8.5: {element.Type} {element.Number} has no alternative text.";
        var pages = element.Parts.Where(part => part.Element is null).Select(part => part.Page).Distinct().ToList();
        if (pages.Count > 1)
            yield return $"Figure {element.Number} stands on {pages.Count} pages.";
        var box = file.Array(file.Dictionary(element.Dictionary.Data.GetValueOrDefault("A"))?.Data.GetValueOrDefault("BBox")).OfType<NumericToken>().Select(number => number.Double).ToList();
        if (pages.Count == 1 && !(box is [var left, var bottom, var right, var top] && left >= 0 && bottom >= 0 && left < right && bottom < top
            && right <= file.Pages[pages[0]].Page.Width && top <= file.Pages[pages[0]].Page.Height))
            yield return $"Figure {element.Number} has no bounding box on its page.";
    }

    private static IEnumerable<string> Lists(TaggedPdf file)
    {
        foreach (var element in file.Elements)
        {
            var children = element.Children.Select(child => child.Type).ToList();
            if (element.Type == "L" && (children.Count == 0 || children.Any(type => type is not ("LI" or "Caption" or "NonStruct"))))
                yield return $"List {element.Number} holds {string.Join(' ', children)}.";
            if (element.Type == "LI" && children is not (["LBody"] or ["Lbl", "LBody"]))
                yield return $"List item {element.Number} holds {string.Join(' ', children)}.";
            if (element.Type is "LI" && element.Parent?.Type is not ("L" or "NonStruct"))
                yield return $"List item {element.Number} is in no list.";
        }
    }

    private static IEnumerable<string> Parents(TaggedPdf file)
    {
        foreach (var element in file.Elements)
        {
            var parent = element.Dictionary.Data.GetValueOrDefault("P") as IndirectReferenceToken;
            if (element.Parent is not null && parent?.Data.ObjectNumber != element.Parent.Number)
                yield return $"Element {element.Number} ({element.Type}) does not lead back to the element that holds it.";
        }
    }

    /// <summary>Each page's marks are numbered from 0 and lead to the one element that holds them, which leads back.</summary>
    private static IEnumerable<string> Marks(TaggedPdf file)
    {
        var holders = new Dictionary<(int Page, int Mark), int>();
        foreach (var element in file.Elements)
            foreach (var part in element.Parts.Where(part => part.Element is null))
                if (!holders.TryAdd((part.Page, part.Mark), element.Number))
                    yield return $"Mark {part.Mark} of page {part.Page + 1} is held twice.";
        var parents = NumberTree(file, file.StructureRoot.Data["ParentTree"]);
        foreach (var page in file.Pages)
        {
            var key = file.Number(page.Page.Dictionary.Data.GetValueOrDefault("StructParents")) ?? -1;
            var entries = parents.TryGetValue(key, out var found) ? file.Array(found) : [];
            var marks = page.Texts.Keys.ToList();
            if (entries.Count != marks.Count || marks.Any(mark => mark >= entries.Count))
                yield return $"Page {page.Index + 1} has {marks.Count} marks and {entries.Count} ways back.";
            for (var mark = 0; mark < entries.Count; mark++)
                if (!holders.Remove((page.Index, mark), out var holder) || (entries[mark] as IndirectReferenceToken)?.Data.ObjectNumber != holder)
                    yield return $"Mark {mark} of page {page.Index + 1} does not lead to the element that holds it.";
        }

        foreach (var (page, mark) in holders.Keys)
            yield return $"Mark {mark} of page {page + 1} is held and not there.";
    }

    private static Dictionary<int, IToken> NumberTree(TaggedPdf file, IToken token)
    {
        var found = new Dictionary<int, IToken>();
        var node = file.Dictionary(token);
        var numbers = file.Array(node?.Data.GetValueOrDefault("Nums"));
        for (var i = 0; i + 1 < numbers.Count; i += 2)
            found[file.Number(numbers[i]) ?? -1] = numbers[i + 1];
        foreach (var kid in file.Array(node?.Data.GetValueOrDefault("Kids")))
        {
            var limits = file.Array(file.Dictionary(kid)?.Data.GetValueOrDefault("Limits")).Select(limit => file.Number(limit)).ToList();
            var below = NumberTree(file, kid);
            if (limits is not [var least, var greatest] || least != below.Keys.Min() || greatest != below.Keys.Max())
                continue; // A reader that looks for a number passes over a branch whose limits are wrong.
            foreach (var (key, value) in below)
                found[key] = value;
        }

        return found;
    }
}
