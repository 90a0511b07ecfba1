using BenchmarkDotNet.Running;
using Benchmarks;

if (args is ["figures"])
    await Figures.PrintAsync();
else
    BenchmarkSwitcher.FromAssembly(typeof(RenderingBenchmarks).Assembly).Run(args);
