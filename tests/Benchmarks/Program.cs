using BenchmarkDotNet.Running;
using Benchmarks;

// figures: every figure of the product in one run, a line each (figures put: only those of writing an entry); first: one document in this fresh process (figures starts it);
// anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["figures", "put"]:
        await FiguresCommand.RunPutAsync();
        return 0;
    case ["figures", ..]:
        await FiguresCommand.RunAsync();
        return 0;
    case ["first"]:
        FirstDocument.Run();
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(BulletinBenchmarks).Assembly).Run(args);
        return 0;
}
