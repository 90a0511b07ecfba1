using Microsoft.Extensions.Options;

namespace Reporting.Publishing;

/// <summary>How issues are published (section <c>Publishing</c>).</summary>
public sealed class PublishingOptions
{
    public const string Section = "Publishing";

    /// <summary>True where the entries are invented: every page of every issue then says 演示数据.</summary>
    public bool Demonstration { get; set; }

    /// <summary>Where callers reach the system, e.g. <c>https://bulletins.example.gov.cn/</c>; null to name addresses without it.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>
    /// The Beijing day on which this installation began, e.g. <c>2012-03-20</c>; periods that were locked before it have no issues of the calendar's
    /// making. Needed where the entries are not invented: issues that nobody meant cannot be taken back.
    /// </summary>
    public DateOnly? StartOn { get; set; }

    internal sealed class Validation : IValidateOptions<PublishingOptions>
    {
        public ValidateOptionsResult Validate(string? name, PublishingOptions options) => options is { Demonstration: false, StartOn: null }
            ? ValidateOptionsResult.Fail(
                $"{Section}:StartOn is missing: the day (in Beijing, e.g. 2012-03-20) on which this installation begins; issues of periods that were locked before are not made. "
                + $"缺少设置 {Section}:StartOn：本系统启用之日（北京时间，如 2012-03-20），此前已截止的各期不再补发。")
            : ValidateOptionsResult.Success;
    }
}
