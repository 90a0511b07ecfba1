using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LocalHost.Demonstration;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Inspections;
using Reporting.Schedule;
using Testing;

namespace LocalHost.Tests.Demonstration;

/// <summary>The hand-written sentences, before and after their numbers are filled in.</summary>
public sealed class DemonstrationTextsTests
{
    private static readonly Period[] Year = [new(2012, 1), new(2012, 2), new(2012, 3), new(2012, 4)];
    private static readonly Programme Programme = CatalogueFolder.Load(Repository.Path("data", "henan-2012"));

    private readonly DemonstrationEntries entries = new(Programme);

    private static IEnumerable<(Theme Theme, Period Period, string Progress, string Next)> Told =>
        from theme in Texts.Themes()
        from entry in theme.Entries
        from period in Year
        let text = entry.In(period)
        select (theme, period, text.Progress, text.NextStep);

    [Fact]
    public void Theme_SaysSomethingElseInEveryQuarter()
    {
        Assert.All(Told, told => Assert.InRange(told.Progress.Length, 30, 160));
        Assert.All(Told, told => Assert.InRange(told.Next.Length, 15, 90));
        Assert.All(
            Texts.Themes().SelectMany(t => t.Entries),
            entry => Assert.Equal(8, Year.SelectMany(p => new[] { entry.In(p).Progress, entry.In(p).NextStep }).Distinct().Count()));
    }

