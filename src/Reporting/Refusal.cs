namespace Reporting;

/// <summary>
/// Why a request is not carried out: a stable code (the web pipeline maps it to a status and a Chinese and an English title in one place),
/// the field that is wrong where there is one (JSON path such as <c>figures[2].value</c>, or a route part), and what a clerk can do about it.
/// </summary>
/// <param name="Code">Stable, kebab-case, e.g. <c>text-too-long</c>.</param>
/// <param name="Field">JSON path or parameter name; null when the whole request is meant.</param>
/// <param name="DetailZh">One Chinese sentence with the particulars.</param>
/// <param name="DetailEn">The same in English.</param>
public sealed record Refusal(string Code, string? Field, string DetailZh, string DetailEn)
{
    /// <summary>The same of a content that is itself a member of what was sent.</summary>
    internal Refusal Within(string member) => Field is null ? this : this with { Field = $"{member}.{Field}" };
}

/// <summary>What a use case returns when it can be refused: a value, or one or more refusals, never both.</summary>
public sealed record Outcome<T>
    where T : class
{
    private Outcome(T? value, IReadOnlyList<Refusal> refusals) => (Value, Refusals) = (value, refusals);

    /// <summary>Null exactly when there are refusals.</summary>
    public T? Value { get; }

    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>The value, or the refusals of a content that is itself a member of what was sent.</summary>
    internal Outcome<T> Within(string member) => new(Value, [.. Refusals.Select(r => r.Within(member))]);

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(Refusal refusal) => new(null, [refusal]);

    public static implicit operator Outcome<T>(List<Refusal> refusals) =>
        refusals.Count == 0 ? throw new ArgumentException("A refusal needs at least one reason.", nameof(refusals)) : new(null, refusals);
}
