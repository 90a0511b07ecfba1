using LocalHost;
using LocalHost.Backup;
using LocalHost.Demonstration;
using LocalHost.Hosting;
using LocalHost.Verification;

return await Failures.ReportedAsync(() => args switch
{
    ["demo", .. var rest] => DemonstrationCommand.RunAsync(rest),
    ["verify", .. var rest] => VerifyCommand.RunAsync(rest),
    ["export", .. var rest] => BackupCommand.ExportAsync(rest),
    ["import", .. var rest] => BackupCommand.ImportAsync(rest),
    // Settings begin with a dash or a slash, or are written key=value; a mistyped "demo" must not start a server.
    [var command, ..] when !command.StartsWith('-') && !command.StartsWith('/') && !command.Contains('=', StringComparison.Ordinal) =>
        throw new LocalRunException($"没有命令“{command}”；命令有 demo、verify、export 和 import，不写命令则启动服务。", $"There is no command '{command}'; there are demo, verify, export and import, and without one the API is served."),
    _ => ServeCommand.RunAsync(args),
});
