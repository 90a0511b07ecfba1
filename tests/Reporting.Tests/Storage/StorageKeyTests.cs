using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Tests.Storage;

public sealed class StorageKeyTests
{
    private static readonly EntryKey Task = new("henan-2012", new Period(2012, 1), "automotive", "R03", "zhengzhou");
    private static readonly EntryKey Indicators = Task with { Task = null };

    [Fact]
    public void Keys_AreThoseOfTheDesign()
    {
        Assert.Equal("henan-2012~2012Q1~automotive", ProgressKeys.Partition(Task));
        Assert.Equal("entry~R03~zhengzhou", ProgressKeys.CurrentRow(Task));
        Assert.Equal("version~R03~zhengzhou~000012", ProgressKeys.VersionRow(Task, 12));
        Assert.Equal("indicator~zhengzhou", ProgressKeys.CurrentRow(Indicators));
        Assert.Equal("indicator-version~zhengzhou~000012", ProgressKeys.VersionRow(Indicators, 12));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a~b")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("a'b")]
    [InlineData("郑州")]
    public void Part_IsRefused_WhenItHasAnotherCharacter(string part) => Assert.Throws<ArgumentException>(() => StorageKey.Of("x", part));

    [Fact]
    public void VersionRows_AreThoseOfOneEntryOnly()
    {
        var (from, to) = ProgressKeys.VersionRows(Task);
        bool Within(string row) => string.CompareOrdinal(from, row) <= 0 && string.CompareOrdinal(row, to) < 0;

        Assert.True(Within(ProgressKeys.VersionRow(Task, 0)));
        Assert.True(Within(ProgressKeys.VersionRow(Task, 999_999)));
        Assert.False(Within(ProgressKeys.VersionRow(Task with { Unit = "zhengzhou-east" }, 1)));
        Assert.False(Within(ProgressKeys.VersionRow(Task with { Task = "R031" }, 1)));
        Assert.False(Within(ProgressKeys.CurrentRow(Task)));
    }
}
