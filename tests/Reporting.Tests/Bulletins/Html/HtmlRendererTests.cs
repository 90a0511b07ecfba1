using System.Text;
using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Html;
using Reporting.Bulletins.Snapshots;
using Testing;

namespace Reporting.Tests.Bulletins.Html;

public sealed class HtmlRendererTests
{
    [Fact]
    public void Head_SaysLanguageTitleAuthorAndPolicy()
    {
        var html = Encoding.UTF8.GetString(Issue.Html("bulletin"));

        Assert.StartsWith("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\"", html, StringComparison.Ordinal);
        Assert.Contains("<title>关于汽车产业2012年行动计划上半年进展情况的通报</title>", html, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"author\" content=\"省优化产业结构提升重点产业领导小组办公室\"/>", html, StringComparison.Ordinal);
        var sheet = html.Split("<style>")[1].Split("</style>")[0];
        Assert.Contains($"content=\"default-src 'none'; style-src '{StyleSheet.HashOf(sheet)}'; base-uri 'none'; form-action 'none'\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Issue.Names), MemberType = typeof(Issue))]
    public void File_HoldsNoScript_NoStyleAttribute_AndNoAddress(string name)
    {
        var html = Encoding.UTF8.GetString(Issue.Html(name));

        Assert.All((string[])["<script", " style=", "http:", "https:", "src=", "href=", "@import", "javascript:"], word => Assert.DoesNotContain(word, html, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Renderer_NamesItsFileAndProgram()
    {
        var renderer = new HtmlRenderer();

        Assert.Equal("bulletin.html", renderer.FileName);
        Assert.StartsWith("Reporting ", renderer.Engine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_AreTheSame_InAnotherProcess_OnAnotherDay_InAnotherLanguageAndZone()
    {
        var other = await OtherProcess.RunAsync(
            GetType(), nameof(Bytes_AreTheSame_WrittenTwice), "2031-02-03 04:05:06", "tr_TR", "America/St_Johns", TestContext.Current.CancellationToken);

        Assert.Equal("tr-TR 2031-02-03 -03:30", other.Surroundings);
        Assert.Equal(Everything(), other.Bytes);
    }

    /// <summary>Also what the other process runs.</summary>
    [Fact]
    public async Task Bytes_AreTheSame_WrittenTwice()
    {
        var first = Everything();

        Assert.Equal(first, Everything());
        await OtherProcess.WriteAsync(first, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void UnknownBlock_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Issue.Html(Issue.Holding(new UnknownBlock())));

    /// <summary>Every kind of issue, from its snapshot as it is stored.</summary>
    private static byte[] Everything() =>
        [.. TraceTests.Kinds.SelectMany(row => Issue.Html(ComposeIssue.Compose(SnapshotJson.Read(SnapshotJson.Write(TraceTests.Eventful(row.Data.Item1, row.Data.Item2))))))];

    private sealed record UnknownBlock : Block;
}
