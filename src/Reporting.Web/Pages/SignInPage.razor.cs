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

    /// <summary>Why the form is shown again; null at first.</summary>
    [Parameter]
    public Refusal? Refused { get; set; }
}
