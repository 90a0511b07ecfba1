using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Reporting.Schedule;

namespace Reporting.Web.Json;

/// <summary>What single JSON values may look like.</summary>
internal static partial class JsonScalar
{
    /// <summary>What a decimal holds without rounding.</summary>
    private const int MostDigits = 28;

    /// <summary>Code and details of what is wrong with <paramref name="element"/> as a <paramref name="type"/>; null when nothing is.</summary>
    public static (string Code, string Zh, string En)? FaultOf(JsonElement element, Type type)
    {
        if (type == typeof(decimal))
            return Number(element);
        if (type == typeof(int))
            return WholeNumber(element);
        if (type == typeof(bool))
            return element.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : ("not-a-boolean", "此处应为 true 或 false。", "true or false is expected here.");
        if (element.ValueKind != JsonValueKind.String)
            return ("not-a-string", "此处应为文字。", "A string is expected here.");
        if (TextOf(element) is not { } text)
            return ("invalid-text", "文字编码有误（不成对的代理字符）。", "The text is not valid Unicode (a lone surrogate).");
        if (type.IsEnum)
            return OneOf(text, type);
        if (type == typeof(Period) && !Period.TryParse(text, null, out _))
            return ("not-a-period", "请写成季度，如 2012Q2。", "Write a quarter, e.g. 2012Q2.");
        // Without an offset the instant would depend on the server's time zone.
        if (type == typeof(DateTimeOffset) && !(Offset().IsMatch(text) && element.TryGetDateTimeOffset(out _)))
            return ("not-a-date", "请写成带时区的时间，如 2012-12-31T23:59:59+08:00。", "Write a date and time with its offset, e.g. 2012-12-31T23:59:59+08:00.");
        if (type == typeof(DateOnly) && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return ("not-a-date", "请写成日期，如 2012-05-31。", "Write a date, e.g. 2012-05-31.");
        return null;
    }

    /// <summary>Null when the member's name is not valid Unicode.</summary>
    public static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static (string, string, string)? Number(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Number)
            return ("not-a-number", "此处应为数字，不加引号、千分位或单位。", "A number is expected here, without quotes, separators or a unit.");
        var raw = element.GetRawText();
        return raw.Count(char.IsAsciiDigit) <= MostDigits && raw.All(c => c is not ('e' or 'E')) && element.TryGetDecimal(out _)
            ? null
            : ("number-form", $"数字最多{MostDigits}位，且不用科学计数法。", $"A number has at most {MostDigits} digits and no exponent.");
    }

    private static (string, string, string)? WholeNumber(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Number)
            return ("not-a-number", "此处应为整数，不加引号。", "A whole number is expected here, without quotes.");
        return element.TryGetInt32(out _) ? null : ("number-form", "此处应为整数。", "A whole number is expected here.");
    }

    private static (string, string, string)? OneOf(string text, Type type)
    {
        var names = Enum.GetValues(type).Cast<object>().Select(v => JsonSerializer.SerializeToElement(v, type, ReportingJson.Options).GetString() ?? "").ToList();
        return names.Contains(text, StringComparer.Ordinal)
            ? null
            : ("value-not-allowed", $"取值应为{string.Join('、', names)}之一。", $"One of {string.Join(", ", names)} is expected.");
    }

    private static string? TextOf(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"T.*(Z|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
