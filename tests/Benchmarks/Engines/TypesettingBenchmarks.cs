using BenchmarkDotNet.Attributes;
using Testing.Documents;
using Typesetting.Content;
using Typesetting.Fonts;

namespace Benchmarks.Engines;

/// <summary>The ten pages by us and by SkiaSharp, for BenchmarkDotNet; Typst, a process of its own, is in the plain figures only.</summary>
[MemoryDiagnoser]
public class TypesettingBenchmarks : IDisposable
{
    private readonly DocumentContent content = TenPages.Read();
    private readonly FontSet fonts = TenPages.Fonts();
    private readonly DocumentFonts used;
    private readonly SkiaPages skia;

    public TypesettingBenchmarks()
    {
        used = new DocumentFonts(fonts);
        skia = new SkiaPages(PlacedPages.Of(TenPages.Write(content, fonts), fonts, used));
        skia.Trim();
    }

    [Benchmark(Baseline = true)]
    public byte[] Write() => TenPages.Write(content, fonts);

    [Benchmark]
    public byte[] DrawWithSkia() => skia.Draw();

    [Benchmark]
    public byte[] TrimAndDrawWithSkia()
    {
        skia.Trim();
        return skia.Draw();
    }

    public void Dispose()
    {
        skia.Dispose();
        used.Dispose();
        GC.SuppressFinalize(this);
    }
}
