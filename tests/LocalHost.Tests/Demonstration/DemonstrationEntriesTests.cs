using System.Globalization;
using System.Text.Json;
using LocalHost.Demonstration;
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
    private static readonly Programme Programme = CatalogueFolder.Load(Repository.Path("data", "henan-2012"));

    private readonly DemonstrationEntries entries = new(Programme);

    [Fact]
    public void Of_WritesSomethingOfItsOwn_ForEveryObligation()
    {
        foreach (var period in new[] { First, Second })
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
        foreach (var owed in new[] { First, Second }.SelectMany(period => Obligation.Of(Programme, period)))
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
    public void Of_ReportsEveryProject_AndNoInvestmentFalls()
    {
        var first = Updates(First);
        var second = Updates(Second);
        Assert.Equal(Programme.Plans.SelectMany(p => p.Projects).Count(p => p.Kind == "project"), first.Count);
        Assert.All(first, update => Assert.True(update.CumulativeInvestment <= second.Single(u => u.Project == update.Project).CumulativeInvestment, update.Project));
        Assert.All(first, update => Assert.True(update.Stage <= second.Single(u => u.Project == update.Project).Stage, update.Project));
        Assert.Contains(second, u => u is { Project: "automotive-P010", Stage: ProjectStage.NotStarted, Obstacle: ProblemKind.Land });
    }

    [Fact]
    public void Of_RaisesProblemsOfEveryKind_InBothPeriods()
    {
        foreach (var period in new[] { First, Second })
        {
            var problems = Obligation.Of(Programme, period).SelectMany(o => entries.Of(o).Problems).ToList();
            Assert.Equal(Enum.GetValues<ProblemKind>(), problems.Select(p => p.Kind).Distinct().Order());
            Assert.All(problems, p => Assert.True(p.AskedOf is null || Programme.TryGetUnit(p.AskedOf, out _), p.AskedOf));
        }
        Assert.Equal(Texts.Problems().Count, new[] { First, Second }.SelectMany(p => Obligation.Of(Programme, p)).Sum(o => entries.Of(o).Problems.Count));
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
    public void Of_IsImplausibleOnlyWhereTheStorySaysSo_AndItsNoteExplainsIt()
    {
        var warned = new[] { First, Second }.SelectMany(p => Obligation.Of(Programme, p))
            .SelectMany(o => Warnings(o).Select(w => $"{o.Period} {o.Plan} {o.Task ?? "indicators"} {w.Code} {w.Field} {(entries.Of(o).Note is null ? "unexplained" : "explained")}"));

        Assert.Equal(["2012Q2 nev indicators cumulative-falls figures[1].value explained"], warned);
    }

    [Theory]
    [InlineData("Grace")]
    [InlineData("Late")]
    [InlineData("Never")]
    [InlineData("Draft")]
    [InlineData("Returned")]
    [InlineData("Unreviewed")]
    public void ConductOf_IsMet_OverTheTwoPeriods(string conduct) =>
        Assert.Contains(
            new[] { First, Second }.SelectMany(p => Obligation.Of(Programme, p)),
            owed => DemonstrationEntries.ConductOf(owed)?.Conduct.ToString() == conduct);

    [Fact]
    public void ConductOf_MatchesAnObligation_ForEveryLineOfTheStory() =>
        Assert.All(DemonstrationEntries.Story.Conduct, told => Assert.Contains(
            told.Periods.SelectMany(p => Obligation.Of(Programme, p)),
            owed => DemonstrationEntries.ConductOf(owed) == told));

    private IReadOnlyList<Warning> Warnings(Obligation owed)
    {
        var plan = Programme.Plans.Single(p => p.Id == owed.Plan);
        var key = new EntryKey(Programme.Id, owed.Period, owed.Plan, owed.Task, owed.Unit);
        var before = owed.Period == First ? null : entries.Of(owed with { Period = First });
        return CheckPlausibility.Of(
            entries.Of(owed),
            new OwedEntry(key, Programme, plan, PeriodDates.Of(owed.Period, Programme.Calendar)),
            new KnownReports(before is null ? null : new EarlierReport(First, before.Percent, before.Figures, before.Projects), []));
    }

    private List<ProjectUpdate> Updates(Period period) => [.. Obligation.Of(Programme, period).SelectMany(o => entries.Of(o).Projects)];

    private EntryContent Indicators(string plan, Period period) =>
        entries.Of(Obligation.Of(Programme, period).Single(o => o.Plan == plan && o.Task is null));

    private decimal Value(string plan, string indicator, Period period) =>
        Indicators(plan, period).Figures.Single(f => f.Indicator == indicator).Value ?? throw new InvalidOperationException("No value.");

    private string Serialised() => JsonSerializer.Serialize(Obligation.Of(Programme, Second).Select(entries.Of));
}
