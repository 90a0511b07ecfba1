namespace Reporting.Publishing;

/// <summary>How issues are published (section <c>Publishing</c>).</summary>
public sealed class PublishingOptions
{
    public const string Section = "Publishing";

    /// <summary>True where the entries are invented: every page of every issue then says 演示数据.</summary>
    public bool Demonstration { get; set; }

    /// <summary>Where callers reach the system, e.g. <c>https://bulletins.example.gov.cn/</c>; null to name addresses without it.</summary>
    public Uri? PublicUrl { get; set; }
}
