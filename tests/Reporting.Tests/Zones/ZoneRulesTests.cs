using Reporting.Tests.Catalogue;
using Reporting.Zones;

namespace Reporting.Tests.Zones;

public sealed class ZoneRulesTests
{
    [Fact]
    public void Ranking_IsOrderedByFoodAlone() =>
        Assert.Equal(["food"], Henan2012.Programme.Plans.Where(p => ZoneRules.NotRanked(p) is null).Select(p => p.Id));

    [Theory]
    [InlineData("马寨产业集聚区", "马寨产业集聚区", true)]
    [InlineData("马寨产业集聚区", "马寨 产业\u3000集聚区", true)]
    [InlineData("马寨(A)区", "马寨（Ａ）区", true)]
    [InlineData("马寨一区", "马寨二区", false)]
    [InlineData("马寨A区", "马寨a区", false)]
    public void Names_AreTheSame_WhenAReaderSeesNoDifference(string one, string other, bool same) =>
        Assert.Equal(same, ZoneRules.Comparable(one) == ZoneRules.Comparable(other));

    [Fact]
    public void Numbers_HaveOneForm_AndTextsAreTrimmed()
    {
        var zone = ZoneRules.Cleaned(new Zone(" 马寨 ", null, 512.40m, 430.00m, " 亿元", 2, true, " ", "\n待核\r\n实 "));

        Assert.Equal(("马寨", "512.4", "430", "亿元", null, "待核\n实"), (zone.Name, Text(zone.Revenue), Text(zone.RevenueLastYear), zone.RevenueUnit, zone.Achievements, zone.Note));
    }

    private static string? Text(decimal? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
