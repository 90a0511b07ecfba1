using System.Xml;

namespace Reporting.Workbooks.Reading;

/// <summary>
/// Reads the sheets that are asked for out of a workbook, whatever program saved it. Elements are known by their local names, which are the
/// same in the transitional and the strict form of the format. Parts that are not asked for (links to other files, embedded objects,
/// pictures) are never opened.
/// </summary>
internal static class WorkbookReader
{
    /// <param name="wanted">Names of sheets; one that is not there is left out of the answer.</param>
    public static Outcome<SheetSet> Read(byte[] file, IReadOnlyCollection<string> wanted)
    {
        try
        {
            using var package = PackageFile.Open(file);
            return Sheets(package, wanted);
        }
        catch (XmlException)
        {
            return RefusalOf(WorkbookFault.Broken);
        }
        catch (WorkbookException e)
        {
            return RefusalOf(e.Fault);
        }
    }

    private static SheetSet Sheets(PackageFile package, IReadOnlyCollection<string> wanted)
    {
        var main = Relations(package, "").FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal))?.Target
            ?? throw new WorkbookException(WorkbookFault.NoWorkbook);
        if (package.Has(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            throw new WorkbookException(WorkbookFault.Macros);
        var relations = Relations(package, main);
        string? PartOf(string type) => relations.FirstOrDefault(r => r.Type.EndsWith(type, StringComparison.Ordinal))?.Target;

        var parts = ListedSheets(package, main).Where(s => wanted.Contains(s.Name, StringComparer.Ordinal)).ToList();
        if (parts.Count == 0)
            return new SheetSet(new Dictionary<string, RawSheet>(StringComparer.Ordinal));
        var texts = PartOf("/sharedStrings") is { } shared ? StringTable.Read(package, shared) : [];
        var formats = PartOf("/styles") is { } styles ? CellFormats.Read(package, styles) : [];
        var sheets = new Dictionary<string, RawSheet>(StringComparer.Ordinal);
        foreach (var (name, id) in parts)
        {
            var target = relations.FirstOrDefault(r => r.Id == id)?.Target ?? throw new WorkbookException(WorkbookFault.Broken);
            using var xml = package.OpenXml(target) ?? throw new WorkbookException(WorkbookFault.Broken);
            if (!sheets.TryAdd(name, new SheetReader(texts, formats).Read(name, xml)))
                throw new WorkbookException(WorkbookFault.Broken);
        }
        return new SheetSet(sheets);
    }

    private static List<(string Name, string Id)> ListedSheets(PackageFile package, string main)
    {
        using var xml = package.OpenXml(main) ?? throw new WorkbookException(WorkbookFault.NoWorkbook);
        var sheets = new List<(string, string)>();
        var root = "";
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.Depth == 0)
                root = xml.LocalName;
            else if (xml.LocalName == "sheet" && xml.GetAttribute("name") is { } name && Id(xml) is { } id)
                sheets.Add((name.Trim(), id));
        }
        return root == "workbook" ? sheets : throw new WorkbookException(WorkbookFault.NoWorkbook);
    }

    // r:id, in either of the two namespaces.
    private static string? Id(XmlReader xml)
    {
        for (var found = xml.MoveToFirstAttribute(); found; found = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.Length > 0)
            {
                var id = xml.Value;
                xml.MoveToElement();
                return id;
            }
        }
        xml.MoveToElement();
        return null;
    }

    /// <param name="part">The part whose relations are meant; empty for the package.</param>
    private static List<Relation> Relations(PackageFile package, string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        using var xml = package.OpenXml($"{part[..slash]}_rels/{part[slash..]}.rels");
        var relations = new List<Relation>();
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target)
            {
                relations.Add(new Relation(id, type, Resolved(part[..slash], target)));
            }
        }
        return relations;
    }

    private static string Resolved(string folder, string target)
    {
        var segments = new List<string>();
        foreach (var segment in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".." && segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("." or ".."))
                segments.Add(segment);
        }
        return string.Join('/', segments);
    }

    private static Refusal RefusalOf(WorkbookFault fault) => fault switch
    {
        WorkbookFault.NoWorkbook => new Refusal(
            "not-a-workbook", null, "文件不是.xlsx工作簿，请用系统下载的工作簿填报并保存为.xlsx格式。", "The file is no .xlsx workbook; fill in the workbook from this address and save it as .xlsx."),
        WorkbookFault.OldOrEncrypted => new Refusal(
            "not-a-workbook", null, "文件设有打开密码，或是旧的.xls格式；请取消密码并另存为.xlsx格式。", "The file has a password or is of the old .xls kind; save it as .xlsx without a password."),
        WorkbookFault.Macros => new Refusal(
            "workbook-with-macros", null, "工作簿带有宏，请另存为不带宏的.xlsx格式。", "The workbook has macros; save it as .xlsx without them."),
        WorkbookFault.TooLarge => new Refusal(
            "workbook-too-large", null, "工作簿展开后过大，请删除无关的工作表和大片空行后再提交。", "The workbook is too large when unpacked; delete foreign sheets and long stretches of empty rows."),
        _ => new Refusal(
            "workbook-damaged", null, "工作簿已损坏，请重新打开、另存后再提交。", "The workbook is damaged; open it, save it again and send that."),
    };

    private sealed record Relation(string Id, string Type, string Target);
}

/// <summary>The sheets of a workbook that were asked for, by name.</summary>
internal sealed record SheetSet(IReadOnlyDictionary<string, RawSheet> ByName);
