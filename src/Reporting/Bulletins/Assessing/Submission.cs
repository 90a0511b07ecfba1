using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;

namespace Reporting.Bulletins.Assessing;

/// <summary>Who reported and when, over a set of obligations; every obligation is on time, late, missing or still open, never two of them.</summary>
internal sealed record Submission(IReadOnlyList<ReportFacts> Owed)
{
    public IReadOnlyList<ReportFacts> OnTime { get; } = Where(Owed, r => r.Arrival == Arrival.OnTime);

    /// <summary>Late, with grace or without.</summary>
    public IReadOnlyList<ReportFacts> Late { get; } = Where(Owed, r => r.Arrival is Arrival.Grace or Arrival.Late);

    public IReadOnlyList<ReportFacts> Missing { get; } = Where(Owed, r => r.Outstanding);

    /// <summary>Not submitted, and not yet due.</summary>
    public IReadOnlyList<ReportFacts> Open { get; } = Where(Owed, r => r.Arrival == Arrival.Pending);

    public IReadOnlyList<ReportFacts> Submitted { get; } = Where(Owed, r => r.State != ReportState.Missing);

    public IReadOnlyList<ReportFacts> Accepted { get; } = Where(Owed, r => r.State == ReportState.Accepted);

    public IReadOnlyList<ReportFacts> Unreviewed { get; } = Where(Owed, r => r.State == ReportState.Unreviewed);

    public IReadOnlyList<ReportFacts> Returned { get; } = Where(Owed, r => r.State == ReportState.Returned);

    /// <summary>Submitted, but an entry of blanks.</summary>
    public IReadOnlyList<ReportFacts> Blank { get; } = Where(Owed, r => r.State is ReportState.Accepted or ReportState.Unreviewed && !r.Substantive);

    /// <summary>What counts as reported: with the office or accepted, and with substance.</summary>
    public IReadOnlyList<ReportFacts> Complete { get; } = Where(Owed, r => r.State is ReportState.Accepted or ReportState.Unreviewed && r.Substantive);

    /// <summary>报送率; null when nothing is owed.</summary>
    public decimal? Completeness => Owed.Count == 0 ? null : Rule.Percent(Complete.Count, Owed.Count);

    /// <summary>按时率; null when nothing is owed.</summary>
    public decimal? Punctuality => Owed.Count == 0 ? null : Rule.Percent(OnTime.Count, Owed.Count);

    /// <summary>充实率: what is not blank of what was submitted; null when nothing was.</summary>
    public decimal? Substance => Submitted.Count == 0 ? null : Rule.Percent(Submitted.Count(r => r.Substantive), Submitted.Count);

    private static List<ReportFacts> Where(IReadOnlyList<ReportFacts> owed, Func<ReportFacts, bool> chosen) => [.. owed.Where(chosen)];
}
