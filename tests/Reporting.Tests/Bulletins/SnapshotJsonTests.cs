using System.Globalization;
using System.Text;
using System.Text.Json;
using Reporting.Bulletins;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;

namespace Reporting.Tests.Bulletins;

public sealed class SnapshotJsonTests
{
    private static readonly Snapshot snapshot = TraceTests.Eventful(OverallBulletin.Id, 2);

    [Fact]
    public void Snapshot_IsTheSame_AfterAJourney()
    {
        var bytes = SnapshotJson.Write(snapshot);

        var read = SnapshotJson.Read(bytes);

        Assert.Equal(bytes, SnapshotJson.Write(read));
        Assert.Equal(ComposeIssue.Compose(snapshot).Text(), ComposeIssue.Compose(read).Text());
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void BytesAndSentences_AreTheSame_InEveryCulture(string culture)
    {
        var bytes = SnapshotJson.Write(snapshot);
        var text = ComposeIssue.Compose(snapshot).Text();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(bytes, SnapshotJson.Write(SnapshotJson.Read(bytes)));
            Assert.Equal(text, ComposeIssue.Compose(SnapshotJson.Read(bytes)).Text());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void File_IsReadableUtf8_WithFiguresAsPosted()
    {
        var text = Encoding.UTF8.GetString(SnapshotJson.Write(snapshot));

        Assert.StartsWith("{\n  \"schemaVersion\": 4,\n", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.Contains("\"indicator\": \"主营业务收入\"", text, StringComparison.Ordinal);
        Assert.Contains("\"cumulativeInvestment\": 12345.5", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"schemaVersion\": 4", "\"schemaVersion\": 5", "schema 5")]
    [InlineData("\"schemaVersion\": 4,", "", "this one has none")]
    [InlineData("\"demonstration\"", "\"somethingElse\"", "somethingElse")]
    public void UnknownForm_IsRefused(string from, string to, string expected)
    {
        var text = Encoding.UTF8.GetString(SnapshotJson.Write(snapshot)).Replace(from, to, StringComparison.Ordinal);

        var refused = Assert.Throws<JsonException>(() => SnapshotJson.Read(Encoding.UTF8.GetBytes(text)));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FirstForm_IsRefusedByItsVersion_NotByItsWords()
    {
        var text = Encoding.UTF8.GetString(SnapshotJson.Write(snapshot))
            .Replace("\"schemaVersion\": 4", "\"schemaVersion\": 1", StringComparison.Ordinal)
            .Replace("\"on-time\"", "\"onTime\"", StringComparison.Ordinal);

        var refused = Assert.Throws<JsonException>(() => SnapshotJson.Read(Encoding.UTF8.GetBytes(text)));

        Assert.Equal("This program reads snapshots of schema 4; this one has schema 1.", refused.Message);
    }
}
