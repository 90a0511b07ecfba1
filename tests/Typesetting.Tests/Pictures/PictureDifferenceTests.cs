using Testing.Pictures;
using Typesetting.Content;

namespace Typesetting.Tests.Pictures;

/// <summary>What the comparison lets pass and what it does not, on a page with text, a table, a light and a bar.</summary>
public sealed class PictureDifferenceTests
{
    [Fact]
    public async Task Difference_IsAllowed_WhenOnlyTheSmoothingOfEdgesChanges()
    {
        var page = Written.Of(Page()).Bytes;

        var difference = PictureDifference.Between(await FirstOf(page), await FirstOf(page, "-aa", "no", "-aaVector", "no"));

        Assert.True(difference.IsAllowed, $"{difference}");
        Assert.True(difference.Worst > 0);
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(1.25)]
    public async Task Difference_IsAllowed_WhenStrokesAreALittleLighterOrDarker(double gamma)
    {
        var picture = await FirstOf(Written.Of(Page()).Bytes);

        var difference = PictureDifference.Between(picture, Through(picture, gamma));

        Assert.True(difference.IsAllowed, $"{difference}");
        Assert.True(difference.Worst > 0);
    }

    [Fact]
    public async Task Difference_IsNone_BetweenAPageAndItself()
    {
        var page = Written.Of(Page()).Bytes;

        Assert.Equal(0, PictureDifference.Between(await FirstOf(page), await FirstOf(page)).Worst);
    }

    private static readonly Dictionary<string, Block[]> changed = new(StringComparer.Ordinal)
    {
        ["another digit"] = Page(percent: "47.6"),
        ["another mark"] = Page(mark: "、"),
        ["one stroke longer"] = Page(character: "末"),
        ["half a point lower"] = Page(lower: 0.5),
        ["half a point to the right"] = Page(right: 0.5),
        ["a yellow light"] = Page(light: Light.Yellow),
        ["a green light"] = Page(light: Light.Green),
        ["a longer bar"] = Page(bar: 0.42),
        ["no borders"] = Page(border: 0),
        ["smaller print"] = Page(size: 11.8),
    };

    public static TheoryData<string> Changes => [.. changed.Keys];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Difference_IsNotAllowed_WhenThePageSaysOrLooksOtherwise(string change)
    {
        var difference = PictureDifference.Between(await FirstOf(Written.Of(Page()).Bytes), await FirstOf(Written.Of(changed[change]).Bytes));

        Assert.False(difference.IsAllowed, $"{difference}");
    }

    [Fact]
    public async Task Difference_IsNotAllowed_WhenThePaperIsAnother()
    {
        var content = SampleBulletin.Of(Page());
        var wider = content with { Layout = PageLayout.Official with { Width = Length.Millimetres(211) } };

        Assert.False(PictureDifference.Between(await FirstOf(Written.Of(content).Bytes), await FirstOf(Written.Of(wider).Bytes)).IsAllowed);
    }

    [Fact]
    public async Task Difference_NamesThePlace_WhereTheDigitStands()
    {
        var page = Written.Of(Page(percent: "47.6"));
        var point = page.Pages()[0].Letters.First(letter => letter.Value == "." && letter.PointSize < 13);

        var difference = PictureDifference.Between(await FirstOf(Written.Of(Page()).Bytes), await FirstOf(page.Bytes));

        var (x, y) = (difference.X * 72.0 / PagePictures.PixelsPerInch, PageLayout.Official.Height - (difference.Y * 72.0 / PagePictures.PixelsPerInch));
        Assert.InRange(x, point.StartBaseLine.X, point.StartBaseLine.X + 12);
        Assert.InRange(y, point.StartBaseLine.Y - 2, point.StartBaseLine.Y + 12);
    }

    private static async Task<Picture> FirstOf(byte[] pdf, params string[] options) =>
        (await PagePictures.OfAsync(pdf, TestContext.Current.CancellationToken, options))[0];

    private static Picture Through(Picture picture, double gamma)
    {
        var samples = new byte[picture.Width * picture.Height * 4];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = (byte)(255 * Math.Pow(picture[i / 4 % picture.Width, i / 4 / picture.Width, Math.Min(i % 4, 2)] / 255.0, gamma));
        return new Picture(picture.Width, picture.Height, samples);
    }

    /// <summary>The percentage stands in the table.</summary>
    private static Block[] Page(
        string percent = "47.5",
        string mark = "，",
        string character = "未",
        double lower = 0,
        double right = 0,
        Light light = Light.Red,
        double bar = 0.4,
        double border = 0.5,
        double size = 12) =>
    [
        new Paragraph($"上半年，全省规模以上汽车产业主营业务收入累计1 092.6亿元{mark}低于序时进度2.5个百分点；整车产量31.8万辆，{character}来完成。") { SpaceBefore = lower },
        new Heading(1, "一、总体进展"),
        new Table(
            [TableColumn.OfShare(2), TableColumn.OfShare(1), TableColumn.OfShare(1)],
            [new TableRow("工作任务", "进度", "亮灯")],
            [
                new TableRow([new TableCell("建设郑州百万辆汽车基地"), new TableCell($"{percent}%") { Bar = new Bar(bar, 0.5, "进度") }, new TableCell("灯") { Light = light }]),
                new TableRow("推进产业园", "38.3%", "绿"),
            ])
        {
            Style = OfficialStyles.Table with { Size = size },
            Border = border,
        },
        new Paragraph("各牵头单位要逐项核对，倒排工期。") { LeftIndent = right / PageLayout.Official.Pitch },
    ];
}
