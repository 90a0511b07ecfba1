using Microsoft.AspNetCore.Components;
using Reporting.Access;

namespace Reporting.Web.Pages;

/// <summary>What every page has around its content: head, who is signed in, the heading.</summary>
public sealed partial class Sheet
{
    [Parameter]
    [EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Null where it does not matter who looks.</summary>
    [Parameter]
    public Reader? Reader { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string RoleName => Reader?.Caller?.Role switch
    {
        Role.Unit => "报送单位",
        Role.Office => "办公室",
        Role.Leader => "领导",
        _ => "管理员",
    };
}
