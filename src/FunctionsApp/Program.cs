using FunctionsApp;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
#if QUESTPDF
using Reporting.QuestPdf;
#endif
using Reporting.Storage;
using Reporting.Web;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
// Each request is told of by the host already.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.AddAzureMonitor();
builder.Services.AddReportingWeb(builder.Configuration);
#if QUESTPDF
builder.Services.AddQuestPdf(builder.Configuration);
#endif
builder.Services.AddSingleton<Pipeline>();
builder.Services.AddSingleton<IValidateOptions<StorageOptions>, QueueBinding>();
// Beside the start, not before it: a cold start need not ask for tables that are there already.
builder.Services.AddHostedService<SetUpStorageBeside>();
// The endpoints have limits of their own and say so in a problem document; the server's need only stand above them.
builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = ReportingPipeline.MostBodyBytes);

await builder.Build().RunAsync();
