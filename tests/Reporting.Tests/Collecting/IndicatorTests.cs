using System.Text;
using Reporting.Collecting;
using Reporting.Tests.Catalogue;
using Reporting.Tests.Collecting.Plausibility;

namespace Reporting.Tests.Collecting;

public sealed class IndicatorTests
{
    [Fact]
    public void Every_TargetAndCommitment_IsAnIndicatorOfItsPlan()
    {
        var found = Henan2012.Programme.Plans.SelectMany(plan => plan.Targets.Select(t => t.Id)
            .Concat(plan.WorkItems.SelectMany(w => w.Commitments).Select(c => c.Id))
            .Select(id => Indicator.Find(plan, id)));

        Assert.Equal(23 + 151, found.OfType<Indicator>().Count());
        Assert.DoesNotContain(found, i => i is null);
    }

    [Theory]
    [InlineData("automotive-T02")] // a baseline
    [InlineData("steel-T02")] // of another plan
    [InlineData("automotive-P001")]
    [InlineData("automotive-W01")]
    public void Nothing_ElseIsOne(string id) => Assert.Null(Indicator.Find(Henan2012.Plan("automotive"), id));

    [Fact]
    public void Commitment_AddsUp_AsItsWordInTheCatalogueSays()
    {
        var kinds = Henan2012.Programme.Plans.SelectMany(p => p.WorkItems.SelectMany(w => w.Commitments).Select(c => (c.Kind, Found: Indicator.Find(p, c.Id)?.Kind)))
            .CountBy(x => $"{x.Kind} {x.Found?.ToString() ?? "-"}").Select(g => $"{g.Key} {g.Value}").Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "capacity Stock 16", "count Count 57", "event - 2", "milestone - 22", "non-numeric - 1", "output Flow 10", "rate - 2", "rate Rate 7",
                "revenue Flow 28", "share - 2", "share Rate 3", "tech - 1",
            ],
            kinds);
    }

    [Theory]
    //          value  reason    code                 field
    [InlineData("0", null, null, null)] // zero is a value
    [InlineData(null, "统计尚未汇总", null, null)]
    [InlineData(null, null, "value-or-reason", "figures[0].value")]
    [InlineData(null, " ", "value-or-reason", "figures[0].value")]
    [InlineData("0", "统计尚未汇总", "value-and-reason", "figures[0].missingReason")]
    [InlineData("-1", null, "negative-value", "figures[0].value")]
    [InlineData("0.0000001", null, "too-many-decimals", "figures[0].value")]
    [InlineData("0.0000010", null, null, null)]
    [InlineData("1000000000000", null, "number-out-of-range", "figures[0].value")]
    [InlineData("999999999999.999999", null, null, null)]
    public void Blank_IsNotZero_AndNumbersAreTakenAsTheyAre(string? value, string? reason, string? code, string? field)
    {
        decimal? number = value is null ? null : decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        var content = EntryRules.Cleaned(Posted.Content(figures: new EntryFigure("automotive-W01-C01", number, "万辆", MissingReason: reason)));

        var refusals = EntryRules.Check(content, Posted.Owed("automotive", 1), new AnyCharacter(), new HashSet<string>());

        Assert.Equal(code is null ? [] : [$"{code} {field}"], refusals.Select(r => $"{r.Code} {r.Field}"));
    }

    [Theory]
    [InlineData(30_000, false)]
    [InlineData(30_001, true)]
    public void Entry_IsRefused_WhenItsJsonIsLongerThan30000Characters(int length, bool refused)
    {
        var content = Posted.Content() with { Problems = [.. Enumerable.Repeat(new EntryProblem(ProblemKind.Other, new string('问', 3_000), null, null), 10)] };
        var rest = length - System.Text.Json.JsonSerializer.Serialize(content, ReportingJson.Options).Length;
        content = content with { Problems = [content.Problems[0] with { Text = new string('问', 3_000 + rest) }, .. content.Problems.Skip(1)] };
        Assert.Equal(length, System.Text.Json.JsonSerializer.Serialize(content, ReportingJson.Options).Length);

        var refusals = EntryRules.Check(content, Posted.Owed("automotive", 1), new AnyCharacter(), new HashSet<string>());

        Assert.Equal(refused ? ["entry-too-long"] : [], refusals.Select(r => r.Code));
    }

    private sealed class AnyCharacter : ICharacterRepertoire
    {
        public Rune? FirstMissing(string text) => null;
    }
}
