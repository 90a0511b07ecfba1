using CsCheck;
using Typesetting.Charts;

namespace Typesetting.Tests.Charts;

/// <summary>The steps are those of d3-array's <c>nice</c> with a count of five, zero taken in.</summary>
public sealed class ScaleTests
{
    [Theory]
    [InlineData(0, 100, "0 20 40 60 80 100")]
    [InlineData(0, 118, "0 20 40 60 80 100 120")]
    [InlineData(3, 25, "0 5 10 15 20 25")]
    [InlineData(0, 7, "0 1 2 3 4 5 6 7")]
    [InlineData(0, 1092.6, "0 200 400 600 800 1000 1200")]
    [InlineData(-4.2, 24.7, "−5 0 5 10 15 20 25")]
    [InlineData(-5, -3, "−5 −4 −3 −2 −1 0")]
    [InlineData(0, 0.3, "0 0.05 0.10 0.15 0.20 0.25 0.30")]
    [InlineData(0, 0.0007, "0 0.0001 0.0002 0.0003 0.0004 0.0005 0.0006 0.0007")]
    [InlineData(-0.8, 0.8, "−1.0 −0.5 0 0.5 1.0")]
    [InlineData(0, 0, "0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0, 1e15, "0 200000000000000 400000000000000 600000000000000 800000000000000 1000000000000000")]
    public void Steps_AreRound_AndHoldTheValues(double least, double most, string expected)
    {
        var scale = Scale.Over(least, most);

        Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, scale.Steps + 1).Select(scale.TextOf)));
    }

    [Fact]
    public void Share_RunsFromOneEndToTheOther()
    {
        var scale = Scale.Over(-4.2, 24.7);

        Assert.Equal((0, 1), (scale.Share(-5), scale.Share(25)));
        Assert.Equal(1.0 / 6, scale.Share(0), 1e-12);
    }

    [Fact]
    public void Scale_HoldsZeroAndBothValues_InFewSteps()
    {
        var values = Gen.Double[-1e15, 1e15].Select(Gen.Int[-20, 0], (value, power) => value * Math.Pow(10, power));
        Gen.Select(values, values).Sample(
            (one, other) =>
            {
                var scale = Scale.Over(Math.Min(one, other), Math.Max(one, other));
                var tolerance = (scale.To - scale.From) * 1e-9;
                return scale.From <= Math.Min(0, Math.Min(one, other)) + tolerance
                    && scale.To >= Math.Max(0, Math.Max(one, other)) - tolerance
                    && scale.Steps is >= 2 and <= 9
                    && Enumerable.Range(0, scale.Steps + 1).Count(i => scale[i] == 0) == 1;
            },
            iter: 20_000);
    }
}
