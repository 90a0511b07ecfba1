using Testing.Pictures;

namespace Typesetting.Tests.Pictures;

/// <summary>Every page of the fixed documents looks as somebody approved it.</summary>
public sealed class PictureTests
{
    private static readonly ApprovedPictures approved = ApprovedPictures.Of("Typesetting.Tests");

    public static TheoryData<string> Names => [.. PictureDocuments.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Pages_LookAsApproved(string name) =>
        approved.RequireAsync(name, Written.Of(PictureDocuments.All[name]).Bytes, TestContext.Current.CancellationToken);

    [Fact]
    public void ApprovedPictures_AllBelongToADocument() => approved.RequireNoneBut(PictureDocuments.All.Keys);
}
