using MimeKit;
using Reporting.Access;
using Reporting.Bulletins.Reports;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Delivery.Webhooks;
using Reporting.Publishing;

namespace Reporting.Delivery;

/// <summary>What a subscriber must keep to.</summary>
internal static class SubscriberRules
{
    private const int MostIdCharacters = 40;
    private const int MostNameCharacters = 100;
    private const int MostAddressCharacters = 254;
    private const int MostUrlCharacters = 500;

    /// <summary>Texts trimmed, absent lists as empty ones.</summary>
    public static Subscriber Cleaned(Subscriber sent) => sent with
    {
        Name = EntryText.Cleaned(sent.Name) ?? "",
        Address = sent.Address.Trim(),
        Plans = sent.Plans ?? [],
        Kinds = sent.Kinds ?? [],
    };

    /// <summary>An id is chosen by who adds the subscriber; it stands in addresses and in the ids of deliveries.</summary>
    public static Refusal? Id(string id) =>
        id.Length is > 0 and <= MostIdCharacters && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && id[0] != '-' && id[^1] != '-'
            ? null
            : new Refusal(
                "parameter-invalid",
                "id",
                $"订阅者编号应为不超过{MostIdCharacters}个小写字母、数字或连字符，首尾不用连字符。",
                $"A subscriber's id has at most {MostIdCharacters} lower-case letters, digits and hyphens, and neither begins nor ends with a hyphen.");

    /// <summary>Every fault, in the order of the fields.</summary>
    public static List<Refusal> Check(Subscriber subscriber, Programme programme, WebhookOptions webhooks)
    {
        List<Refusal?> found =
        [
            KeyRules.Check(subscriber.Name, "name", MostNameCharacters),
            subscriber.Channel == DeliveryChannel.Email ? Mail(subscriber.Address) : Url(subscriber.Address, webhooks),
            .. Plans(subscriber.Plans ?? [], programme),
            .. Kinds(subscriber.Kinds ?? []),
            subscriber.Unit is { } unit ? RecordRules.Unit(programme, unit, "unit") : null,
            .. Reminders(subscriber),
        ];
        return [.. found.OfType<Refusal>()];
    }

    private static Refusal? Mail(string address) =>
        address.Length <= MostAddressCharacters && MailboxAddress.TryParse(address, out var parsed) && parsed.Address == address && parsed.Domain.Contains('.', StringComparison.Ordinal)
            ? null
            : new Refusal("address-invalid", "address", $"“{address}”不是邮箱地址。", $"'{address}' is no mail address.");

    private static Refusal? Url(string address, WebhookOptions webhooks)
    {
        if (address.Length > MostUrlCharacters
            || !Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0
            || !(uri.Scheme == Uri.UriSchemeHttps || (webhooks.AllowHttp && uri.Scheme == Uri.UriSchemeHttp)))
        {
            return new Refusal(
                "address-invalid",
                "address",
                $"“{address}”不是可用的回调地址，应为 https 地址，不含用户名和片段。",
                $"'{address}' is no address for a webhook; it is an https address without user name and fragment.");
        }
        return !webhooks.AllowPrivateNetworks && System.Net.IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && !PublicAddress.Is(ip)
            ? new Refusal("address-private", "address", $"“{uri.Host}”属于内部网络，不能作为回调地址。", $"'{uri.Host}' lies in a private network and cannot be sent to.")
            : null;
    }

    private static IEnumerable<Refusal?> Plans(IReadOnlyList<string> plans, Programme programme)
    {
        foreach (var (i, plan) in plans.Index())
        {
            if (plan != IssueSeries.Plan(null) && !programme.TryGetPlan(plan, out _))
                yield return RecordRules.UnknownPlan(plan) with { Field = $"plans[{i}]" };
            if (plans.Take(i).Contains(plan, StringComparer.Ordinal))
                yield return Twice(plan, $"plans[{i}]");
        }
    }

    private static IEnumerable<Refusal?> Kinds(IReadOnlyList<string> kinds)
    {
        var known = ReportKinds.All.Select(report => report.Kind.Id).ToList();
        foreach (var (i, kind) in kinds.Index())
        {
            if (!known.Contains(kind, StringComparer.Ordinal))
            {
                yield return new Refusal(
                    "unknown-kind", $"kinds[{i}]", $"没有文种“{kind}”，应为 {string.Join("、", known)} 之一。", $"There is no kind '{kind}'; it is one of {string.Join(", ", known)}.");
            }
            if (kinds.Take(i).Contains(kind, StringComparer.Ordinal))
                yield return Twice(kind, $"kinds[{i}]");
        }
    }

    private static IEnumerable<Refusal?> Reminders(Subscriber subscriber)
    {
        if (!subscriber.Reminders)
            yield break;
        if (subscriber.Unit is null)
            yield return new Refusal("field-required", "unit", "接收催办的须写明单位。", "Whoever gets reminders needs a unit.");
        if (subscriber.Channel == DeliveryChannel.Webhook)
            yield return new Refusal("field-not-allowed", "reminders", "催办只以邮件发送。", "Reminders are sent by e-mail only.");
    }

    private static Refusal Twice(string value, string field) => new("given-twice", field, $"“{value}”重复填写。", $"'{value}' is given twice.");
}
