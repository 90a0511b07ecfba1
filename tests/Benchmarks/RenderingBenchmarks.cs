using BenchmarkDotNet.Attributes;
using Reporting.Bulletins;

namespace Benchmarks;

/// <summary>From a snapshot to the bytes of a bulletin, fonts loaded.</summary>
[MemoryDiagnoser]
public class RenderingBenchmarks
{
    private readonly Snapshot snapshot = SampleIssue.Snapshot(SampleIssue.Programme());
    private readonly PdfRenderer renderer = new(new FontOptions().Load(AppContext.BaseDirectory));

    [Benchmark]
    public Document Compose() => ComposeIssue.Compose(snapshot);

    [Benchmark]
    public byte[] ComposeAndRender() => renderer.Render(ComposeIssue.Compose(snapshot));
}
