using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Reports;
using Reporting.Tests.Bulletins.Pictures;

namespace Reporting.Tests.Bulletins.Word;

/// <summary>Composed issues by name: every kind of report, and those whose pages are compared with pictures.</summary>
internal static class Issues
{
    public static IReadOnlyDictionary<string, Func<Document>> All { get; } = new Dictionary<string, Func<Document>>(
        [
            .. TraceTests.Kinds.Select(row => row.Data).Select(kind => new KeyValuePair<string, Func<Document>>(
                $"{kind.Item1}-{kind.Item2}", () => ComposeIssue.Compose(TraceTests.Eventful(kind.Item1, kind.Item2) with { Demonstration = true }))),
            .. ReportKinds.All.Where(report => TraceTests.Kinds.All(row => row.Data.Item1 != report.Kind)).Select(report => new KeyValuePair<string, Func<Document>>(
                report.Kind.Id, () => ComposeIssue.Compose(TraceTests.Eventful(report.Kind, report.Kind == AnnualSummary.Id ? 4 : 2) with { Demonstration = true }))),
            .. PictureSnapshots.All.Select(snapshot => new KeyValuePair<string, Func<Document>>(snapshot.Key, () => ComposeIssue.Compose(snapshot.Value()))),
        ],
        StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. All.Keys];
}
