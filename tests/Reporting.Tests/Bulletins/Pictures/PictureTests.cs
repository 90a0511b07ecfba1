using Reporting.Bulletins;
using Reporting.Bulletins.Pdf;
using Testing.Pictures;

namespace Reporting.Tests.Bulletins.Pictures;

/// <summary>Every page of the issues of fixed snapshots looks as somebody approved it.</summary>
public sealed class PictureTests
{
    private static readonly ApprovedPictures approved = ApprovedPictures.Of("Reporting.Tests");
    private static readonly PdfRenderer renderer = new(new FontOptions().Load(AppContext.BaseDirectory));

    public static TheoryData<string> Names => [.. PictureSnapshots.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Pages_LookAsApproved(string name) =>
        approved.RequireAsync(name, Issue(name), TestContext.Current.CancellationToken);

    [Fact]
    public void ApprovedPictures_AllBelongToASnapshot() => approved.RequireNoneBut(PictureSnapshots.All.Keys);

    [Fact]
    public Task ReadmesPicture_IsTheFirstPageOfAnIssue() =>
        ApprovedPictures.OfDocumentation.RequireAsync("bulletin", Issue("bulletin"), TestContext.Current.CancellationToken, "-l", "1");

    private static byte[] Issue(string name) => renderer.Render(ComposeIssue.Compose(PictureSnapshots.All[name]()));
}
