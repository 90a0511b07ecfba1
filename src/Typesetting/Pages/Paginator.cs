using Typesetting.Content;

namespace Typesetting.Pages;

/// <summary>
/// Places slabs on pages. Lines of body text stand on the grid of the page (GB/T 9704-2012, 5.2.3), whatever stands between them; what
/// keeps together stays on one page where it fits on one; headers of tables are set again.
/// </summary>
internal sealed class Paginator(PageLayout layout)
{
    private const double Tolerance = 0.01;

    /// <summary>Of the blank between two blocks, what must be left where the next line of the grid asks for less.</summary>
    private const double LeastBlank = 0.5;

    private readonly double height = layout.TextHeight;
    private readonly double leading = layout.Leading;
    private readonly List<List<PlacedSlab>> pages = [];
    private List<PlacedSlab> page = [];
    private Position at;

    /// <summary>How many slabs of the page stand above what follows the last line on the grid.</summary>
    private int gridEnd;

    public IReadOnlyList<IReadOnlyList<PlacedSlab>> Place(IReadOnlyList<Slab> slabs)
    {
        NextPage();
        for (var i = 0; i < slabs.Count;)
        {
            if (slabs[i].StartsPage && page.Count > 0)
                NextPage();
            var end = EndOfChain(slabs, i, slabs.Count, Bond.Welcome);
            PlaceChain(slabs, i, end, Bond.Welcome);
            i = end;
        }

        return pages;
    }

    private static int EndOfChain(IReadOnlyList<Slab> slabs, int from, int limit, Bond least)
    {
        var end = from + 1;
        while (end < limit && slabs[end - 1].Bond >= least && !slabs[end].StartsPage)
            end++;
        return end;
    }

    /// <summary>On this page, or on the next, or, where it is taller than a page, in chains of the next stronger bond.</summary>
    private void PlaceChain(IReadOnlyList<Slab> slabs, int from, int end, Bond bond)
    {
        var whole = Fits(slabs, from, end, at);
        if (!whole && page.Count > 0 && Fits(slabs, from, end, TopOfNextPage(slabs[from])))
        {
            NextPage();
            whole = true;
        }

        for (var i = from; i < end;)
        {
            var next = whole || bond == Bond.Firm ? i + 1 : EndOfChain(slabs, i, end, bond + 1);
            if (next == i + 1)
                PlaceSlab(slabs[i], slabs[i].AtBottom ? HeightOf(slabs, i, end) : 0);
            else
                PlaceChain(slabs, i, next, bond + 1);
            i = next;
        }
    }

    /// <param name="bottom">Height of what goes to the lower edge from here on; 0 where this does not.</param>
    private void PlaceSlab(Slab slab, double bottom)
    {
        while (true)
        {
            var fresh = page.Count == 0;
            if (fresh)
            {
                foreach (var row in slab.RepeatedAbove)
                    Put(row, at.Y, true);
                slab.BeginPage();
            }

            var top = Math.Max(TopOf(slab, at), bottom > 0 ? height - bottom : 0);
            if (top + slab.Height <= height + Tolerance)
            {
                Put(slab, top, false);
                return;
            }

            if (IsTall(slab) && slab.Split(height - top, fresh) is var (head, tail))
            {
                Put(head, top, false);
                slab = tail;
            }
            else if (fresh)
            {
                Put(slab, top, false);
                return;
            }

            NextPage();
        }
    }

    private void Put(Slab slab, double top, bool repeated)
    {
        if (slab.OnGrid)
            Centre(top - at.Y - at.SpaceAfter - slab.SpaceBefore);
        page.Add(new PlacedSlab(slab, top, repeated));
        at = new Position(top + slab.Height, slab.SpaceAfter, false);
        if (slab.OnGrid)
            gridEnd = page.Count;
    }

    /// <summary>What the way back to the grid adds below a table or a title is shared out above and below it.</summary>
    private void Centre(double added)
    {
        if (added <= 0 || gridEnd == 0)
            return;
        for (var i = gridEnd; i < page.Count; i++)
            page[i] = page[i] with { Y = page[i].Y + (added / 2) };
    }

    private double TopOf(Slab slab, Position position)
    {
        var blank = position.PageTop && !(position.FirstPage || slab.StartsPage) ? 0 : position.SpaceAfter + slab.SpaceBefore;
        if (position.PageTop)
            blank = Math.Clamp(height - slab.Height, 0, blank);
        return slab.OnGrid ? Math.Ceiling((position.Y + (blank * LeastBlank) - Tolerance) / leading) * leading : position.Y + blank;
    }

    /// <summary>Whether slabs fit below a position; of a last one that no page holds, its beginning.</summary>
    private bool Fits(IReadOnlyList<Slab> slabs, int from, int end, Position position)
    {
        if (position.PageTop)
            position = position with { Y = RepeatedHeight(slabs[from]) };
        for (var i = from; i < end; i++)
        {
            var needed = i == end - 1 && IsTall(slabs[i]) ? slabs[i].LeastHeight : slabs[i].Height;
            position = new Position(TopOf(slabs[i], position) + needed, slabs[i].SpaceAfter, false);
            if (position.Y > height + Tolerance)
                return false;
        }

        return true;
    }

    private bool IsTall(Slab slab) => RepeatedHeight(slab) + slab.Height > height + Tolerance;

    private double HeightOf(IReadOnlyList<Slab> slabs, int from, int end)
    {
        var position = new Position(0, 0, false);
        for (var i = from; i < end; i++)
            position = new Position((i == from ? 0 : TopOf(slabs[i], position)) + slabs[i].Height, slabs[i].SpaceAfter, false);
        return position.Y;
    }

    private void NextPage()
    {
        page = [];
        pages.Add(page);
        at = new Position(0, 0, true) { FirstPage = pages.Count == 1 };
        gridEnd = 0;
    }

    private static Position TopOfNextPage(Slab first) => new(RepeatedHeight(first), 0, true);

    private static double RepeatedHeight(Slab slab)
    {
        var sum = 0.0;
        foreach (var row in slab.RepeatedAbove)
            sum += row.Height;
        return sum;
    }

    /// <summary>How far a page is filled.</summary>
    /// <param name="Y">From the upper edge of the text area, in points.</param>
    /// <param name="PageTop">Whether nothing stands above.</param>
    private readonly record struct Position(double Y, double SpaceAfter, bool PageTop)
    {
        public bool FirstPage { get; init; }
    }
}

/// <summary>A slab on its page.</summary>
/// <param name="Y">From the upper edge of the text area, in points.</param>
/// <param name="Repeated">Set again: no new content for readers that cannot see the page.</param>
internal readonly record struct PlacedSlab(Slab Slab, double Y, bool Repeated);
