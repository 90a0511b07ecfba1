using Reporting.Reminding;

namespace Reporting.Tests.Reminding;

public sealed class ReminderTextTests
{
    private static readonly DateOnly Lock = SimulatedOutbox.Dates.Lock;

    private static readonly OutstandingItem[] Items =
    [
        new("automotive", "R08", "汽车产业任务8“汽车服务贸易中心建设”", OutstandingState.Missing, Lock),
        new("nev", null, "新能源汽车产业主要指标", OutstandingState.Returned, Lock),
        new("steel", "R02", "钢铁产业任务2“淘汰落后产能”", OutstandingState.Draft, Lock),
    ];

    [Fact]
    public void Upcoming_SaysUntilWhenAndWhatFollows()
    {
        var (subject, body) = Text(ReminderStage.Upcoming, 3, Items);

        Assert.Equal("关于按时报送2012年一季度行动计划进展情况的提醒", subject);
        Assert.Equal(
            """
            省商务厅：
            　　2012年一季度行动计划进展情况的报送截止时间为2012年4月10日24时。贵单位尚有3项未完成报送，请在截止时间前报送：
            　　1. 汽车产业任务8“汽车服务贸易中心建设”（未报送）；
            　　2. 新能源汽车产业主要指标（已退回，待修改后重报）；
            　　3. 钢铁产业任务2“淘汰落后产能”（已起草，未提交）。
            　　截止时间后报送的，按逾期报送登记（4月15日24时前为宽限期）。已退回的，重报后仍按首次报送时间登记。系统于4月20日24时锁定，锁定后不再接收，仍未报送的在通报中列为未报并亮红灯。

            省优化产业结构提升重点产业领导小组办公室
            2012年4月3日

            """.ReplaceLineEndings("\n"),
            body);
    }

    [Theory]
    [InlineData(ReminderStage.Due, 10, "关于今日截止报送2012年一季度行动计划进展情况的提醒", "报送截止时间为今日（4月10日）24时。贵单位尚有1项未完成报送，请务必于今日报送：", "截止时间后报送的，按逾期报送登记（4月15日24时前为宽限期）。系统于4月20日24时锁定")]
    [InlineData(ReminderStage.Late, 11, "关于催报2012年一季度行动计划进展情况的通知", "报送截止时间为2012年4月10日24时，现已逾期1天。贵单位仍有1项未完成报送，请抓紧补报：", "4月15日24时前补报的，按宽限期内逾期报送登记；此后补报的，按逾期报送登记。系统于4月20日24时锁定")]
    [InlineData(ReminderStage.Late, 16, "关于催报2012年一季度行动计划进展情况的通知", "现已逾期6天。", "现在补报的，按逾期报送登记。系统于4月20日24时锁定，锁定后不再接收")]
    [InlineData(ReminderStage.Late, 20, "关于催报2012年一季度行动计划进展情况的通知", "现已逾期10天。", "现在补报的，按逾期报送登记。系统于今日（4月20日）24时锁定，锁定后不再接收")]
    public void Stage_SaysWhatItMeans(ReminderStage stage, int day, string subject, string opening, string next)
    {
        var text = Text(stage, day, Items[0]);

        Assert.Equal(subject, text.Subject);
        Assert.Contains(opening, text.Body, StringComparison.Ordinal);
        Assert.Contains("\n　　" + next, text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Exception_IsNamedWithItsEnd_AndIsAllThereIsAfterTheLock()
    {
        var extended = Items[0] with { TakenUntil = Lock.AddDays(1) };

        Assert.Contains("（未报送，补报许可至4月21日24时）", Text(ReminderStage.Late, 21, extended).Body, StringComparison.Ordinal);
        Assert.Contains("请在补报许可的期限内补报；期满仍未报送的，列为未报。", Text(ReminderStage.Late, 21, extended).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("锁定", Text(ReminderStage.Late, 21, extended).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Returned_KeepsItsFirstTime_AndIsNotToldThatItBecomesLate()
    {
        var body = Text(ReminderStage.Late, 12, Items[1]).Body;

        Assert.Contains("\n　　已退回的，重报后仍按首次报送时间登记。系统于4月20日24时锁定", body, StringComparison.Ordinal);
        Assert.DoesNotContain("按逾期报送登记", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Signature_IsOfThePlansOwnOffice_WhereAllThatIsLeftIsItsOwn()
    {
        Assert.EndsWith("\n\n省电动汽车产业发展领导小组办公室\n2012年4月3日\n", Text(ReminderStage.Upcoming, 3, Items[1]).Body, StringComparison.Ordinal);
        Assert.EndsWith("\n\n省优化产业结构提升重点产业领导小组办公室\n2012年4月3日\n", Text(ReminderStage.Upcoming, 3, Items[0]).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Title_SetsInnerQuotationMarksSingle()
    {
        var left = new SimulatedOutbox().Outstanding(SimulatedOutbox.At("2012-04-03T08:00"));

        Assert.Contains(left["industry-it"], item => item.Title == "食品工业任务4“实施‘354’产业结构升级工程”");
        Assert.All(left.SelectMany(unit => unit), item => Assert.True(item.Title.Count(c => c == '“') <= 1, item.Title));
    }

    [Fact]
    public void Title_NamesPlanAndTaskAsPrinted()
    {
        var left = new SimulatedOutbox().Outstanding(SimulatedOutbox.At("2012-04-03T08:00"));

        Assert.Equal("汽车产业任务8“汽车服务贸易中心建设”", left["commerce"].First().Title);
        Assert.Contains(left["industry-it"], item => item is { Task: null, Title: "汽车产业主要指标" });
    }

    private static (string Subject, string Body) Text(ReminderStage stage, int day, params OutstandingItem[] items) =>
        ReminderText.Of(SimulatedOutbox.Programme, SimulatedOutbox.Dates, stage, new DateOnly(2012, 4, day), "省商务厅", items);
}
