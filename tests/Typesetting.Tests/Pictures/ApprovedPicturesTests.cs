using Testing;
using Testing.Pictures;
using Typesetting.Content;
using Xunit.Sdk;

namespace Typesetting.Tests.Pictures;

public sealed class ApprovedPicturesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Neither is there before something is written.</summary>
    private string Approved => Path.Combine(folder.Path, "approved");

    private string Output => Path.Combine(folder.Path, "output");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Page_IsRefused_UntilItIsApproved()
    {
        var refused = await Assert.ThrowsAnyAsync<XunitException>(() => Require("完成47.5%"));
        await Require("完成47.5%", approving: true);
        await Require("完成47.5%");

        Assert.Contains("page-1 has no approved picture", refused.Message, StringComparison.Ordinal);
        Assert.Contains("APPROVE_PICTURES=1", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["page-1.png"], Names(Approved));
    }

    [Fact]
    public async Task Page_IsRefusedWithItsDifference_WhenADigitIsAnother()
    {
        await Require("完成47.5%", approving: true);

        var refused = await Assert.ThrowsAnyAsync<XunitException>(() => Require("完成47.6%"));

        Assert.Contains("page-1 differs by", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["page-1.actual.png", "page-1.difference.png", "page.pdf"], Names(Output));
        var difference = Picture.Read(Path.Combine(Output, "page-1.difference.png"));
        Assert.True(Any(difference, (red, green) => red > green + 100), "what has come is red");
        Assert.True(Any(difference, (red, green) => green > red + 100), "what has gone is cyan");
    }

    [Fact]
    public async Task PicturesOfAFailure_AreRemoved_WhenThePagesAreRightAgain()
    {
        await Require("完成47.5%", approving: true);
        await Assert.ThrowsAnyAsync<XunitException>(() => Require(new string('国', 28 * 23)));

        await Require("完成47.5%");

        Assert.Empty(Names(Output));
    }

    [Fact]
    public async Task Document_IsRefused_WhenItHasAPageLess()
    {
        await Require(new string('国', 28 * 23), approving: true);

        var refused = await Assert.ThrowsAnyAsync<XunitException>(() => Require(new string('国', 28 * 22)));
        await Require(new string('国', 28 * 22), approving: true);

        Assert.Contains("page-2.png shows a page that the document does not have", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["page-1.png"], Names(Approved));
    }

    [Fact]
    public async Task Approving_LeavesWhatIsAsItWas()
    {
        await Require("完成47.5%", approving: true);
        var file = Path.Combine(Approved, "page-1.png");
        var before = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);

        await Require("完成47.5%", approving: true);

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(file));
        Assert.Equal(before, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task PictureOfNoDocument_IsFound()
    {
        await Require("完成47.5%", approving: true);

        Pictures(approving: false).RequireNoneBut(["page"]);
        var refused = Assert.ThrowsAny<XunitException>(() => Pictures(approving: false).RequireNoneBut(["pag", "page-1", "other"]));
        Pictures(approving: true).RequireNoneBut(["other"]);

        Assert.Contains("page-1.png", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Names(Approved));
    }

    [Fact]
    public async Task Picture_ReadsAsItWasWritten_WithAndWithoutColour()
    {
        foreach (var colour in (Colour[])[Colour.Black, Colour.OfficialRed])
        {
            var run = new Run("通过") { Colour = colour };
            var page = Assert.Single(await PagePictures.OfAsync(Written.Of(new Paragraph([run])).Bytes, TestContext.Current.CancellationToken));
            var file = Path.Combine(Output, "page.png");

            page.Write(file);

            Assert.True(Picture.Read(file).IsSameAs(page));
        }
    }

    private Task Require(string text, bool approving = false) =>
        Pictures(approving).RequireAsync("page", Written.Of(new Paragraph(text) { FirstLineIndent = 0 }).Bytes, TestContext.Current.CancellationToken);

    private ApprovedPictures Pictures(bool approving) => new(Approved, Output, approving);

    private static IEnumerable<string?> Names(string folder) =>
        Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private static bool Any(Picture picture, Func<byte, byte, bool> matches)
    {
        for (var y = 0; y < picture.Height; y++)
            for (var x = 0; x < picture.Width; x++)
                if (matches(picture[x, y, 0], picture[x, y, 1]))
                    return true;
        return false;
    }
}
