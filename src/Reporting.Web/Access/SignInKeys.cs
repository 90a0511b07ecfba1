using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reporting.Storage;

namespace Reporting.Web.Access;

/// <summary>The key ring of ASP.NET data protection in the storage account, for sign-ins and forms of the pages.</summary>
internal sealed partial class SignInKeys(SignInKeyBlobs blobs, ILogger<SignInKeys> logger) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    // Part of every key's purpose: were it the folder of the program, as it is by default, two hosts would not read each other's sign-ins.
    private const string Application = "Reporting";

    private const string NumberPrefix = "key-";

    // Of the next key, after what was read last; the library reads right before it makes one.
    private volatile int next = 1;

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

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var keys = blobs.Read();
        next = keys.Select(key => NumberOf(key.Name)).DefaultIfEmpty().Max() + 1;
        return [.. keys.Select(Parsed).OfType<XElement>()];
    }

    /// <summary>
    /// Keys are numbered: of two hosts that see none and make one each, the second finds the number taken, and takes the other's key when it reads
    /// again. With a key each they would not know one another's sign-ins until they read the keys anew, which is after a day.
    /// </summary>
    public void StoreElement(XElement element, string friendlyName) => blobs.Add(new SignInKey(
        element.Name.LocalName == "key" ? string.Create(CultureInfo.InvariantCulture, $"{NumberPrefix}{next:0000}") : friendlyName,
        element.ToString(SaveOptions.DisableFormatting)));

    /// <summary>Null where somebody has put something else into the container, which must not keep people out.</summary>
    private XElement? Parsed(SignInKey key)
    {
        try
        {
            return XElement.Parse(key.Xml);
        }
        catch (XmlException malformed)
        {
            LogUnreadable(logger, malformed, key.Name);
            return null;
        }
    }

    private static int NumberOf(string name) =>
        name.StartsWith(NumberPrefix, StringComparison.Ordinal) && int.TryParse(name.AsSpan(NumberPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    private static bool IsReadAtTheStart(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(IDataProtectionBuilder).Assembly;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The key of sign-ins {Name} cannot be read and is left alone.")]
    private static partial void LogUnreadable(ILogger logger, Exception malformed, string name);
}
