using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reporting.Schedule;

/// <summary>A reporting period (报告期): one quarter of a calendar year, written <c>2012Q1</c>.</summary>
[JsonConverter(typeof(JsonForm))]
public readonly record struct Period : IComparable<Period>, IParsable<Period>
{
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    /// <param name="year">Calendar year, 2000 to 2099.</param>
    /// <param name="quarter">1 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">Year or quarter is outside its range.</exception>
    public Period(int year, int quarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, 4);
        Year = year;
        Quarter = quarter;
    }

    public int Year { get; }

    public int Quarter { get; }

    /// <summary>The first day of the quarter, in Beijing.</summary>
    public DateOnly FirstDay => new(Year, 3 * Quarter - 2, 1);

    /// <summary>The last day of the quarter (inclusive), in Beijing.</summary>
    public DateOnly LastDay => FirstDay.AddMonths(3).AddDays(-1);

    /// <summary>The quarter before, which may lie in the year before.</summary>
    public Period Previous => Quarter == 1 ? new(Year - 1, 4) : new(Year, Quarter - 1);

    public int CompareTo(Period other) => (Year, Quarter).CompareTo((other.Year, other.Quarter));

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    /// <exception cref="FormatException"><paramref name="s"/> is not of the form <c>2012Q1</c>.</exception>
    public static Period Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var period) ? period : throw new FormatException($"'{s}' is not a period; write it like 2012Q1.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Period result)
    {
        result = default;
        if (s is not { Length: 6 } || s[4] != 'Q' || s[5] is < '1' or > '4'
            || !int.TryParse(s.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < FirstYear or > LastYear)
        {
            return false;
        }
        result = new Period(year, s[5] - '0');
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}Q{Quarter}");

    internal sealed class JsonForm : JsonConverter<Period>
    {
        public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), null, out var period) ? period : throw new JsonException("A period is written like 2012Q1.");

        public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
