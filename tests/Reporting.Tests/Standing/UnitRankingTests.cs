using Reporting.Standing;

namespace Reporting.Tests.Standing;

public sealed class UnitRankingTests
{
    /// <summary>Each unit: owed, then completeness, timeliness, substance; x stands for none.</summary>
    [Theory]
    [InlineData("a 5 100 100 100", "a1")]
    [InlineData("a 5 80 100 100, b 5 100 0 0", "b1 a2")]
    [InlineData("a 5 90 80 100, b 5 90 90 0", "b1 a2")]
    [InlineData("a 5 90 90 50, b 5 90 90 60", "b1 a2")]
    [InlineData("a 5 50 50 50, b 5 100 100 100, c 5 50 50 50, d 5 40 100 100, e 5 100 90 100", "b1 e2 a3 c3 d5")]
    [InlineData("a 5 100 100 100, b 9 100 100 100, c 5 99.9 100 100", "a1 b1 c3")]
    [InlineData("a 2 100 100 100, b 3 0 0 x, c 1 0 0 x", "b1 a c")]
    [InlineData("a 3 0 0 x, b 3 0 0 0, c 4 0 33.3 100", "c1 a2 b2")]
    [InlineData("a 2 100 100 100", "a")]
    public void Rank_FollowsTheRatesInOrder_AndIsSharedByEquals(string units, string expected)
    {
        var ranked = UnitRanking.Of([.. units.Split(", ").Select(Unit)]);

        Assert.Equal(expected, string.Join(' ', ranked.Select(u => u.Unit + u.Rank)));
    }

    private static UnitTally Unit(string text)
    {
        var parts = text.Split(' ');
        var rates = parts[2..].Select(r => r == "x" ? (decimal?)null : decimal.Parse(r, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var tally = new Tally(
            int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), 0, 0, 0, 0, 0, 0, 0, 0, rates[0], rates[1], rates[2], new LightCount(0, 0, 0, 0, 0));
        return new UnitTally(parts[0], parts[0], Rank: null, tally);
    }
}
