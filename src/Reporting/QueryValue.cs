namespace Reporting;

/// <summary>A value of an enumeration as a query names it.</summary>
/// <param name="Value">Null when the query does not narrow the list by it.</param>
internal sealed record QueryValue<T>(T? Value)
    where T : struct, Enum;

/// <summary>Reads values of enumerations from a query, in the form that JSON has.</summary>
internal static class QueryValue
{
    public static Outcome<QueryValue<T>> Parse<T>(string? text, string name)
        where T : struct, Enum
    {
        if (text is null)
            return new QueryValue<T>(null);
        foreach (var value in Enum.GetValues<T>())
        {
            if (ReportingJson.NameOf(value) == text)
                return new QueryValue<T>(value);
        }
        var values = string.Join(", ", Enum.GetValues<T>().Select(ReportingJson.NameOf));
        return new Refusal("parameter-invalid", name, $"{name} 应为 {values} 之一。", $"{name} is one of {values}.");
    }
}
