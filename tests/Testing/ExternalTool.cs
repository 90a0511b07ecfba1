using System.Diagnostics;

namespace Testing;

/// <summary>
/// A program from outside that judges what we wrote. Where it is missing, a developer's machine skips the test and names the
/// install line; with CI=true the test fails, so that no check is lost unseen.
/// </summary>
public sealed class ExternalTool(string program, string installLine, params string[] requiredFiles)
{
    /// <summary>xunit.v3 reports an exception whose message begins so as a skipped test.</summary>
    private const string DynamicSkip = "$XunitDynamicSkip$";

    private const string Jars = "/usr/share/java/";

    private static readonly string[] PreflightJars =
        ["pdfbox2.jar", "preflight.jar", "xmpbox.jar", "fontbox2.jar", "commons-logging.jar", "jaxb-api.jar", "javax.activation.jar"];

    public static ExternalTool Qpdf { get; } = new("qpdf", "apt-get install -y qpdf");
    public static ExternalTool PdfToText { get; } = new("pdftotext", "apt-get install -y poppler-utils");
    public static ExternalTool PdfInfo { get; } = new("pdfinfo", "apt-get install -y poppler-utils");
    public static ExternalTool Mutool { get; } = new("mutool", "apt-get install -y mupdf-tools");
    public static ExternalTool Chromium { get; } = new("chromium", "apt-get install -y chromium");

    /// <summary>LibreOffice's Writer; call it through <c>OfficeSuite</c>.</summary>
    public static ExternalTool LibreOffice { get; } = new("soffice", "apt-get install -y --no-install-recommends libreoffice-writer-nogui");

    /// <summary>The SDK that built these tests.</summary>
    public static ExternalTool DotNet { get; } = new("dotnet", "https://dotnet.microsoft.com/download");

    /// <summary>Reads a unit of systemd as the manager would; it needs none that runs.</summary>
    public static ExternalTool SystemdAnalyze { get; } = new("systemd-analyze", "apt-get install -y systemd");

    /// <summary>Sets the clock that a program sees; it takes the program and its arguments.</summary>
    public static ExternalTool FakeTime { get; } = new("faketime", "apt-get install -y faketime");

    /// <summary>PDFBox Preflight for PDF/A-1b; call it with <see cref="PreflightArguments"/>.</summary>
    public static ExternalTool Preflight { get; } = new(
        "java",
        "apt-get install -y default-jre-headless libpdfbox2-java libactivation-java libjaxb-api-java",
        [.. PreflightJars.Select(jar => Jars + jar)]);

    public static string[] PreflightArguments(string file) =>
        ["-cp", string.Join(':', PreflightJars.Select(jar => Jars + jar)), "org.apache.pdfbox.preflight.Validator_A1b", file];

    /// <summary>All files of a folder in one run.</summary>
    public static string[] PreflightFolderArguments(string folder) => [.. PreflightArguments("group"), folder];

    /// <summary>The program's file, for a test that has somebody else run it.</summary>
    public string Locate() => IsInstalled() ? Folders.Select(folder => Path.Combine(folder, program)).First(File.Exists) : throw Missing();

    /// <summary>Runs the program to its end.</summary>
    public Task<ToolResult> RunAsync(CancellationToken cancellationToken, params string[] arguments) => RunAsync([], arguments, cancellationToken);

    /// <summary>Runs the program to its end, with variables of its own beside those of this process.</summary>
    public async Task<ToolResult> RunAsync(IEnumerable<KeyValuePair<string, string>> environment, string[] arguments, CancellationToken cancellationToken)
    {
        var output = "";
        var result = await RunAsync(
            environment,
            stream =>
            {
                using var reader = new StreamReader(stream);
                output = reader.ReadToEnd();
            },
            arguments,
            cancellationToken);
        return result with { Output = output };
    }

    /// <summary>Runs the program to its end while what it prints is read as bytes; the result's output is empty.</summary>
    public Task<ToolResult> RunAsync(Action<Stream> read, CancellationToken cancellationToken, params string[] arguments) => RunAsync([], read, arguments, cancellationToken);

    private async Task<ToolResult> RunAsync(
        IEnumerable<KeyValuePair<string, string>> environment, Action<Stream> read, string[] arguments, CancellationToken cancellationToken)
    {
        if (!IsInstalled())
            throw Missing();
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await Task.Run(() => read(process.StandardOutput.BaseStream), cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new ToolResult(process.ExitCode, "", await errors);
    }

    private static string[] Folders => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private bool IsInstalled() => Folders.Any(folder => File.Exists(Path.Combine(folder, program))) && requiredFiles.All(File.Exists);

    private InvalidOperationException Missing()
    {
        var message = $"{program} is missing; install it with: {installLine}";
        var ci = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
        return new InvalidOperationException(ci ? message : DynamicSkip + message);
    }
}

/// <summary>How a program ended and what it printed.</summary>
public sealed record ToolResult(int ExitCode, string Output, string Errors);
