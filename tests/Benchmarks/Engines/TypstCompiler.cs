using System.Diagnostics;
using System.Globalization;
using Testing;
using Testing.Documents;
using Typesetting.Content;

namespace Benchmarks.Engines;

/// <summary>Typst in Node.js, a process that is asked for one full compile after another.</summary>
internal sealed class TypstCompiler : IDisposable
{
    private static readonly string Folder = Repository.Path("tests", "Benchmarks", "Engines", "typst");

    private readonly TemporaryFolder folder = new();
    private readonly string source;
    private readonly Process turns;

    internal TypstCompiler(DocumentContent content)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
            Install();
        source = Path.Combine(folder.Path, "pages.typ");
        File.WriteAllText(source, TypstSource.Of(content));
        turns = Start("node", ["compile.mjs", "--turns", source, Target, .. FontFolders()]);
        if (turns.StandardOutput.ReadLine() != "ready")
            throw new InvalidOperationException("Typst does not compile the document.");
    }

    /// <summary>Where the PDF was written to.</summary>
    internal string Target => Path.Combine(folder.Path, "pages.pdf");

    /// <summary>Milliseconds of a full compile, from the markup to the bytes of the PDF, the fonts being loaded.</summary>
    internal double Compile()
    {
        turns.StandardInput.WriteLine();
        return double.Parse(turns.StandardOutput.ReadLine() ?? "", CultureInfo.InvariantCulture);
    }

    /// <summary>Milliseconds of a process that compiles the document once, from its start to its end.</summary>
    internal double WholeProcess()
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Start("node", ["compile.mjs", source, Target, .. FontFolders()]);
        process.WaitForExit();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    public void Dispose()
    {
        turns.StandardInput.Close();
        turns.WaitForExit();
        turns.Dispose();
        folder.Dispose();
    }

    /// <summary>The folders of the very files that we use.</summary>
    private static IEnumerable<string> FontFolders()
    {
        var fonts = TenPages.Fonts();
        return new[] { fonts.Body, fonts.Heading, fonts.Title }.Select(font => Path.GetDirectoryName(Path.GetFullPath(font.Path)) ?? "");
    }

    private static void Install()
    {
        using var npm = Start("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
        npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm ci failed in {Folder}.");
    }

    private static Process Start(string program, IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} does not start.");
}
