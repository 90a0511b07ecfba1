using LocalHost;
using LocalHost.Demonstration;
using LocalHost.Hosting;

return await Failures.ReportedAsync(() => args is ["demo", .. var rest]
    ? DemonstrationCommand.RunAsync(rest)
    : ServeCommand.RunAsync(args));
