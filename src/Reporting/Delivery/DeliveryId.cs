using System.Diagnostics.CodeAnalysis;
using Reporting.Schedule;

namespace Reporting.Delivery;

/// <summary>The id of a delivery: <c>2012Q1-bulletin-automotive.governor</c>, what is sent and to whom; it begins with the period.</summary>
internal static class DeliveryId
{
    private const int PeriodCharacters = 6;
    private const int MostCharacters = 200;

    /// <summary>Whether there is such a delivery is not looked at.</summary>
    public static bool TryParse(string id, out Period period, [NotNullWhen(true)] out string? subject, [NotNullWhen(true)] out string? subscriber)
    {
        (period, subject, subscriber) = (default, null, null);
        if (id.Length > MostCharacters || id.Split('.') is not [var what, var whom] || !IsPart(what) || !IsPart(whom)
            || what.Length <= PeriodCharacters || what[PeriodCharacters] != '-' || !Period.TryParse(what[..PeriodCharacters], null, out period))
        {
            return false;
        }
        (subject, subscriber) = (what, whom);
        return true;
    }

    private static bool IsPart(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
