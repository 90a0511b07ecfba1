using Microsoft.AspNetCore.Components;
using Reporting.Catalogue;
using Reporting.Publishing;

namespace Reporting.Web.Pages;

/// <summary>A programme's published issues, the newest period first.</summary>
public sealed partial class IssuesPage
{
    [Parameter]
    [EditorRequired]
    public required Reader Reader { get; set; }

    [Parameter]
    [EditorRequired]
    public required Programme Programme { get; set; }

    [Parameter]
    [EditorRequired]
    public IReadOnlyList<PublishedIssue> Issues { get; set; } = [];

    /// <summary>The plan that was chosen; null for all of them.</summary>
    [Parameter]
    public string? Plan { get; set; }
}
