using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Bulletins.Sentences;

/// <summary>The Chinese words of the domain.</summary>
internal static class Words
{
    /// <summary>From the year's beginning to the period's end, as cumulative figures are meant.</summary>
    public static string SinceJanuary(Period period) => period.Quarter switch
    {
        1 => "一季度",
        2 => "上半年",
        3 => "前三季度",
        _ => "全年",
    };

    /// <summary>The quarter alone.</summary>
    public static string Quarter(Period period) => Numbers.Chinese(period.Quarter) + "季度";

    public static string Of(Light? light) => light switch
    {
        Light.Green => "绿灯",
        Light.Yellow => "黄灯",
        Light.Red => "红灯",
        _ => "未评价",
    };

    /// <summary>In a column headed 亮灯, beside the signal.</summary>
    public static string Short(Light light) => light switch
    {
        Light.Green => "绿",
        Light.Yellow => "黄",
        _ => "红",
    };

    public static string Of(SelfRating? rating) => rating is { } given ? EntryWords.Of(given) : "未填";

    public static string Of(ProjectStage stage) => EntryWords.Of(stage);

    public static string Of(ProblemKind kind) => EntryWords.Of(kind);

    /// <summary>土地问题; 问题 where the kind has no name.</summary>
    public static string Problem(ProblemKind kind) => kind == ProblemKind.Other ? "问题" : Of(kind) + "问题";

    /// <summary>What is printed where the content of a report cannot be.</summary>
    public static string Of(ReportFacts report) => report switch
    {
        { State: ReportState.Accepted } => "已采用",
        { State: ReportState.Unreviewed } => "已报未审",
        { State: ReportState.Returned } => "退回待重报",
        { Arrival: Arrival.Pending } => "未到期",
        _ => "未报",
    };

    /// <summary>
    /// A target as an annual goal: 超过2300亿元, 10亿安时以上, 1—2家. 实现, 形成, 完成 and 新增 are the verbs of the sentence that the notice
    /// prints and no bound; they fall away, as does 以上 beside 超过.
    /// </summary>
    public static string Goal(TargetFacts target)
    {
        var before = target.Comparator is "超过" or "突破" or "达到" or "逾" or "近" or "不低于" or "力争" ? target.Comparator : "";
        var after = target.ComparatorAfter is "以上" or "多" or "左右" or "以内" or "以下" && before is not ("超过" or "突破" or "逾")
            ? target.ComparatorAfter
            : "";
        var value = target.UpperValue is { } upper
            ? Numbers.Exact(target.Value) + "—" + Numbers.Exact(upper)
            : Numbers.Exact(target.Value);
        return after == "多" ? before + value + after + target.Unit : before + value + target.Unit + after;
    }

    public static bool Unverified(TargetFacts target) => target.Marks.Any(m => m.Kind == MarkKind.Unverified);
}
