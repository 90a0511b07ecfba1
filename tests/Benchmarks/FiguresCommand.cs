using System.Globalization;
using Benchmarks.Engines;

namespace Benchmarks;

/// <summary>The plain mode: prints one line for each figure. Times depend on the machine; compare ratios, within one run.</summary>
internal static class FiguresCommand
{
    internal static async Task RunAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        BulletinFigures.Run();
        EngineFigures.Run();
        WorkbookFigures.Run();
        await using var site = await MeasuredSite.StartAsync();
        await PutFigures.RunAsync(site);
        await CrowdFigures.RunAsync();
        await QuarterFigures.RunAsync(site);
        await ScaleFigures.RunAsync();
    }

    /// <summary>Only what concerns closing a quarter, also of many programmes.</summary>
    internal static async Task RunScaleAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await ScaleFigures.RunAsync();
    }

    /// <summary>Only what concerns writing an entry.</summary>
    internal static async Task RunPutAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await using var site = await MeasuredSite.StartAsync();
        await PutFigures.RunAsync(site);
        await CrowdFigures.RunAsync();
    }

    /// <summary>Only what concerns setting pages; beside Typst, which is installed for it.</summary>
    internal static void RunTypesetting()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        EngineFigures.Run();
    }

    internal static void Line(string name, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-58} {value,12:#,0.##} {unit}"));

    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
