using System.Globalization;
using System.Text.Json;
using LocalHost.Demonstration;
using Reporting.Bulletins.Pdf;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Collecting.Plausibility;
using Reporting.Schedule;
using Testing;

namespace LocalHost.Tests.Demonstration;

public sealed class DemonstrationEntriesTests
{
    private static readonly Period First = new(2012, 1);
    private static readonly Period Second = new(2012, 2);
    private static readonly Period Third = new(2012, 3);
    private static readonly Period Fourth = new(2012, 4);
    private static readonly Period[] Year = [First, Second, Third, Fourth];
    private static readonly Programme Programme = CatalogueFolder.Load(Repository.Path("data", "henan-2012"));

    private readonly DemonstrationEntries entries = new(Programme);

    [Fact]
    public void Of_WritesSomethingOfItsOwn_ForEveryObligation()
    {
        foreach (var period in Year)
        {
            var texts = Obligation.Of(Programme, period).Where(o => o.Task is not null).Select(o => entries.Of(o).Progress).ToList();
            Assert.Equal(148, texts.Count);
            Assert.All(texts, text => Assert.InRange(text?.Length ?? 0, 40, 400));
            Assert.All(texts, text => Assert.DoesNotContain('{', text ?? ""));
            Assert.Equal(texts.Count, texts.Distinct().Count());
        }
    }

    [Fact]
    public void Of_LetsNoUnitWorkWithItselfOrAskItself()
    {
        foreach (var owed in Year.SelectMany(period => Obligation.Of(Programme, period)))
        {
            var name = Programme.TryGetUnit(owed.Unit, out var unit) ? unit.Name : owed.Unit;
            var entry = entries.Of(owed);
            foreach (var text in new[] { entry.Progress, entry.NextStep })
                Assert.DoesNotContain("会同" + name, text ?? "", StringComparison.Ordinal);
            Assert.DoesNotContain(entry.Problems, problem => problem.AskedOf == owed.Unit);
        }
    }

