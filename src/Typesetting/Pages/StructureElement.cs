using Typesetting.Content;

namespace Typesetting.Pages;

/// <summary>A node of the tagged structure: its type (P, H1, Table …) and, in reading order, its parts and the places of its content.</summary>
internal sealed class StructureElement(string type, StructureElement? parent)
{
    private readonly List<StructureKid> kids = new(1);

    public string Type { get; } = type;
    public StructureElement? Parent { get; } = parent;
    public string? AlternativeText { get; init; }
    public IReadOnlyList<StructureKid> Kids => kids;

    /// <summary>How many rows a table cell covers.</summary>
    public int RowSpan { get; set; } = 1;

    /// <summary>Its object number once it is written.</summary>
    public int ObjectNumber { get; set; }

    public StructureElement Add(string childType, string? alternativeText = null)
    {
        SettableText.Require(alternativeText ?? "");
        var child = new StructureElement(childType, this) { AlternativeText = alternativeText };
        kids.Add(new StructureKid(child, 0, 0));
        return child;
    }

    public void AddMark(int page, int mark) => kids.Add(new StructureKid(null, page, mark));
}

/// <summary>A part of an element: another element, or marked content on a page (counted from 0).</summary>
internal readonly record struct StructureKid(StructureElement? Child, int Page, int Mark);
