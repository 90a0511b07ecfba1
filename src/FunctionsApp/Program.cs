using FunctionsApp;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
#if QUESTPDF
using Reporting.QuestPdf;
#endif
using Reporting.Storage;
using Reporting.Web;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddReportingWeb(builder.Configuration);
#if QUESTPDF
builder.Services.AddQuestPdf(builder.Configuration);
#endif
builder.Services.AddSingleton<Pipeline>();
// The pipeline refuses a body over 1 MB with a problem document; the server's own limit (30 MB) need only stand above that.
builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = 2 * 1024 * 1024);

var host = builder.Build();
await host.Services.GetRequiredService<StorageSetup>().EnsureAsync(CancellationToken.None);
await host.RunAsync();
