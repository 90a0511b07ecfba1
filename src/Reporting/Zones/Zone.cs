namespace Reporting.Zones;

/// <summary>A zone (产业集聚区) in the year-end ranking that its plan orders.</summary>
/// <param name="Name">At most 200 characters; no other zone of the plan has it.</param>
/// <param name="City">Id of its city's government; null when none is named.</param>
/// <param name="Revenue">主营业务收入 of the programme's year, in <paramref name="RevenueUnit"/>.</param>
/// <param name="RevenueLastYear">The same of the year before, in the same unit; null where not known.</param>
/// <param name="RevenueUnit">亿元 or 万元.</param>
/// <param name="RankLastYear">Its place in the ranking of the year before, from 1; null where not known.</param>
/// <param name="Preliminary">True for 快报, false for 核定.</param>
/// <param name="Achievements">发展成就, at most 1,500 characters; null when none are named.</param>
/// <param name="Note">At most 1,500 characters; not printed.</param>
public sealed record Zone(
    string Name,
    string? City,
    decimal Revenue,
    decimal? RevenueLastYear,
    string RevenueUnit,
    int? RankLastYear,
    bool Preliminary,
    string? Achievements,
    string? Note);