    [Fact]
    public void Theme_SpeaksOfItsQuarter()
    {
        string[] autumn = ["前三季度", "1—9月", "截至9月底", "9月"];
        string[] winter = ["全年", "2012年", "1—12月", "截至12月底"];
        Assert.All(Told.Where(t => t.Period.Quarter == 3), told => Assert.Contains(autumn, word => told.Progress.Contains(word, StringComparison.Ordinal)));
        Assert.All(Told.Where(t => t.Period.Quarter == 4), told => Assert.Contains(winter, word => told.Progress.Contains(word, StringComparison.Ordinal)));
        Assert.All(Told.Where(t => t.Period.Quarter == 4), told => Assert.StartsWith("2013年一季度", told.Next, StringComparison.Ordinal));
        Assert.All(Told.Where(t => t.Period.Quarter > 2), told => Assert.DoesNotContain("上半年，", told.Progress, StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_HaveNoWordThatNoFigureCarries()
    {
        string[] all =
        [
            .. Told.SelectMany(t => new[] { t.Progress, t.Next }),
            .. Texts.Problems().SelectMany(p => new[] { p.Text, p.Help, p.Closed?.Evidence ?? "" }),
            .. Texts.Contributions().Select(c => c.Text),
            .. Texts.Inspections().Select(i => JsonSerializer.Serialize(i, Unescaped)),
            .. Texts.Zones().Select(z => z.Zone.Achievements ?? ""),
            JsonSerializer.Serialize(DemonstrationEntries.Story, Unescaped),
        ];
        foreach (var word in new[] { "大幅", "显著", "取得明显成效", "扎实推进", "进一步加强", "不断提升" })
            Assert.All(all, text => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_NeverFallOverTheYear()
    {
        var seen = 0;
        foreach (var theme in Texts.Themes())
        {
            foreach (var owed in Obligation.Of(Programme, Year[0]).Where(o => theme.Tasks.Contains($"{o.Plan}-{o.Task}")))
            {
                foreach (var (slot, range) in theme.Numbers)
                {
                    var numbers = Year.Select(p => decimal.Parse(Narrative.Number(slot, range, owed with { Period = p }), CultureInfo.InvariantCulture)).ToList();
                    Assert.Equal(numbers.Order(), numbers);
                    Assert.Equal(range.StartsWith('=') ? 1 : 4, numbers.Distinct().Count());
                    seen++;
                }
            }
        }
        Assert.InRange(seen, 400, 1000);
    }

    [Fact]
    public void Entries_HaveNoUnfilledPlace_AndNoTwoOfAQuarterSayTheSame()
    {
        foreach (var period in Year)
        {
            var owed = Obligation.Of(Programme, period);
            Assert.Equal(162, owed.Count);
            var said = owed.Select(entries.Of).ToList();
            Assert.All(said.SelectMany(e => new[] { e.Progress, e.NextStep }), text => Assert.DoesNotContain('{', text ?? "{"));
            var progress = owed.Where(o => o.Task is not null).Select(o => entries.Of(o).Progress).ToList();
            Assert.Equal(progress.Count, progress.Distinct().Count());
            // Of one task no two units plan the same either, from the second half of the year on.
            var next = owed.Where(o => o.Task is not null && period.Quarter > 2).Select(o => $"{o.Plan} {o.Task} {entries.Of(o).NextStep}").ToList();
            Assert.Equal(next.Count, next.Distinct().Count());
        }
    }

    [Fact]
    public void Words_AndPercentages_BelongToAnObligation()
    {
        var owed = Year.SelectMany(p => Obligation.Of(Programme, p)).Select(o => (o.Period, o.Plan, o.Task ?? "", o.Unit)).ToHashSet();
        Assert.All(DemonstrationEntries.Story.Words, told => Assert.Contains((told.Period, told.Plan, told.Task, told.Unit), owed));
        Assert.All(DemonstrationEntries.Story.Progress, told => Assert.Contains((told.Period, told.Plan, told.Task, told.Unit), owed));
    }

    [Fact]
    public void Contributions_ComeFromUnitsThatCanPost_AndTakePartInTheTask()
    {
        var posting = Obligation.Of(Programme, Year[0]).Select(o => o.Unit).ToHashSet();
        Assert.All(Texts.Contributions(), told => Assert.Contains(told.Unit, posting));
        Assert.All(Texts.Contributions(), told => Assert.Contains(
            told.Unit, Programme.Plans.Single(p => p.Id == told.Plan).Tasks.Single(t => t.Id == told.Task).ParticipatingUnits));
    }

    [Fact]
    public void Problems_AreClosedAfterTheyWereAccepted()
    {
        var closed = Texts.Problems().Where(p => p.Closed is not null).ToList();
        Assert.All(closed, told => Assert.True(told.Closed?.Period > told.Period, told.Text));
        Assert.All(closed, told => Assert.Contains(
            Obligation.Of(Programme, told.Period),
            o => o.Plan == told.Plan && o.Task == told.Task && o.Unit == told.Unit
                && DemonstrationEntries.ConductOf(o)?.Conduct is not (Conduct.Never or Conduct.Draft or Conduct.Unreviewed)));
        Assert.Equal([new Period(2012, 2), new Period(2012, 3), new Period(2012, 4)], closed.Select(p => p.Closed?.Period ?? default).Distinct().Order());
    }

    [Fact]
    public void Problems_AreNotSolvedMoreOftenThanFound()
    {
        var counted = Year.SelectMany(p => Obligation.Of(Programme, p)).Where(o => o.Task is not null)
            .Select(o => Regex.Match(entries.Of(o).Progress ?? "", "梳理\\D*重大问题(\\d+)个，协调解决(\\d+)个")).Where(m => m.Success)
            .Select(m => (Found: int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), Solved: int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture))).ToList();

        Assert.InRange(counted.Count, 4, 40);
        Assert.All(counted, c => Assert.True(c.Solved <= c.Found, $"{c.Solved} of {c.Found}"));
    }

    [Fact]
    public void Visits_FollowUpWhatWasFound_AndEveryInspectionReportHasSome()
    {
        var visits = Texts.Inspections();
        string[] inspected = ["equipment", "nev", "biotech"];
        Assert.All(
            from plan in inspected from quarter in new[] { 2, 4 } select visits.Count(v => v.Plan == plan && v.Inspection.Period == new Period(2012, quarter)),
            count => Assert.Equal(3, count));
        Assert.All(visits, v => Assert.InRange(v.Inspection.VisitedOn, v.Inspection.Period.LastDay, PeriodDates.Of(v.Inspection.Period, Programme.Calendar).ReviewBy));
        Assert.All(
            visits.SelectMany(v => (v.FollowUps ?? []).Select(f => (v.Inspection, FollowUp: f))),
            told => Assert.NotNull(told.Inspection.Findings[told.FollowUp.Finding].Rectification));
        Assert.Equal(8, visits.Count(v => v.FollowedUp()?.Findings.All(f => f.Rectification is null or { State: RectificationState.Done }) == true));
        Assert.Equal(1, visits.Count(v => v.FollowedUp()?.Findings.Any(f => f.Rectification is { State: not RectificationState.Done }) == true));
    }

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
