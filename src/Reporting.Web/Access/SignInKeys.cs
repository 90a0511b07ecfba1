using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Reporting.Storage;

namespace Reporting.Web.Access;

/// <summary>The key ring of ASP.NET data protection in the storage account, for sign-ins and forms of the pages.</summary>
internal sealed class SignInKeys(SignInKeyBlobs blobs) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    // Part of every key's purpose: were it the folder of the program, as it is by default, two hosts would not read each other's sign-ins.
    private const string Application = "Reporting";

    public static IServiceCollection AddTo(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName(Application);
        services.AddSingleton<SignInKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => provider.GetRequiredService<SignInKeys>());
        // The library reads the keys at the start of a host; ours start without, most of them never answer a page.
        foreach (var early in services.Where(IsReadAtTheStart).ToList())
            services.Remove(early);
        return services;
    }

    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    public IReadOnlyCollection<XElement> GetAllElements() => [.. blobs.Read().Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) => blobs.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));

    private static bool IsReadAtTheStart(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(IDataProtectionBuilder).Assembly;
}
