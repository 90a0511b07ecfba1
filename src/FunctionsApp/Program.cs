using FunctionsApp;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reporting.Storage;
using Reporting.Web;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddReportingWeb(builder.Configuration);
builder.Services.AddSingleton<Pipeline>();

var host = builder.Build();
await host.Services.GetRequiredService<StorageSetup>().EnsureAsync(CancellationToken.None);
await host.RunAsync();
