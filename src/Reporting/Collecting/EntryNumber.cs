namespace Reporting.Collecting;

/// <summary>The one form in which an entry's numbers are kept: 15.60 and 15.6 are the same, however they were sent.</summary>
internal static class EntryNumber
{
    /// <summary>Without zeros behind the last digit, which the type decimal remembers and a spreadsheet does not.</summary>
    public static decimal? Plain(decimal? value) => value is { } number ? Plain(number) : null;

    /// <summary>The same number; the division takes the zeros off.</summary>
    public static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;
}
