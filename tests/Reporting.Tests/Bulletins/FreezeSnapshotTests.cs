using Reporting.Bulletins;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Collecting.Contributions;
using Reporting.Schedule;
using Reporting.Tests.Catalogue;

namespace Reporting.Tests.Bulletins;

public sealed class FreezeSnapshotTests
{
    private static readonly Programme programme = Henan2012.Programme;
    private static readonly IssueKey issue = new(programme.Id, Given.Q1, PlanBulletin.Id, "automotive");
    private static readonly PeriodDates dates = PeriodDates.Of(Given.Q1, programme.Calendar);
    private static readonly DateTimeOffset closed = BeijingTime.EndOf(dates.ReviewBy);

    [Fact]
    public void PlanSnapshot_HoldsEveryObligationAndTarget_WithoutAnyEntry()
    {
        var snapshot = FreezeSnapshot.Of(programme, issue, [], closed, demonstration: true);

        var plan = Assert.Single(snapshot.Plans);
        Assert.Equal(14, plan.Reports.Count());
        Assert.Equal(3, plan.Targets.Count);
        Assert.All(plan.Reports, r => Assert.Equal((ReportState.Missing, Arrival.Missing), (r.State, r.Arrival)));
        Assert.True(snapshot.Demonstration);
        Assert.Equal(PeriodDates.Of(Given.Q2, programme.Calendar).Due, snapshot.Dates.NextDue);
        Assert.Contains(snapshot.Units, u => u.Name == "省商务厅");
    }

    [Fact]
    public void OverallSnapshot_HoldsAll162Obligations_InCatalogueOrder()
    {
        var snapshot = FreezeSnapshot.Of(programme, new IssueKey(programme.Id, Given.Q1, OverallBulletin.Id, null), [], closed, false);

        Assert.Equal(162, snapshot.Plans.Sum(p => p.Reports.Count()));
        Assert.Equal(programme.Plans.Select(p => p.Id), snapshot.Plans.Select(p => p.Id));
        Assert.Equal(3, snapshot.Groups.Count);
    }

    [Theory]
    [InlineData(EntryState.Accepted, ReportState.Accepted, true)]
    [InlineData(EntryState.Submitted, ReportState.Unreviewed, false)]
    [InlineData(EntryState.Returned, ReportState.Returned, false)]
    [InlineData(EntryState.Draft, ReportState.Returned, false)]
    public void Content_IsTakenOnlyFromAcceptedEntries(EntryState stored, ReportState expected, bool content)
    {
        var report = Frozen(Entry(stored, BeijingTime.StartOf(dates.Due)));

        Assert.Equal(expected, report.State);
        Assert.Equal(content, report.Content is not null);
        Assert.Equal("2012Q1/automotive/R08/commerce@4", report.Entry?.Id);
        Assert.Equal("hash-4", report.Entry?.Hash);
    }

    [Fact]
    public void DraftNeverSubmitted_IsMissing()
    {
        var report = Frozen(Entry(EntryState.Draft, null));

        Assert.Equal((ReportState.Missing, Arrival.Missing, null), (report.State, report.Arrival, report.Entry));
    }

    [Fact]
    public void Arrival_IsJudgedByTheLastInstantOfTheDay_InBeijing()
    {
        Assert.Equal(Arrival.OnTime, Frozen(Entry(EntryState.Accepted, BeijingTime.EndOf(dates.Due).AddTicks(-1))).Arrival);
        Assert.Equal(Arrival.Grace, Frozen(Entry(EntryState.Accepted, BeijingTime.EndOf(dates.Due))).Arrival);
        Assert.Equal(Arrival.Grace, Frozen(Entry(EntryState.Accepted, BeijingTime.EndOf(dates.Grace).AddTicks(-1))).Arrival);
        Assert.Equal(Arrival.Late, Frozen(Entry(EntryState.Accepted, BeijingTime.EndOf(dates.Grace))).Arrival);
        Assert.Equal(dates.Due, Frozen(Entry(EntryState.Accepted, BeijingTime.EndOf(dates.Due).AddTicks(-1))).SubmittedOn);
    }

    [Fact]
    public void Missing_IsPending_UntilTheDueDayEnds()
    {
        var snapshot = FreezeSnapshot.Of(programme, issue, [], BeijingTime.EndOf(dates.Due).AddTicks(-1), false);

        Assert.All(snapshot.Plans[0].Reports, r => Assert.Equal(Arrival.Pending, r.Arrival));
    }

