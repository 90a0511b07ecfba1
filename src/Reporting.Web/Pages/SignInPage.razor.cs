using Microsoft.AspNetCore.Components;

namespace Reporting.Web.Pages;

/// <summary>Where a key is typed in.</summary>
public sealed partial class SignInPage
{
    [Parameter]
    [EditorRequired]
    public required Reader Reader { get; set; }

    /// <summary>The page to go on to.</summary>
    [Parameter]
    public string ReturnUrl { get; set; } = "";

    /// <summary>Whether the key that was sent is none.</summary>
    [Parameter]
    public bool Refused { get; set; }
}
