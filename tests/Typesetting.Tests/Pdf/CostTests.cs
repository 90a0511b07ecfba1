using Testing.Documents;
using Typesetting.Pdf;

namespace Typesetting.Tests.Pdf;

/// <summary>What ten pages may cost, as far as it can be told without a clock; the times are in tests/Benchmarks.</summary>
public sealed class CostTests
{
    private const int Kilobyte = 1024;

    [Fact]
    public void TenPages_TakeAtMost250Kilobytes()
    {
        using var file = new MemoryStream();

        var written = PdfDocument.Write(TenPages.Read(), TestFonts.Set, file);

        Assert.Equal(10, written.Pages);
        Assert.InRange(file.Length, 1, 250 * Kilobyte);
    }

    [Fact]
    public void TenPages_AllocateAtMost5Megabytes_FontsBeingLoaded()
    {
        var content = TenPages.Read();
        _ = TenPages.Write(content, TestFonts.Set);
        var before = GC.GetAllocatedBytesForCurrentThread();

        _ = TenPages.Write(content, TestFonts.Set);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 5 * Kilobyte * Kilobyte);
    }
}