    [Fact]
    public void EarlierPeriods_AreRead_ForComparison()
    {
        var now = Entry(EntryState.Accepted, closed) with { Key = new EntryKey(programme.Id, Given.Q2, "automotive", "R08", "commerce") };
        var before = Entry(EntryState.Accepted, BeijingTime.StartOf(dates.Due));

        var snapshot = FreezeSnapshot.Of(programme, issue with { Period = Given.Q2 }, Given.Stored(now, before), closed.AddMonths(3), false);

        var earlier = Assert.Single(Report(snapshot).Earlier);
        Assert.Equal((Given.Q1, ReportState.Accepted, 30m), (earlier.Period, earlier.State, earlier.Percent));
    }

    [Fact]
    public void PastPeriods_StayAsTheyWere_WhenTheCatalogueChangesInMidYear()
    {
        var changed = MidYear.WithNewLeads();
        byte[] Frozen(Programme of, int quarter) => SnapshotJson.Write(FreezeSnapshot.Of(
            of, issue with { Period = new Period(2012, quarter) }, [], closed.AddMonths(3 * (quarter - 1)), demonstration: false));

        Assert.Equal(Frozen(programme, 1), Frozen(changed, 1));
        Assert.Equal(Frozen(programme, 2), Frozen(changed, 2));
        Assert.NotEqual(Frozen(programme, 3), Frozen(changed, 3));

        var third = SnapshotJson.Read(Frozen(changed, 3)).Plans[0].Tasks.Single(t => t.Id == "R03");
        Assert.Equal(["kaifeng", "zhengzhou"], third.LeadUnits);
        // 开封 owed nothing before July, and is not said to have missed it.
        Assert.Equal([[], ["2012Q1", "2012Q2"]], third.Reports.Select(r => r.Earlier.Select(e => e.Period.ToString())));
    }

    [Fact]
    public void Contributions_AreFrozenInPrintedOrder_OfUnitsThatTakePart()
    {
        Contribution[] stored =
        [
            Contribution("zhengzhou", "选址已定。"), Contribution("finance", "资金已拨付。"), Contribution("commerce", "牵头单位。"), Contribution("jiaozuo", "无关单位。"),
        ];

        var snapshot = FreezeSnapshot.Of(
            programme, issue, [new PlanPeriod(Given.Q1, "automotive", [], Frozen: null) { Contributions = stored }], closed, demonstration: false);

        var task = snapshot.Plans[0].Tasks.Single(t => t.Id == "R08");
        Assert.Equal(
            ["2012Q1/automotive/R08/finance@2 hash 资金已拨付。", "2012Q1/automotive/R08/zhengzhou@2 hash 选址已定。"],
            task.Contributions.Select(c => $"{c.Note.Id} {c.Note.Hash} {c.Text}"));
        Assert.Contains(snapshot.Units, u => u.Name == "省财政厅");
        Assert.Equal(SnapshotJson.Write(snapshot), SnapshotJson.Write(SnapshotJson.Read(SnapshotJson.Write(snapshot))));

        static Contribution Contribution(string unit, string text) =>
            new(new EntryKey(programme.Id, Given.Q1, "automotive", "R08", unit), 2, text, closed.AddDays(-9), "李梅", "before", "hash");
    }

    [Theory]
    [InlineData("shandong-2012", "automotive")]
    [InlineData("henan-2012", "shipbuilding")]
    public void UnknownProgrammeOrPlan_IsRefused(string id, string plan) => Assert.Throws<ArgumentException>(() =>
        FreezeSnapshot.Of(programme, new IssueKey(id, Given.Q1, PlanBulletin.Id, plan), [], closed, false));

    [Fact]
    public void EveryPlansDocument_ComposesFromTheRealCatalogue_WithoutAnyEntry()
    {
        foreach (var plan in programme.Plans)
        {
            var document = ComposeIssue.Compose(FreezeSnapshot.Of(programme, issue with { Plan = plan.Id }, [], closed, false));

            Assert.Contains("均未报送", document.Paragraphs()[0], StringComparison.Ordinal);
            Assert.DoesNotContain(document.Text(), char.IsControl);
        }
    }

    private static ReportFacts Frozen(Entry entry) => Report(FreezeSnapshot.Of(programme, issue, Given.Stored(entry), closed, false));

    private static ReportFacts Report(Snapshot snapshot) => snapshot.Plans[0].Tasks.Single(t => t.Id == "R08").Reports.Single(r => r.Unit == "commerce");

    private static Entry Entry(EntryState state, DateTimeOffset? submitted) => new(
        new EntryKey(programme.Id, Given.Q1, "automotive", "R08", "commerce"),
        4,
        state,
        new EntryContent(SelfRating.OnTrack, 30m, "已选址", "开工", [], [], []),
        submitted,
        closed.AddDays(-1),
        "李四",
        null,
        "hash-3",
        "hash-4");
}
