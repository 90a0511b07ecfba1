using Reporting.Bulletins.Snapshots;
using Reporting.Collecting;

namespace Reporting.Bulletins.Assessing;

/// <summary>A zone's place in its plan's ranking, by the year's revenue; equals share a place.</summary>
/// <param name="Growth">Percent on last year; null where that is not known.</param>
/// <param name="Climbed">Places gained on last year's ranking, negative where lost; null where last year's place is not known.</param>
internal sealed record ZoneStanding(ZoneFacts Zone, int Rank, bool Shared, decimal? Growth, int? Climbed)
{
    /// <summary>The unit that revenues are compared in; amounts in 万元 and 亿元 convert exactly.</summary>
    private const string Common = "万元";

    public static IReadOnlyList<ZoneStanding> Of(IReadOnlyList<ZoneFacts> zones) =>
    [
        .. Ranking.Of(zones, Revenue).Select(r => new ZoneStanding(
            r.Item,
            r.Rank,
            r.Shared,
            Rule.Growth(r.Item.Revenue, r.Item.RevenueLastYear),
            r.Item.RankLastYear - r.Rank)),
    ];

    private static decimal Revenue(ZoneFacts zone) =>
        FigureUnits.TryConvert(zone.Revenue, zone.RevenueUnit, Common, out var comparable) ? comparable : zone.Revenue;
}
