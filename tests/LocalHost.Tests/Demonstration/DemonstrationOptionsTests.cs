using LocalHost.Demonstration;

namespace LocalHost.Tests.Demonstration;

public sealed class DemonstrationOptionsTests
{
    [Fact]
    public void Of_TellsTwoQuarters_WhenNothingIsSaid()
    {
        var options = DemonstrationOptions.Of([]);

        Assert.Equal((2, Path.Combine("out", "demo")), (options.Quarters, options.Output));
        Assert.Empty(options.Settings);
    }

    [Theory]
    [InlineData("--quarters", "4", "--output", "here", "--Azurite:Node=node")]
    [InlineData("--Azurite:Node=node", "--output=here", "--quarters=4")]
    public void Of_TakesBothOptions_AndLeavesTheSettings(params string[] args)
    {
        var options = DemonstrationOptions.Of(args);

        Assert.Equal((4, "here"), (options.Quarters, options.Output));
        Assert.Equal(["--Azurite:Node=node"], options.Settings);
    }

    [Theory]
    [InlineData("0", "“0”", "'0'")]
    [InlineData("5", "“5”", "'5'")]
    [InlineData("-1", "“-1”", "'-1'")]
    [InlineData("２", "“２”", "'２'")]
    [InlineData("全年", "“全年”", "'全年'")]
    public void Of_NamesTheNumberOfQuarters_WhenItIsNone(string value, string chinese, string english)
    {
        var failure = Assert.Throws<LocalRunException>(() => DemonstrationOptions.Of(["--quarters", value]));

        Assert.Contains("--quarters", failure.Message, StringComparison.Ordinal);
        Assert.Contains(chinese, failure.Message, StringComparison.Ordinal);
        Assert.Contains(english, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--quarters")]
    [InlineData("--output")]
    public void Of_NamesTheOption_WhenItsValueIsMissing(string option) =>
        Assert.Contains(option, Assert.Throws<LocalRunException>(() => DemonstrationOptions.Of([option])).Message, StringComparison.Ordinal);
}
