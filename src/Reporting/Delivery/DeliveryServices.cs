using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reporting.Delivery.Mail;
using Reporting.Delivery.Webhooks;
using Reporting.Storage;

namespace Reporting.Delivery;

/// <summary>Registers what sends issues and reminders.</summary>
internal static class DeliveryServices
{
    public static void AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptions.Validation>();
        services.AddOptions<WebhookOptions>().Bind(configuration.GetSection(WebhookOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptions.Validation>();
        services.AddSingleton<SubscribersTable>();
        services.AddSingleton<DeliveriesTable>();
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<IOptions<MailOptions>>() is { Value: { UsesFolder: true } folder }
            ? new PickupFolder(folder.PickupFolder)
            : new SmtpTransport(provider.GetRequiredService<IOptions<MailOptions>>()));
        services.AddSingleton<IDeliveryChannel, MailChannel>();
        services.AddSingleton<IDeliveryChannel, WebhookChannel>();
        services.AddSingleton<SubscriberBook>();
        services.AddSingleton<QueueDeliveries>();
        services.AddSingleton<DeliveryQueue>();
        services.AddSingleton<HandleDelivery>();
        services.AddSingleton<TakeDeliveries>();
        services.AddSingleton<WatchDeliveries>();
        services.AddSingleton<SendDelivery>();
        services.AddSingleton<DeliveryBook>();
    }
}
