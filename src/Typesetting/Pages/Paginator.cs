namespace Typesetting.Pages;

/// <summary>Places slabs on pages: what keeps together stays on one page where it fits on one, headers of tables are set again.</summary>
internal sealed class Paginator(double height)
{
    private const double Tolerance = 0.01;

    private readonly List<List<PlacedSlab>> pages = [];
    private List<PlacedSlab> page = [];
    private double y;
    private double spaceAfter;

    public IReadOnlyList<IReadOnlyList<PlacedSlab>> Place(IReadOnlyList<Slab> slabs)
    {
        pages.Add(page);
        for (var i = 0; i < slabs.Count;)
        {
            var end = i + 1;
            while (end < slabs.Count && slabs[end - 1].KeepWithNext && !slabs[end].StartsPage)
                end++;
            if (slabs[i].StartsPage && page.Count > 0)
                NextPage();
            var whole = HeightOf(slabs, i, end);
            if (!Fits(slabs[i], whole) && page.Count > 0 && RepeatedHeight(slabs[i]) + whole <= height + Tolerance)
                NextPage();
            for (; i < end; i++)
                Place(slabs[i], slabs[i].AtBottom ? HeightOf(slabs, i, end) : slabs[i].Height);
        }

        return pages;
    }

    private void Place(Slab slab, double needed)
    {
        if (page.Count > 0 && !Fits(slab, needed))
            NextPage();
        if (page.Count == 0)
            foreach (var row in slab.RepeatedAbove)
                Put(row, true);
        var first = page.Count == 0;
        if (!first || pages.Count == 1 || slab.StartsPage)
            y += first ? slab.SpaceBefore : spaceAfter + slab.SpaceBefore;
        if (slab.AtBottom)
            y = Math.Max(y, height - needed);
        Put(slab, false);
        spaceAfter = slab.SpaceAfter;
    }

    private void Put(Slab slab, bool repeated)
    {
        page.Add(new PlacedSlab(slab, y, repeated));
        y += slab.Height;
    }

    private bool Fits(Slab first, double needed) =>
        y + (page.Count == 0 ? RepeatedHeight(first) : spaceAfter + first.SpaceBefore) + needed <= height + Tolerance;

    private void NextPage()
    {
        page = [];
        pages.Add(page);
        (y, spaceAfter) = (0, 0);
    }

    private static double HeightOf(IReadOnlyList<Slab> slabs, int from, int to)
    {
        var sum = 0.0;
        for (var i = from; i < to; i++)
            sum += slabs[i].Height + (i > from ? slabs[i - 1].SpaceAfter + slabs[i].SpaceBefore : 0);
        return sum;
    }

    private static double RepeatedHeight(Slab slab)
    {
        var sum = 0.0;
        foreach (var row in slab.RepeatedAbove)
            sum += row.Height;
        return sum;
    }
}

/// <summary>A slab on its page.</summary>
/// <param name="Y">From the upper edge of the text area, in points.</param>
/// <param name="Repeated">Set again: no new content for readers that cannot see the page.</param>
internal readonly record struct PlacedSlab(Slab Slab, double Y, bool Repeated);
