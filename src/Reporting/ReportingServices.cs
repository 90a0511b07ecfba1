using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Reporting.Storage;

namespace Reporting;

/// <summary>Registers the core for a host; each slice adds its use cases in its own method, so that a slice is taken out by one line.</summary>
public static class ReportingServices
{
    /// <summary>Settings are validated when the host starts; a host that wants another clock registers its <see cref="TimeProvider"/> before.</summary>
    public static IServiceCollection AddReporting(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddStorage(configuration);
        return services;
    }

    private static void AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptions.Validation>();
        services.AddSingleton<StorageConnection>();
        services.AddSingleton<StorageSetup>();
    }
}