    [Fact]
    public void Of_GivesTheSame_WhateverTheCulture()
    {
        var here = Serialised();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(here, Serialised());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Of_ReportsEveryProject_AndNoInvestmentFallsNorStageGoesBack()
    {
        Assert.Equal(Programme.Plans.SelectMany(p => p.Projects).Count(p => p.Kind == "project"), Updates(First).Count);
        foreach (var period in Year[1..])
        {
            var before = Updates(period.Previous).ToDictionary(u => u.Project);
            Assert.All(Updates(period), update => Assert.True(before[update.Project].CumulativeInvestment <= update.CumulativeInvestment, update.Project));
            Assert.All(Updates(period), update => Assert.True(before[update.Project].Stage <= update.Stage, update.Project));
            Assert.All(Updates(period), update => Assert.Equal(before[update.Project].PlannedInvestment, update.PlannedInvestment));
        }
    }

    [Fact]
    public void Of_LetsTheProjectsThatSlippedStartInTheEnd()
    {
        Assert.Contains(Updates(Second), u => u is { Project: "automotive-P010", Stage: ProjectStage.NotStarted, Obstacle: ProblemKind.Land });
        Assert.Contains(Updates(Third), u => u is { Project: "automotive-P010", Stage: ProjectStage.UnderConstruction, Obstacle: null });
        Assert.Contains(Updates(Third), u => u is { Project: "biotech-P010", Stage: ProjectStage.NotStarted, Obstacle: ProblemKind.Funds });
        Assert.Contains(Updates(Fourth), u => u is { Project: "biotech-P010", Stage: ProjectStage.UnderConstruction, Obstacle: null });
    }

    [Fact]
    public void Of_HasNoPercentageThatFalls()
    {
        foreach (var owed in Year[1..].SelectMany(p => Obligation.Of(Programme, p)).Where(o => o.Task is not null))
            Assert.True(entries.Of(owed with { Period = owed.Period.Previous }).Percent <= entries.Of(owed).Percent, owed.ToString());
    }

    [Fact]
    public void Of_HasATaskThatIsFreedAndOneThatIsBlocked_AfterMidyear()
    {
        Assert.Equal(
            [SelfRating.Blocked, SelfRating.Blocked, SelfRating.Lagging, SelfRating.OnTrack],
            Year.Select(p => Entry(p, "automotive", "R03", "xuchang").SelfRating ?? default));
        Assert.Equal(
            [SelfRating.OnTrack, SelfRating.Blocked],
            Year[2..].Select(p => Entry(p, "steel", "R07", "state-assets").SelfRating ?? default));
    }

    [Fact]
    public void Of_RaisesProblemsOfEveryKind_InBothPeriods()
    {
        foreach (var period in Year)
        {
            var problems = Obligation.Of(Programme, period).SelectMany(o => entries.Of(o).Problems).ToList();
            Assert.Equal(Enum.GetValues<ProblemKind>(), problems.Select(p => p.Kind).Distinct().Order());
            Assert.All(problems, p => Assert.True(p.AskedOf is null || Programme.TryGetUnit(p.AskedOf, out _), p.AskedOf));
        }
        Assert.Equal(Texts.Problems().Count, Year.SelectMany(p => Obligation.Of(Programme, p)).Sum(o => entries.Of(o).Problems.Count));
    }

    [Fact]
    public void Of_HasAPlanFarAheadAndOneFarBehindAndAFallingFigureWithItsNote()
    {
        Assert.True(Value("electronics", "electronics-T02", Second) > 0.6m * 2000);
        Assert.True(Value("new-energy", "new-energy-T02", Second) < 0.35m * 530);
        Assert.True(Value("nev", "nev-T07", Second) < Value("nev", "nev-T07", First));
        Assert.NotNull(Indicators("nev", Second).Note);
        Assert.NotNull(Indicators("equipment", First).Figures.Single(f => f.Indicator == "equipment-T03").MissingReason);
    }

    [Fact]
    public void Of_EndsTheYearNearMostTargets_FarFromTwo_AndFarAboveOne()
    {
        var shares = Programme.Plans
            .SelectMany(plan => plan.Targets.Where(t => t.Kind == IndicatorKind.Flow)
                .Select(t => 100 * Value(plan.Id, t.Id, Fourth) / t.Value))
            .ToList();

        Assert.InRange(shares.Count(s => s is >= 94 and <= 106), shares.Count * 2 / 3, shares.Count);
        Assert.InRange(shares.Count(s => s < 90), 2, 4);
        Assert.Contains(shares, s => s > 115);
        Assert.Contains(Year.SelectMany(p => Indicators("automotive", p).Figures), f => f is { Preliminary: false });
    }

    [Fact]
    public void Of_IsImplausibleOnlyWhereTheStorySaysSo_AndItsNoteExplainsIt()
    {
        var warned = Year.SelectMany(p => Obligation.Of(Programme, p))
            .SelectMany(o => Warnings(o).Select(w => $"{o.Period} {o.Plan} {o.Task ?? "indicators"} {w.Code} {w.Field} {(entries.Of(o).Note is null ? "unexplained" : "explained")}"));

        Assert.Equal(
            [
                "2012Q2 nev indicators cumulative-falls figures[1].value explained",
                "2012Q4 new-materials indicators target-and-growth-disagree figures[0].value explained",
            ],
            warned);
    }

    [Fact]
    public void Of_KeepsToTheRulesOfEntries()
    {
        var characters = new FontRepertoire(new FontOptions().Load(AppContext.BaseDirectory, AppContext.BaseDirectory));
        foreach (var owed in Year.SelectMany(p => Obligation.Of(Programme, p)))
        {
            EntryContent[] posted = [entries.Of(owed), entries.AsPosted(owed), entries.TooLittle(owed)];
            Assert.All(posted, entry => Assert.Empty(EntryRules.Check(EntryRules.Cleaned(entry), Owed(owed), characters, new HashSet<string>())));
            Assert.All(posted, entry => Assert.Empty(SubmitRules.Check(EntryRules.Cleaned(entry), Owed(owed), Warnings(owed))));
        }
    }

    [Theory]
    [InlineData("Grace")]
    [InlineData("Late")]
    [InlineData("Never")]
    [InlineData("Draft")]
    [InlineData("Returned")]
    [InlineData("Unreviewed")]
    public void ConductOf_IsMet_InEitherHalfOfTheYear(string conduct) =>
        Assert.All(new[] { Year[..2], Year[2..] }, half => Assert.Contains(
            half.SelectMany(p => Obligation.Of(Programme, p)),
            owed => DemonstrationEntries.ConductOf(owed)?.Conduct.ToString() == conduct));

    [Fact]
    public void ConductOf_MatchesAnObligation_ForEveryLineOfTheStory() =>
        Assert.All(DemonstrationEntries.Story.Conduct, told => Assert.Contains(
            told.Periods.SelectMany(p => Obligation.Of(Programme, p)),
            owed => DemonstrationEntries.ConductOf(owed) == told));

    private IReadOnlyList<Warning> Warnings(Obligation owed)
    {
        var before = owed.Period == First ? null : entries.Of(owed with { Period = owed.Period.Previous });
        return CheckPlausibility.Of(
            entries.Of(owed),
            Owed(owed),
            new KnownReports(before is null ? null : new EarlierReport(owed.Period.Previous, before.Percent, before.Figures, before.Projects), []));
    }

    private static OwedEntry Owed(Obligation owed) => new(
        new EntryKey(Programme.Id, owed.Period, owed.Plan, owed.Task, owed.Unit),
        Programme,
        Programme.Plans.Single(p => p.Id == owed.Plan),
        PeriodDates.Of(owed.Period, Programme.Calendar));

    private EntryContent Entry(Period period, string plan, string task, string unit) =>
        entries.Of(Obligation.Of(Programme, period).Single(o => o.Plan == plan && o.Task == task && o.Unit == unit));

    private List<ProjectUpdate> Updates(Period period) => [.. Obligation.Of(Programme, period).SelectMany(o => entries.Of(o).Projects)];

    private EntryContent Indicators(string plan, Period period) =>
        entries.Of(Obligation.Of(Programme, period).Single(o => o.Plan == plan && o.Task is null));

    private decimal Value(string plan, string indicator, Period period) =>
        Indicators(plan, period).Figures.Single(f => f.Indicator == indicator).Value ?? throw new InvalidOperationException("No value.");

    private string Serialised() => JsonSerializer.Serialize(Year.SelectMany(p => Obligation.Of(Programme, p)).Select(entries.Of));
}
