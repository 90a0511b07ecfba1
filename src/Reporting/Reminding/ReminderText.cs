using System.Globalization;
using System.Text;
using Reporting.Catalogue;
using Reporting.Schedule;

namespace Reporting.Reminding;

/// <summary>Puts a reminder into the words of an official letter: what is outstanding, until when, and what happens next.</summary>
internal static class ReminderText
{
    private const string Indent = "　　";

    /// <param name="items">At least one.</param>
    public static (string Subject, string Body) Of(
        Programme programme, PeriodDates dates, ReminderStage stage, DateOnly day, string unitName, IReadOnlyList<OutstandingItem> items)
    {
        var body = new StringBuilder();
        body.Append(unitName).Append("：\n");
        body.Append(Indent).Append(Opening(dates, stage, day, items.Count)).Append('\n');
        for (var i = 0; i < items.Count; i++)
        {
            body.Append(CultureInfo.InvariantCulture, $"{Indent}{i + 1}. {items[i].Title}（{StateOf(items[i])}{Extension(items[i], dates)}）");
            body.Append(i == items.Count - 1 ? "。\n" : "；\n");
        }
        body.Append(Indent).Append(Next(dates, day, items)).Append('\n');
        body.Append(CultureInfo.InvariantCulture, $"\n{Office(programme, items)}办公室\n{ChineseDate.Of(day)}\n");
        return (Subject(dates, stage), body.ToString());
    }

    /// <summary>The leading group of the plans that are named, where they have one of their own; the programme's where they have several.</summary>
    private static string Office(Programme programme, IReadOnlyList<OutstandingItem> items)
    {
        var named = items.Select(item => item.Plan).ToHashSet(StringComparer.Ordinal);
        List<string> offices = [.. programme.Plans.Where(plan => named.Contains(plan.Id)).Select(plan => plan.Office).Distinct(StringComparer.Ordinal)];
        return offices is [var only] ? only : programme.Office;
    }

    private static string Subject(PeriodDates dates, ReminderStage stage) => stage switch
    {
        ReminderStage.Upcoming => $"关于按时报送{ChineseDate.Of(dates.Period)}行动计划进展情况的提醒",
        ReminderStage.Due => $"关于今日截止报送{ChineseDate.Of(dates.Period)}行动计划进展情况的提醒",
        _ => $"关于催报{ChineseDate.Of(dates.Period)}行动计划进展情况的通知",
    };

    private static string Opening(PeriodDates dates, ReminderStage stage, DateOnly day, int count)
    {
        var what = $"{ChineseDate.Of(dates.Period)}行动计划进展情况";
        return stage switch
        {
            ReminderStage.Upcoming => string.Create(
                CultureInfo.InvariantCulture, $"{what}的报送截止时间为{ChineseDate.Of(dates.Due)}24时。贵单位尚有{count}项未完成报送，请在截止时间前报送："),
            ReminderStage.Due => string.Create(
                CultureInfo.InvariantCulture, $"{what}的报送截止时间为今日（{Day(dates.Due)}）24时。贵单位尚有{count}项未完成报送，请务必于今日报送："),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{what}的报送截止时间为{ChineseDate.Of(dates.Due)}24时，现已逾期{day.DayNumber - dates.Due.DayNumber}天。贵单位仍有{count}项未完成报送，请抓紧补报："),
        };
    }

    /// <summary>What a report counts as from now on, and when nothing is taken any more.</summary>
    private static string Next(PeriodDates dates, DateOnly day, IReadOnlyList<OutstandingItem> items)
    {
        if (day > dates.Lock)
            return "请在补报许可的期限内补报；期满仍未报送的，列为未报。";
        var counts = day <= dates.Due ? $"截止时间后报送的，按逾期报送登记（{Day(dates.Grace)}24时前为宽限期）。"
            : day <= dates.Grace ? $"{Day(dates.Grace)}24时前补报的，按宽限期内逾期报送登记；此后补报的，按逾期报送登记。"
            : "现在补报的，按逾期报送登记。";
        var locked = day == dates.Lock ? $"今日（{Day(dates.Lock)}）24时" : $"{Day(dates.Lock)}24时";
        // The first submission decides on time or late, so that what the office sends back does not become late by it.
        var returned = items.Count(item => item.State == OutstandingState.Returned);
        if (returned > 0)
            counts = $"{(returned < items.Count ? counts : "")}已退回的，重报后仍按首次报送时间登记。";
        return $"{counts}系统于{locked}锁定，锁定后不再接收，仍未报送的在通报中列为未报并亮红灯。";
    }

    private static string StateOf(OutstandingItem item) => item.State switch
    {
        OutstandingState.Missing => "未报送",
        OutstandingState.Draft => "已起草，未提交",
        _ => "已退回，待修改后重报",
    };

    private static string Extension(OutstandingItem item, PeriodDates dates) =>
        item.TakenUntil > dates.Lock ? $"，补报许可至{Day(item.TakenUntil)}24时" : "";

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日");
}
