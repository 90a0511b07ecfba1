using Microsoft.Extensions.Options;

namespace Reporting.Delivery.Webhooks;

/// <summary>How webhooks are sent (section <c>Delivery:Webhook</c>).</summary>
public sealed class WebhookOptions
{
    public const string Section = "Delivery:Webhook";

    /// <summary>What the subscribers' secrets are derived from: at least 32 bytes as base64; in Azure a Key Vault reference. Comes before <see cref="KeyFile"/>.</summary>
    public string Key { get; set; } = "";

    /// <summary>A file with the key; made with a new key when missing. With neither setting no webhook is sent.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>False refuses addresses inside private networks, so that nobody reaches the host's neighbours through it.</summary>
    public bool AllowPrivateNetworks { get; set; }

    /// <summary>False takes https addresses only.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>How long the receiver may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    internal sealed class Validation : IValidateOptions<WebhookOptions>
    {
        public ValidateOptionsResult Validate(string? name, WebhookOptions options)
        {
            List<string> faults = [];
            if (options.Key.Length > 0 && !WebhookSecrets.IsKey(options.Key))
                faults.Add($"{Section}:Key must be at least 32 bytes as base64.");
            if (options is { Key.Length: 0, KeyFile.Length: > 0 } && FaultOfFile(options.KeyFile) is { } fault)
                faults.Add(fault);
            if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(2))
                faults.Add($"{Section}:Timeout must be between one second and two minutes.");
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }

        /// <summary>At the start, so that a spoilt file stops the host and not, later, its queue.</summary>
        private static string? FaultOfFile(string file)
        {
            try
            {
                _ = WebhookSecrets.FromFile(file);
                return null;
            }
            catch (Exception unusable) when (unusable is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                return $"{Section}:KeyFile cannot be used: {unusable.Message}";
            }
        }
    }
}
