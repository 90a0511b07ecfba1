using Faults.Hooks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Reporting.Tick;

[assembly: HostingStartup(typeof(HoldingStartup))]

namespace Faults.Hooks;

/// <summary>Puts <see cref="HoldAtStep"/> in the place of the step log, before the host registers that.</summary>
internal sealed class HoldingStartup : IHostingStartup
{
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IWorkTrace, HoldAtStep>());
}
