namespace Reporting.Bulletins.Html;

/// <summary>A scale in percent, both ends on a step.</summary>
internal sealed class PercentScale
{
    /// <summary>Steps whose numbers the narrowest screen holds beside each other.</summary>
    private const int MostSteps = 6;

    private readonly decimal from;
    private readonly decimal to;

    private PercentScale(decimal from, decimal to, decimal step)
    {
        (this.from, this.to) = (decimal.Floor(from / step) * step, decimal.Ceiling(to / step) * step);
        var steps = new List<decimal>();
        for (var at = this.from; at <= this.to; at += step)
            steps.Add(at);
        Steps = steps;
    }

    public IReadOnlyList<decimal> Steps { get; }

    /// <summary>The scale that holds zero and all values.</summary>
    public static PercentScale Over(IEnumerable<decimal> values)
    {
        var (least, most) = (0m, 0m);
        foreach (var value in values)
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        var step = 25m;
        while ((most - least) / step > MostSteps - 1)
            step *= 2m;
        return new PercentScale(least, Math.Max(most, least + step), step);
    }

    /// <summary>Where a value stands between the ends, in percent.</summary>
    public decimal Share(decimal value) => (value - from) / (to - from) * 100m;
}
