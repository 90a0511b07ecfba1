using LocalHost;
using LocalHost.Demonstration;
using LocalHost.Hosting;

return await Failures.ReportedAsync(() => args switch
{
    ["demo", .. var rest] => DemonstrationCommand.RunAsync(rest),
    // Settings begin with a dash or a slash, or are written key=value; a mistyped "demo" must not start a server.
    [var command, ..] when !command.StartsWith('-') && !command.StartsWith('/') && !command.Contains('=', StringComparison.Ordinal) =>
        throw new LocalRunException($"没有命令“{command}”；命令只有 demo，不写命令则启动服务。", $"There is no command '{command}'; the only one is demo, and without one the API is served."),
    _ => ServeCommand.RunAsync(args),
});
