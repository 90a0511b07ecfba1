using Typesetting.Content;
using Typesetting.Pdf;

namespace Typesetting.Pages;

/// <summary>A node of the tagged structure: its type (P, H1, Table …) and, in reading order, its parts and the places of its content.</summary>
internal sealed class StructureElement
{
    private readonly List<StructureKid> kids = new(1);

    public StructureElement(string type, StructureElement? parent)
    {
        StructureTypes.Require(type);
        (Type, Parent) = (type, parent);
    }

    /// <summary>A type of PDF 1.4 or one that <see cref="StructureTypes"/> leads to one.</summary>
    public string Type { get; }

    public StructureElement? Parent { get; }
    public string? AlternativeText { get; init; }
    public IReadOnlyList<StructureKid> Kids => kids;

    /// <summary>How many rows a table cell covers.</summary>
    public int RowSpan { get; set; } = 1;

    /// <summary>How many columns a table cell covers.</summary>
    public int ColumnSpan { get; set; } = 1;

    /// <summary>Of which cells a header cell (TH) is the head.</summary>
    public HeaderScope Scope { get; set; }

    /// <summary>Where a figure stands, set while it is drawn; null is not said.</summary>
    public StructureBox? BoundingBox { get; set; }

    /// <summary>Its object number once it is written.</summary>
    public int ObjectNumber { get; set; }

    public StructureElement Add(string childType, string? alternativeText = null)
    {
        SettableText.Require(alternativeText ?? "");
        var child = new StructureElement(childType, this) { AlternativeText = alternativeText };
        kids.Add(new StructureKid(child, 0, 0));
        return child;
    }

    /// <summary>Parts the parts of an element that has more than <paramref name="most"/> into groups without a meaning of their own.</summary>
    public void Group(int most)
    {
        if (kids.Count <= most)
            return;
        var parts = kids.ToArray();
        kids.Clear();
        for (var i = 0; i < parts.Length; i += most)
            Add("NonStruct").kids.AddRange(parts[i..Math.Min(i + most, parts.Length)]);
    }

    public void AddMark(int page, int mark) => kids.Add(new StructureKid(null, page, mark));
}

/// <summary>A part of an element: another element, or marked content on a page (counted from 0).</summary>
internal readonly record struct StructureKid(StructureElement? Child, int Page, int Mark);

/// <summary>Of which cells a header cell is the head.</summary>
internal enum HeaderScope
{
    None,
    Column,
    Row,
}

/// <summary>A rectangle on the paper in points, from its upper left corner, as <see cref="PageCanvas"/> counts.</summary>
internal readonly record struct StructureBox(double Left, double Top, double Width, double Height);
