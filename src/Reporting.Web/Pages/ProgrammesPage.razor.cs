using Microsoft.AspNetCore.Components;
using Reporting.Catalogue;

namespace Reporting.Web.Pages;

/// <summary>The programmes to choose from, where there are several.</summary>
public sealed partial class ProgrammesPage
{
    [Parameter]
    [EditorRequired]
    public required Reader Reader { get; set; }

    [Parameter]
    [EditorRequired]
    public IReadOnlyList<Programme> Programmes { get; set; } = [];
}
