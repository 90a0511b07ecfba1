namespace Reporting.Collecting;

/// <summary>The Chinese words of an entry's values, as people read and choose them.</summary>
internal static class EntryWords
{
    public static string Of(SelfRating rating) => rating switch
    {
        SelfRating.OnTrack => "正常",
        SelfRating.Lagging => "滞后",
        SelfRating.Blocked => "受阻",
        _ => "完成",
    };

    public static string Of(ProjectStage stage) => stage switch
    {
        ProjectStage.NotStarted => "未开工",
        ProjectStage.UnderConstruction => "在建",
        ProjectStage.Completed => "竣工",
        _ => "投产",
    };

    public static string Of(ProblemKind kind) => kind switch
    {
        ProblemKind.Land => "土地",
        ProblemKind.Environment => "环评",
        ProblemKind.Funds => "资金",
        ProblemKind.Approval => "审批",
        ProblemKind.Labour => "用工",
        ProblemKind.Market => "市场",
        _ => "其他",
    };

    public static string Of(EntryState state) => state switch
    {
        EntryState.Draft => "草稿",
        EntryState.Submitted => "已报",
        EntryState.Returned => "退回",
        _ => "采用",
    };

    /// <summary>快报 or 核定.</summary>
    public static string OfFigure(bool preliminary) => preliminary ? "快报" : "核定";

    /// <summary>The value that <paramref name="word"/> stands for; null when it stands for none.</summary>
    public static T? Find<T>(string? word, Func<T, string> wordOf)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(wordOf(value), word, StringComparison.Ordinal))
                return value;
        }
        return null;
    }
}
