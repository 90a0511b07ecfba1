using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Reporting.Catalogue;

namespace Reporting;

/// <summary>The form of a register's ids: the plan, a mark and a number of at least three digits, e.g. <c>automotive-P001</c>.</summary>
/// <param name="Mark">A hyphen and a letter that no other register has, e.g. <c>-P</c>.</param>
internal sealed record NumberedId(string Mark)
{
    private const int MostDigits = 6;

    public string Of(string plan, int number) => string.Create(CultureInfo.InvariantCulture, $"{plan}{Mark}{number:000}");

    /// <summary>The plan that the id begins with; false when it is no id of a plan of the programme.</summary>
    public bool TryFindPlan(Programme programme, string id, [NotNullWhen(true)] out Plan? plan)
    {
        plan = null;
        var at = id.LastIndexOf(Mark, StringComparison.Ordinal);
        return at > 0 && NumberOf(id) > 0 && Of(id[..at], NumberOf(id)) == id && programme.TryGetPlan(id[..at], out plan);
    }

    /// <summary>The number; 0 for what is no id of the register.</summary>
    public int NumberOf(string id)
    {
        var digits = id.AsSpan(id.LastIndexOf(Mark, StringComparison.Ordinal) + Mark.Length);
        return digits.Length is > 0 and <= MostDigits && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
