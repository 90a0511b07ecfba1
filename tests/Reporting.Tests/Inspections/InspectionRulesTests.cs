using System.Text;
using Reporting.Collecting;
using Reporting.Inspections;
using Reporting.Schedule;
using Reporting.Tests.Catalogue;

namespace Reporting.Tests.Inspections;

public sealed class InspectionRulesTests
{
    private static readonly DateOnly Today = new(2012, 7, 12);
    private static readonly Inspection Visit = new(new Period(2012, 2), new DateOnly(2012, 7, 3), "项目现场", null, "zhengzhou", [], [], null);

    [Fact]
    public void Visit_Holds_ThatSaysOnlyWhatItMust() => Assert.Empty(Faults(Visit));

    [Theory]
    [InlineData("2012-01-01", null)]
    [InlineData("2011-12-31", "date-order")]
    // The half-year has ended; its sites are still visited.
    [InlineData("2012-07-12", null)]
    [InlineData("2012-07-13", "date-in-future")]
    public void VisitedOn_LiesBetweenTheYearsBeginningAndToday(string day, string? code) =>
        Assert.Equal(code, Faults(Visit with { VisitedOn = DateOnly.Parse(day, null) }).SingleOrDefault()?.Code);

    [Theory]
    [InlineData(RectificationState.NotStarted, null, null)]
    [InlineData(RectificationState.UnderWay, null, null)]
    [InlineData(RectificationState.UnderWay, "2012-07-10", "field-not-allowed")]
    [InlineData(RectificationState.NotStarted, "2012-07-10", "field-not-allowed")]
    [InlineData(RectificationState.Done, null, "field-required")]
    [InlineData(RectificationState.Done, "2012-07-02", "date-order")]
    [InlineData(RectificationState.Done, "2012-07-03", null)]
    [InlineData(RectificationState.Done, "2012-07-12", null)]
    [InlineData(RectificationState.Done, "2012-07-13", "date-in-future")]
    public void DoneOn_IsSaidExactlyOfWhatIsDone(RectificationState state, string? doneOn, string? code)
    {
        var mending = new Rectification("整改。", "land-resources", new DateOnly(2012, 7, 3), state, doneOn is null ? null : DateOnly.Parse(doneOn, null), null);

        var fault = Faults(Visit with { Findings = [new Finding("无误。", null, null), new Finding("问题。", ProblemKind.Land, mending)] }).SingleOrDefault();

        Assert.Equal((code, code is null ? null : "findings[1].rectification.doneOn"), (fault?.Code, fault?.Field));
    }

    [Fact]
    public void Faults_AreAllNamed_InTheOrderOfTheFields()
    {
        var mending = new Rectification(" ", "cities-concerned", new DateOnly(2012, 7, 2), RectificationState.Done, null, "\u200b");
        var visit = InspectionRules.Cleaned(new Inspection(new Period(2013, 1), new DateOnly(2012, 8, 1), "\n", null, "nowhere", ["finance", "finance"], [new Finding("", null, mending)], "缺字囍"));

        Assert.Equal(
            [
                "period", "visitedOn", "site", "unit", "inspectors[1]", "findings[0].text", "findings[0].rectification.required", "findings[0].rectification.unit",
                "findings[0].rectification.due", "findings[0].rectification.doneOn", "findings[0].rectification.note", "conclusion",
            ],
            Faults(visit).Select(f => f.Field));
    }

    [Theory]
    [InlineData("zhengzhou", true)]
    [InlineData("land-resources", true)]
    [InlineData("finance", false)]
    [InlineData(null, false)]
    public void Visit_ConcernsWhoAnswersForTheSiteAndWhoMends(string? unit, bool concerned)
    {
        var mending = new Rectification("整改。", "land-resources", Today, RectificationState.NotStarted, null, null);

        Assert.Equal(concerned, (Visit with { Inspectors = ["finance"], Findings = [new Finding("问题。", null, mending)] }).ConcernsUnit(unit));
        Assert.False((Visit with { Unit = null }).ConcernsUnit(null));
    }

    private static List<Refusal> Faults(Inspection inspection) => InspectionRules.Check(inspection, Henan2012.Programme, Today, new WithoutOne());

    /// <summary>A font that lacks one character.</summary>
    private sealed class WithoutOne : ICharacterRepertoire
    {
        public Rune? FirstMissing(string text) => text.Contains('囍', StringComparison.Ordinal) ? new Rune('囍') : null;
    }
}
