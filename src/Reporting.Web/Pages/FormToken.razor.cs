using Microsoft.AspNetCore.Components;

namespace Reporting.Web.Pages;

/// <summary>The token that every form carries.</summary>
public sealed partial class FormToken
{
    [Parameter]
    [EditorRequired]
    public required Reader Of { get; set; }
}
