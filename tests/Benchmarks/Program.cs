using BenchmarkDotNet.Running;
using Benchmarks;
using Benchmarks.Engines;

// figures: every figure of the product in one run, a line each (figures put: only those of writing an entry; figures typesetting: only
// those of setting pages, beside Typst and SkiaSharp; figures scale: only those of closing a quarter, also of 31 programmes); first, first-pages, many-pages: one process of such figures (figures starts
// them); anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["figures", "put"]:
        await FiguresCommand.RunPutAsync();
        return 0;
    case ["figures", "typesetting"]:
        FiguresCommand.RunTypesetting();
        return 0;
    case ["figures", "scale"]:
        await FiguresCommand.RunScaleAsync();
        return 0;
    case ["figures", ..]:
        await FiguresCommand.RunAsync();
        return 0;
    case ["first"]:
        FirstDocument.Run();
        return 0;
    case ["first-pages", var target]:
        FirstPages.Run(target);
        return 0;
    case ["many-pages"]:
        ManyPages.Run();
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(BulletinBenchmarks).Assembly).Run(args);
        return 0;
}
