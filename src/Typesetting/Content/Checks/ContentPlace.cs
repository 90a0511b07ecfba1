using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Typesetting.Content.Checks;

/// <summary>The part of a document that is being looked at; put into words only where it is refused.</summary>
internal readonly record struct ContentPlace
{
    /// <summary>Its place among the blocks, from 1; 0 is the document itself.</summary>
    private int Number { get; init; }

    private Block? Block { get; init; }

    /// <summary>The place of the block that holds it; 0 is none.</summary>
    private int Within { get; init; }

    private (int Number, PartKind Kind) Outer { get; init; }
    private (int Number, PartKind Kind) Inner { get; init; }

    public static ContentPlace Document => default;

    public ContentPlace In(int number, Block block) => new() { Number = number, Block = block, Within = Number };

    /// <param name="number">From 1.</param>
    public ContentPlace Part(int number, PartKind kind) =>
        Outer.Number == 0 ? this with { Outer = (number, kind) } : this with { Inner = (number, kind) };

    /// <param name="owner">The field that holds the field; null is the part itself.</param>
    /// <exception cref="ContentException">The number is outside its range, or not a number.</exception>
    public void Range(double value, double least, double most, string chinese, string field, string? owner = null)
    {
        if (!(value >= least && value <= most))
            throw Refusal(
                $"{chinese}（{Path(owner, field)}）是{Text(value)}，应在{Text(least)}到{Text(most)}之间",
                $"{Path(owner, field)} is {Text(value)}; it must be from {Text(least)} to {Text(most)}");
    }

    public void Finite(double value, string chinese, string field)
    {
        if (!double.IsFinite(value))
            throw Refusal($"{chinese}（{field}）是{Text(value)}，应是有限的数", $"{field} is {Text(value)}; it must be a finite number");
    }

    public void Defined<T>(T value, string chinese, string field, string? owner = null)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            throw Refusal($"{chinese}（{Path(owner, field)}）是{value:D}，没有这个取值", $"{Path(owner, field)} is {value:D}, which is no {typeof(T).Name}");
    }

    public void Present([NotNull] object? value, string chinese, string field, string? owner = null)
    {
        if (value is null)
            throw Refusal($"{chinese}（{Path(owner, field)}）缺失（null）", $"{Path(owner, field)} is missing (null)");
    }

    public ContentException Refusal(string chinese, string english) =>
        new($"文档不能排版：{ChineseName()}的{chinese}。 The document cannot be set: {EnglishName()}: {english}.");

    /// <summary>Rounded, so that limits that follow from millimetres read well.</summary>
    public static string Text(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    private static string Path(string? owner, string field) => owner is null ? field : owner + "." + field;

    private string ChineseName()
    {
        if (Block is null)
            return "文档";
        var name = string.Create(CultureInfo.InvariantCulture, $"第{Number}块（{ChineseName(Block)}）");
        if (Within > 0)
            name = string.Create(CultureInfo.InvariantCulture, $"第{Within}块（页末）中{name}");
        foreach (var (number, kind) in new[] { Outer, Inner })
            if (number > 0)
                name += string.Create(CultureInfo.InvariantCulture, $"第{number}{ChineseName(kind)}");
        return name;
    }

    private string EnglishName()
    {
        if (Block is null)
            return "document";
        var name = string.Create(CultureInfo.InvariantCulture, $"block {Number} ({Block.GetType().Name})");
        if (Within > 0)
            name = string.Create(CultureInfo.InvariantCulture, $"block {Within} (PageBottom), {name}");
        foreach (var (number, kind) in new[] { Outer, Inner })
            if (number > 0)
                name += string.Create(CultureInfo.InvariantCulture, $", {EnglishName(kind)} {number}");
        return name;
    }

    private static string ChineseName(PartKind kind) => kind switch
    {
        PartKind.Column => "列",
        PartKind.HeaderRow => "表头行",
        PartKind.Row => "行",
        PartKind.Cell => "格",
        _ => "项",
    };

    private static string EnglishName(PartKind kind) => kind switch
    {
        PartKind.Column => "column",
        PartKind.HeaderRow => "header row",
        PartKind.Row => "row",
        PartKind.Cell => "cell",
        _ => "item",
    };

    private static string ChineseName(Block block) => block switch
    {
        Paragraph => "段落",
        Heading => "标题",
        ItemList => "列表",
        PartsLine => "分段行",
        Rule => "横线",
        Space => "空白",
        PageBreak => "分页",
        PageBottom => "页末",
        Table => "表格",
        Figure => "图",
        _ => block.GetType().Name,
    };
}

/// <summary>What a part of a block is called.</summary>
internal enum PartKind
{
    Column,
    HeaderRow,
    Row,
    Cell,
    Item,
}
