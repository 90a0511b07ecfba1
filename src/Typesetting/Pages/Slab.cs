using Typesetting.Pdf;

namespace Typesetting.Pages;

/// <summary>A piece of a block that is not parted where a page holds it: one line, one table row, one rule.</summary>
internal abstract class Slab(double height)
{
    public double Height { get; protected set; } = height;

    /// <summary>Blank above, dropped at the top of a page that the text ran over to.</summary>
    public double SpaceBefore { get; set; }

    public double SpaceAfter { get; set; }

    /// <summary>A line of body text: stands on the grid of the page.</summary>
    public bool OnGrid { get; set; }

    /// <summary>How much it wants to stay on the page where the next slab stands.</summary>
    public Bond Bond { get; set; }

    public bool StartsPage { get; set; }

    /// <summary>It and what it keeps with go to the lower edge of the text area.</summary>
    public bool AtBottom { get; set; }

    /// <summary>Rows set again above this slab where it is the first on a page.</summary>
    public virtual IReadOnlyList<RowSlab> RepeatedAbove => [];

    /// <summary>What of it must stand on the page where it begins, if no page holds it whole.</summary>
    public virtual double LeastHeight => Height;

    /// <summary>Comes to stand at the top of a page.</summary>
    public virtual void BeginPage()
    {
    }

    /// <summary>Parts a slab that no page holds; null where nothing of it may stand in that room.</summary>
    /// <param name="room">Height for the first part, in points.</param>
    /// <param name="anywhere">Whether to part it even where that is unwelcome: the room is a whole page.</param>
    public virtual (Slab Head, Slab Tail)? Split(double room, bool anywhere) => null;

    /// <param name="top">From the upper edge of the paper, in points.</param>
    public abstract void Draw(PageCanvas canvas, double left, double top, Neighbours neighbours);
}

/// <summary>Why two slabs stay on one page; where all that keeps together is taller than a page, the weakest bonds give way first.</summary>
internal enum Bond
{
    None,

    /// <summary>A break is unwelcome: a paragraph kept together, the first and last two rows of a table.</summary>
    Welcome,

    /// <summary>A block that asks to stay with the next.</summary>
    Asked,

    /// <summary>A break would be a fault: after a heading or a caption, before or after a single line.</summary>
    Firm,
}

/// <summary>What stands above and below a slab on its page.</summary>
/// <param name="Index">The slab's place on the page.</param>
internal readonly record struct Neighbours(IReadOnlyList<PlacedSlab> Page, int Index)
{
    public Slab? Above => Index > 0 ? Page[Index - 1].Slab : null;

    public Slab? Below => Index + 1 < Page.Count ? Page[Index + 1].Slab : null;
}
