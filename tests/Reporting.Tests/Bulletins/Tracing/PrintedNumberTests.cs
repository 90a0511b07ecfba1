using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Reporting.Bulletins;
using Reporting.Bulletins.Pdf;
using Reporting.Bulletins.Tracing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Reporting.Tests.Bulletins.Tracing;

/// <summary>Every number that somebody else's program reads from the PDF stands in trace.json with the same value, and the other way round.</summary>
public sealed partial class PrintedNumberTests
{
    private static readonly PdfRenderer renderer = new(new FontOptions().Load(AppContext.BaseDirectory));

    public static TheoryData<string> Names => [.. TracedSnapshots.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void NumbersOfThePdf_AreThoseOfTheTrace(string name)
    {
        var document = ComposeIssue.Compose(TracedSnapshots.All[name]());
        using var trace = JsonDocument.Parse(new TraceRenderer().Render(document));
        var statements = trace.RootElement.GetProperty("statements").EnumerateArray().ToList();
        var traced = statements.Where(s => Kind(s) is not ("label" or "alternative")).SelectMany(Numbers).Order().ToList();
        var labels = statements.Where(s => Kind(s) == "label").SelectMany(Numbers).ToHashSet();

        using var pdf = PdfDocument.Open(renderer.Render(document));
        var contents = pdf.GetPages().SelectMany(page => page.GetMarkedContents()).Where(c => !c.IsArtifact).ToList();
        var read = contents.Where(c => c.Tag != "Figure").SelectMany(c => Digits(Text(c))).Order().ToList();
        var drawn = contents.Where(c => c.Tag == "Figure").SelectMany(c => Letters(c).GroupBy(l => Math.Round(l.StartBaseLine.Y, 1)))
            .SelectMany(line => Digits(string.Concat(line.Select(l => l.Value)))).ToHashSet();

        Assert.NotEmpty(traced);
        Assert.Equal(traced, read);
        // A scale counts in even steps up to the farthest bar; its marks are no figures of the issue.
        Assert.All(labels, number => Assert.Contains(number, drawn));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Number_StandsInAFact_ThatLeadsBackToSomething(string name)
    {
        using var trace = JsonDocument.Parse(new TraceRenderer().Render(ComposeIssue.Compose(TracedSnapshots.All[name]())));
        var sources = trace.RootElement.GetProperty("sources").GetArrayLength();

        Assert.All(trace.RootElement.GetProperty("statements").EnumerateArray(), statement =>
        {
            Assert.Equal(Digits(statement.GetProperty("text").GetString() ?? ""), Numbers(statement));
            Assert.All(statement.GetProperty("facts").EnumerateArray(), fact =>
            {
                var from = fact.GetProperty("from").EnumerateArray().Select(i => i.GetInt32()).ToList();
                Assert.True(from.Count > 0 || fact.GetProperty("formula").GetString() == "numbering", fact.ToString());
                Assert.All(from, i => Assert.InRange(i, 0, sources - 1));
            });
        });
    }

    private static string? Kind(JsonElement statement) => statement.GetProperty("kind").GetString();

    private static IEnumerable<decimal> Numbers(JsonElement statement) =>
        statement.GetProperty("facts").EnumerateArray().SelectMany(fact => fact.GetProperty("numbers").EnumerateArray()).Select(number => number.GetDecimal());

    private static IEnumerable<decimal> Digits(string text) => Number().Matches(text).Select(m => decimal.Parse(m.Value, NumberStyles.Number, CultureInfo.InvariantCulture));

    private static string Text(MarkedContentElement content) => string.Concat(Letters(content).Select(letter => letter.Value));

    private static IEnumerable<Letter> Letters(MarkedContentElement content) => content.Letters.Concat(content.Children.SelectMany(Letters));

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Number();
}
