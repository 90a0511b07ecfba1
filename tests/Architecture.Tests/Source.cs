using System.Reflection;
using Reporting.Schedule;

namespace Architecture.Tests;

/// <summary>The product's assemblies and the files they are made from.</summary>
internal static class Source
{
    /// <summary>The root of the checkout, written into this assembly when it was built.</summary>
    public static readonly string Root = typeof(Source).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value ?? throw new InvalidOperationException("The build did not write RepositoryRoot.");

    public static readonly Assembly Typesetting = Assembly.Load("Typesetting");
    public static readonly Assembly Reporting = typeof(Period).Assembly;
    public static readonly Assembly Web = Assembly.Load("Reporting.Web");
    public static readonly Assembly LocalHost = Assembly.Load("LocalHost");

    public static readonly Assembly[] Assemblies = [Typesetting, Reporting, Web, LocalHost];

    /// <summary>The C# files below a folder of the checkout, generated ones left out.</summary>
    public static IEnumerable<string> Files(string folder, string pattern = "*.cs") =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');
}
