namespace Reporting.Bulletins.Snapshots;

/// <summary>A zone (产业集聚区) in the year-end ranking of its plan.</summary>
/// <param name="City">Unit id of its city's government; null when none was named.</param>
/// <param name="Revenue">主营业务收入 of the year, in <paramref name="RevenueUnit"/>.</param>
/// <param name="RevenueLastYear">In the same unit; null where not known.</param>
/// <param name="RankLastYear">From 1; null where not known.</param>
/// <param name="Preliminary">True for 快报, false for 核定.</param>
public sealed record ZoneFacts(
    string Id,
    int Version,
    string Name,
    string? City,
    decimal Revenue,
    decimal? RevenueLastYear,
    string RevenueUnit,
    int? RankLastYear,
    bool Preliminary,
    string? Achievements);
