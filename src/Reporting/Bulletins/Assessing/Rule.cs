using Reporting.Collecting;

namespace Reporting.Bulletins.Assessing;

/// <summary>The programme's rules of judgement (DESIGN 4), each in one place.</summary>
internal static class Rule
{
    /// <summary>Below this pace the light is red.</summary>
    public const decimal RedBelow = 0.85m;

    /// <summary>Below this pace the light is yellow.</summary>
    public const decimal YellowBelow = 0.95m;

    /// <summary>From this pace on a task is worth a sentence for being ahead.</summary>
    public const decimal AheadFrom = 1.2m;

    /// <summary>In so many working days after an issue units answer what it asks of them; next quarter's report comes too late for that.</summary>
    public const int AnswerWorkingDays = 10;

    /// <summary>Actual against due, as a ratio: 1 is exactly on schedule. Both in percent of the year.</summary>
    public static decimal Pace(decimal percentDone, decimal percentDue) => percentDone / percentDue;

    public static Light LightOf(decimal pace) =>
        pace < RedBelow ? Light.Red : pace < YellowBelow ? Light.Yellow : Light.Green;

    /// <summary>The light of an obligation whose entry was accepted; null where the entry gives nothing to judge by.</summary>
    public static Light? LightOf(SelfRating? rating, decimal? pace)
    {
        if (rating == SelfRating.Blocked)
            return Light.Red;
        var byPace = pace is { } value ? LightOf(value) : (Light?)null;
        var byRating = rating switch
        {
            SelfRating.Lagging => Light.Yellow,
            SelfRating.OnTrack or SelfRating.Completed => Light.Green,
            _ => (Light?)null,
        };
        return Worst([byPace, byRating]);
    }

    /// <summary>The worst of those that are lit; null when none is.</summary>
    public static Light? Worst(IEnumerable<Light?> lights) => lights.Max();

    /// <summary>
    /// <paramref name="part"/> in percent of <paramref name="whole"/> with one decimal, half away from zero: the one place where a percentage
    /// is rounded. Differences are taken between rounded percentages, so that a reader who subtracts gets what is printed; lights are judged
    /// by the unrounded ratio.
    /// </summary>
    public static decimal Percent(decimal part, decimal whole) =>
        Math.Round(part * 100m / whole, 1, MidpointRounding.AwayFromZero);

    /// <summary>Growth on <paramref name="before"/> in percent, rounded likewise; null where there was nothing to grow from.</summary>
    public static decimal? Growth(decimal value, decimal? before) =>
        before is > 0m ? Percent(value - before.Value, before.Value) : null;
}
