using System.Text.Json.Serialization;

namespace Reporting.Web.Problems;

/// <summary>The body of every refused or failed request (RFC 9457).</summary>
/// <param name="Type">A URN made of <paramref name="Code"/>.</param>
/// <param name="Title">Chinese; English with <c>Accept-Language: en</c>.</param>
/// <param name="Code">Stable; what a program should look at.</param>
/// <param name="Detail">The particulars of the first fault.</param>
/// <param name="Instance">The path that was asked for.</param>
/// <param name="Errors">Every fault that was found, at most 50; the first is the one above.</param>
internal sealed record ProblemDocument(
    string Type,
    string Title,
    int Status,
    string Code,
    string Detail,
    string Instance,
    IReadOnlyList<ProblemError> Errors);

/// <summary>One fault of a request.</summary>
/// <param name="Field">JSON path such as <c>figures[2].value</c>, or a part of the address; absent when the whole request is meant.</param>
internal sealed record ProblemError(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Field,
    string Code,
    string Detail);
