using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Reporting.Publishing;
using Reporting.Schedule;

namespace Reporting.Tick;

/// <summary>The text of a message on the queue <c>work</c>: which issue may be due.</summary>
/// <param name="Issue">The issue's id within the programme, e.g. <c>2012Q1-bulletin-automotive</c>.</param>
internal sealed record WorkMessage(int SchemaVersion, string Programme, string Issue)
{
    private const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    public static string Write(IssueKey issue) =>
        JsonSerializer.Serialize(new WorkMessage(CurrentSchema, issue.Programme, IssueSeries.Id(issue)), Form);

    /// <summary>False for anything that was not written for an issue.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out IssueKey? issue)
    {
        issue = null;
        try
        {
            return JsonSerializer.Deserialize<WorkMessage>(text, Form) is { SchemaVersion: CurrentSchema, Programme: { } programme, Issue: { } id }
                && IssueSeries.TryParseId(programme, id, out issue);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
