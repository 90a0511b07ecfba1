using Typesetting.Pdf;

namespace Typesetting.Pages;

/// <summary>A piece of a block that is never parted: one line, one table row, one rule.</summary>
internal abstract class Slab(double height)
{
    public double Height { get; protected set; } = height;

    /// <summary>Blank above, dropped at the top of a page that the text ran over to.</summary>
    public double SpaceBefore { get; set; }

    public double SpaceAfter { get; set; }

    /// <summary>Stays on the page where the next slab stands.</summary>
    public bool KeepWithNext { get; set; }

    public bool StartsPage { get; set; }

    /// <summary>It and what it keeps with go to the lower edge of the text area.</summary>
    public bool AtBottom { get; set; }

    /// <summary>Rows set again above this slab where it is the first on a page.</summary>
    public virtual IReadOnlyList<RowSlab> RepeatedAbove => [];

    /// <param name="top">From the upper edge of the paper, in points.</param>
    public abstract void Draw(PageCanvas canvas, double left, double top, Neighbours neighbours);
}

/// <summary>What stands above and below a slab on its page.</summary>
/// <param name="Index">The slab's place on the page.</param>
internal readonly record struct Neighbours(IReadOnlyList<PlacedSlab> Page, int Index)
{
    public Slab? Above => Index > 0 ? Page[Index - 1].Slab : null;

    public Slab? Below => Index + 1 < Page.Count ? Page[Index + 1].Slab : null;
}
