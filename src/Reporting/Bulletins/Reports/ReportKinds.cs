using System.Diagnostics.CodeAnalysis;
using Reporting.Schedule;

namespace Reporting.Bulletins.Reports;

/// <summary>Every kind of report that this program can compose.</summary>
public static class ReportKinds
{
    private static readonly Dictionary<IssueKind, Report> byKind = Find().ToDictionary(report => report.Kind);

    /// <summary>By id.</summary>
    public static IReadOnlyList<Report> All { get; } = [.. byKind.Values.OrderBy(report => report.Kind.Id, StringComparer.Ordinal)];

    public static bool TryGet(IssueKind kind, [NotNullWhen(true)] out Report? report) => byKind.TryGetValue(kind, out report);

    /// <exception cref="ArgumentOutOfRangeException">No report of this program has the kind.</exception>
    public static Report Of(IssueKind kind) =>
        TryGet(kind, out var report) ? report : throw new ArgumentOutOfRangeException(nameof(kind), kind, "No report of this kind.");

    /// <summary>The classes that inherit from <see cref="Report"/>, so that a new report is its own file and no entry elsewhere.</summary>
    private static IEnumerable<Report> Find() => typeof(Report).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Report)))
        .Select(type => Activator.CreateInstance(type) as Report)
        .OfType<Report>();
}
