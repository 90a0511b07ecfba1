using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Reporting.Catalogue;
using Reporting.Collecting;

namespace Reporting.Problems;

/// <summary>
/// A problem's id: its plan and ten hexadecimal digits over who says what of which task, so that the same words in the next quarter are the same
/// problem of the ledger.
/// </summary>
internal static class ProblemId
{
    private const int Digits = 10;
    private const string Indicators = "indicators";
    private const string Office = "office";

    public static string Of(EntryKey entry, EntryProblem problem) => Of(entry.Plan, entry.Task ?? Indicators, entry.Unit, problem.Kind, problem.Text);

    /// <summary>Of one that the office raised itself.</summary>
    public static string OfOffice(string plan, string unit, ProblemKind kind, string text) => Of(plan, Office, unit, kind, text);

    /// <summary>The plan that the id begins with; false when it is no id of a plan of the programme.</summary>
    public static bool TryFindPlan(Programme programme, string id, [NotNullWhen(true)] out Plan? plan)
    {
        plan = null;
        var at = id.LastIndexOf('-');
        return at > 0 && id.Length - at - 1 == Digits && id[(at + 1)..].All(char.IsAsciiHexDigitLower) && programme.TryGetPlan(id[..at], out plan);
    }

    private static string Of(string plan, string task, string unit, ProblemKind kind, string text)
    {
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes<string[]>([task, unit, ReportingJson.NameOf(kind), text], ReportingJson.Options));
        return $"{plan}-{Convert.ToHexStringLower(hash)[..Digits]}";
    }
}
