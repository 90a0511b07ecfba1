using Microsoft.AspNetCore.Components;
using Reporting.Catalogue;
using Reporting.Publishing;
using Reporting.Verifying;

namespace Reporting.Web.Pages;

/// <summary>One issue: who signed it, its files, and whether it still is what was signed.</summary>
public sealed partial class IssuePage
{
    [Parameter]
    [EditorRequired]
    public required Reader Reader { get; set; }

    [Parameter]
    [EditorRequired]
    public required Programme Programme { get; set; }

    [Parameter]
    [EditorRequired]
    public required PublishedIssue Issue { get; set; }

    /// <summary>What the verification gave; null while nobody has asked for it.</summary>
    [Parameter]
    public Verification? Verified { get; set; }

    private string Summary => Verified switch
    {
        { Holds: false } => "核验未通过，请即与办公室联系。",
        { } verified when verified.Checks.Any(check => check.Outcome == CheckOutcome.NotChecked) => "已核对的各项均相符；部分项目须用当时的程序版本核对。",
        _ => "核验通过：与签发时逐字节相同。",
    };

    private static string Word(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => "相符",
        CheckOutcome.Failed => "不符",
        _ => "未核对",
    };
}
