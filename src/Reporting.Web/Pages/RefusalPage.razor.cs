using Microsoft.AspNetCore.Components;

namespace Reporting.Web.Pages;

/// <summary>What a reader sees in place of a page that there is not, or that cannot be made now.</summary>
public sealed partial class RefusalPage
{
    [Parameter]
    public string Title { get; set; } = "";

    [Parameter]
    public string TitleEn { get; set; } = "";

    [Parameter]
    public string Detail { get; set; } = "";

    [Parameter]
    public string DetailEn { get; set; } = "";
}
