using System.Globalization;
using LocalHost.Demonstration;
using Reporting.Bulletins.Reports;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;
using Testing;
using Typesetting.Content;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace LocalHost.Tests.Demonstration;

[Collection(TwoDemonstrations.Collection)]
public sealed class DemonstrationRunTests(TwoDemonstrations runs)
{
    private static readonly Period First = new(2012, 1);
    private static readonly Period Second = new(2012, 2);
    private static readonly Period[] Year = [First, Second, new(2012, 3), new(2012, 4)];
    private static readonly Programme Programme = CatalogueFolder.Load(Repository.Path("data", "henan-2012"));

    public static TheoryData<string> Plans => [.. Programme.Plans.Select(p => p.Id)];

    [Fact]
    public void Run_PublishesEveryIssue_InCatalogueOrder()
    {
        Assert.Equal(15, runs.Issues.Count(i => i.Period == First));
        Assert.Equal(32, runs.Issues.Count(i => i.Period == Second));
        Assert.Equal(33, runs.Issues.Count(i => i.Period == Year[^1]));
        Assert.Equal(14, runs.Issues.Count(i => i.Kind == HalfYearSummary.Id));
        Assert.All(Year, period => Assert.Equal(14, runs.Issues.Count(i => i.Kind == PlanBulletin.Id && i.Period == period)));
        Assert.All(Year, period => Assert.Single(runs.Issues, i => i.Kind == OverallBulletin.Id && i.Period == period));
        Assert.All(
            runs.Issues.Where(i => i.Kind == PlanBulletin.Id || i.Kind == OverallBulletin.Id),
            // The fourth quarter's are signed in January and begin the new year's numbers.
            issue => Assert.Equal(issue.Period.Quarter == 4 ? 1 : issue.Period.Quarter, issue.Number));
        Assert.Equal(
            ["bulletin.docx", "bulletin.html", "bulletin.pdf", "manifest.json", "manifest.sig", "snapshot.json", "trace.json"],
            Directory.EnumerateFiles(runs.Issues[0].Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Command_SucceedsAndListsTheIssues_OfTheUsualQuarters()
    {
        Assert.Equal(0, runs.ExitCode);
        Assert.Equal(["2012Q1", "2012Q2"], Directory.EnumerateDirectories(runs.Second).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("47 期", runs.Output, StringComparison.Ordinal);
        Assert.All(Programme.Plans, plan => Assert.Contains(plan.Industry, runs.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Files_AreTheSameInAnotherLanguageAndTimeZone_ButForTheSignature()
    {
        var first = Files(runs.First).Where(f => f.StartsWith("2012Q1", StringComparison.Ordinal) || f.StartsWith("2012Q2", StringComparison.Ordinal)).ToList();
        Assert.Equal([.. first, "signing-key.pem"], Files(runs.Second));
        var different = first.Where(file => !Bytes(runs.First, file).SequenceEqual(Bytes(runs.Second, file)));
        Assert.All(different, file => Assert.EndsWith("manifest.sig", file, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_SaysThatItsDataAreInvented_OnEveryPage()
    {
        foreach (var issue in runs.Issues)
        {
            using var pdf = PdfDocument.Open(Path.Combine(issue.Folder, "bulletin.pdf"));
            Assert.Equal(pdf.NumberOfPages, issue.Pages);
            Assert.All(pdf.GetPages(), page => Assert.Contains("演示数据", page.Text, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Bulletin_HasTheFiguresThatWerePosted(string plan)
    {
        foreach (var period in Year)
        {
            var text = TextOf(period, $"bulletin-{plan}");
            foreach (var figure in Posted(period, plan).SelectMany(e => e.Figures))
            {
                if (figure.Value is { } value)
                    Assert.Contains(Printed(value) + figure.Unit, text, StringComparison.Ordinal);
                else
                    Assert.Contains(figure.MissingReason ?? "", text, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Bulletin_HasThePercentagesAndProblemsThatWerePosted(string plan)
    {
        foreach (var period in Year[1..])
        {
            var text = TextOf(period, $"bulletin-{plan}");
            foreach (var entry in Posted(period, plan))
            {
                if (entry.Percent is { } percent)
                    Assert.Contains(Printed(percent) + "%", text, StringComparison.Ordinal);
                Assert.All(entry.Problems, problem => Assert.Contains(Squeezed(problem.Text).TrimEnd('。'), text, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Bulletin_HasWhatParticipatingUnitsContributed_Whole()
    {
        foreach (var told in Texts.Contributions())
        {
            var name = Programme.Units.Single(u => u.Id == told.Unit).Name;
            Assert.Contains($"{name}报告，{told.Text}", TextOf(told.Period, $"bulletin-{told.Plan}"), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("参加单位配合情况", TextOf(First, "bulletin-textile"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bulletin_NamesWhoWasLateOrSilentOrUnreviewed()
    {
        var buildingMaterials = TextOf(First, "bulletin-building-materials");
        Assert.Contains("信阳市政府", buildingMaterials, StringComparison.Ordinal);
        Assert.Contains("洛阳市政府", buildingMaterials, StringComparison.Ordinal);
        Assert.Contains("已报未审", TextOf(First, "bulletin-steel"), StringComparison.Ordinal);
        Assert.DoesNotContain("已报未审", TextOf(First, "bulletin-textile"), StringComparison.Ordinal);
        Assert.Contains("一季度快报数误将储能电池", TextOf(Second, "bulletin-nev"), StringComparison.Ordinal);
    }

    private static IEnumerable<EntryContent> Posted(Period period, string plan)
    {
        var entries = new DemonstrationEntries(Programme);
        return Obligation.Of(Programme, period)
            .Where(o => o.Plan == plan)
            .Where(o => DemonstrationEntries.ConductOf(o)?.Conduct is not (Conduct.Never or Conduct.Draft or Conduct.Unreviewed))
            .Select(entries.AsPosted);
    }

    private string TextOf(Period period, string series)
    {
        var folder = runs.Issues.Single(i => i.Period == period && Path.GetFileName(i.Folder).StartsWith(series + "-no", StringComparison.Ordinal)).Folder;
        using var pdf = PdfDocument.Open(Path.Combine(folder, "bulletin.pdf"));
        return Squeezed(string.Concat(pdf.GetPages().SelectMany(InTextArea)));
    }

    /// <summary>Without the running mark and the page number, which stand between the two halves of a sentence that goes over to the next page.</summary>
    private static IEnumerable<string> InTextArea(Page page)
    {
        var layout = PageLayout.Official;
        return page.Letters
            .Where(letter => (page.Height - letter.StartBaseLine.Y - layout.Top) is var below && below > 0 && below < layout.TextHeight)
            .Select(letter => letter.Value);
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    // Without zeros behind the last digit: a figure is kept in one form, whether it came as JSON or in a workbook.
    private static string Printed(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static List<string> Files(string root) =>
        [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f)).Order(StringComparer.Ordinal)];

    private static byte[] Bytes(string root, string file) => File.ReadAllBytes(Path.Combine(root, file));
}
