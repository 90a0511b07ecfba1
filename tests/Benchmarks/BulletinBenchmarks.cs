using BenchmarkDotNet.Attributes;
using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Pdf;
using Reporting.Bulletins.Snapshots;

namespace Benchmarks;

/// <summary>Composing and rendering one plan's bulletin, for BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class BulletinBenchmarks
{
    private readonly Snapshot snapshot = MeasuredIssue.Snapshot(MeasuredIssue.Programme());
    private readonly PdfRenderer renderer = new(MeasuredIssue.Fonts());
    private readonly Document document;

    public BulletinBenchmarks() => document = ComposeIssue.Compose(snapshot);

    [Benchmark]
    public Document Compose() => ComposeIssue.Compose(snapshot);

    [Benchmark]
    public byte[] Render() => renderer.Render(document);
}
