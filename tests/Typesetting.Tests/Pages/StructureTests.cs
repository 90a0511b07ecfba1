using Testing;
using Typesetting.Content;

namespace Typesetting.Tests.Pages;

/// <summary>What poppler reads of the tags of lists and tables.</summary>
public sealed class StructureTests
{
    [Fact]
    public async Task List_IsReadItemByItem_LabelBeforeText()
    {
        var list = new ItemList([new ListItem("一、", "甲") { Items = [new ListItem("①", "乙")] }, new ListItem("二、", "丁")]);

        Assert.Equal(
            ["L", "LI", "Lbl", "一、", "LBody", "P", "甲", "L", "LI", "Lbl", "①", "LBody", "乙", "LI", "Lbl", "二、", "LBody", "丁"],
            await ReadAsync(list));
    }

    [Fact]
    public async Task Item_HasNoLabelElement_WhenItsLabelIsEmpty() =>
        Assert.Equal(["L", "LI", "LBody", "甲"], await ReadAsync(new ItemList([new ListItem("", "甲")])));

    [Fact]
    public async Task Caption_IsReadFirst_InItsTable()
    {
        var table = new Table([TableColumn.ByContent with { IsHeader = true }, TableColumn.ByContent], [new TableRow("项", "值")], [new TableRow("甲", "1")])
        {
            Caption = [new Run("表1")],
        };

        Assert.Equal(
            ["Table", "Caption", "表1", "TR", "TH", "/Scope /Column", "项", "TH", "/Scope /Column", "值", "TR", "TH", "/Scope /Row", "甲", "TD", "1"],
            await ReadAsync(table));
    }

    /// <summary>Types, their attributes and texts in reading order, below the document's element.</summary>
    private static async Task<IReadOnlyList<string>> ReadAsync(params Block[] blocks)
    {
        var result = await Written.Of(blocks).WithFileAsync(path => ExternalTool.PdfInfo.RunAsync(TestContext.Current.CancellationToken, "-struct-text", path));
        return [.. result.Output.Split('\n').Select(line => line.Trim()).SkipWhile(line => line != "Document").Skip(1)
            .Where(line => line.Length > 0).Select(line => line.StartsWith('/') ? line : line.StartsWith('"') ? line.Trim('"') : line.Split(' ', ':')[0])];
    }
}
