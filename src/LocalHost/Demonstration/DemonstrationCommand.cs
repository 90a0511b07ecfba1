using System.Diagnostics;
using System.Globalization;
using System.Text;
using Reporting.Bulletins.Reports;
using Spectre.Console;

namespace LocalHost.Demonstration;

/// <summary>The command <c>demo</c>: the demonstration with progress bars and a closing table.</summary>
internal static class DemonstrationCommand
{
    internal static async Task RunAsync(string[] args)
    {
        var options = DemonstrationOptions.Of(args);

        Console.OutputEncoding = Encoding.UTF8;
        var clock = Stopwatch.StartNew();
        var issues = await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new CountColumn(), new ElapsedTimeColumn())
            .StartAsync(context => new DemonstrationRun(options.Output, new Bars(context), options.Quarters).RunAsync(options.Settings, CancellationToken.None));
        AnsiConsole.Write(TableOf(issues));
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{issues.Count} 期，{issues.Sum(i => i.Pages)} 页，{Kilobytes(issues.Sum(i => i.Length))} KB，用时 {clock.Elapsed.TotalSeconds:0.0} 秒；文件在 {Path.GetFullPath(options.Output)}"));
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{issues.Count} issues in {clock.Elapsed.TotalSeconds:0.0} s; every page is marked 演示数据 (demonstration data)."));
        Console.WriteLine($"核验 verify: dotnet run --project src/LocalHost -- verify {options.Output} --key {Path.Combine(options.Output, PublishedFolder.KeyName)}");
    }

    private static Table TableOf(IReadOnlyList<WrittenIssue> issues)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("报告期").AddColumn("种类").AddColumn("产业")
            .AddColumn(new TableColumn("期号").RightAligned())
            .AddColumn(new TableColumn("页").RightAligned())
            .AddColumn(new TableColumn("KB").RightAligned())
            .AddColumn(new TableColumn("毫秒 ms").RightAligned());
        foreach (var issue in issues)
        {
            table.AddRow(
                issue.Period.ToString(),
                ReportKinds.Of(issue.Kind).Name,
                issue.Industry,
                Number(issue.Number),
                Number(issue.Pages),
                Number(Kilobytes(issue.Length)),
                Number((long)issue.Took.TotalMilliseconds));
        }
        return table;
    }

    private static long Kilobytes(long bytes) => (bytes + 1023) / 1024;

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed class Bars(ProgressContext context) : DemonstrationWatcher
    {
        private readonly Dictionary<string, ProgressTask> tasks = new(StringComparer.Ordinal);

        internal override void Began(string step, int parts) => tasks[step] = context.AddTask(step, maxValue: parts);

        internal override void Advanced(string step) => tasks[step].Increment(1);
    }
}
