using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Pdf;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Schedule;
using Reporting.Tests.Catalogue;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Reporting.Tests.Bulletins;

/// <summary>What an office decides of the form of its issues: secrecy mark, room for a seal, distribution, print run.</summary>
public sealed class FormTests
{
    /// <summary>In points: the text area's right edge is 28 mm and 156 mm from the paper's left one.</summary>
    private const double RightEdge = (28 + 156) * 72 / 25.4;

    private const double Character = 156 * 72 / 25.4 / 28;

    private static readonly PdfRenderer renderer = new(new FontOptions().Load(AppContext.BaseDirectory));

    [Fact]
    public void PerPlanAndOverAll_HaveTheirOwnForm()
    {
        var programme = Henan2012.Programme with
        {
            Forms = new IssueForms(Form("送", "各市", 300), Form("发", "各单位", 20)),
        };

        var plan = Frozen(programme, PlanBulletin.Id, "steel");
        var all = Frozen(programme, OverallBulletin.Id, null);

        Assert.Equal((20, "各单位"), (plan.Programme.Form.Copies, plan.Programme.Form.Distribution[0].Names));
        Assert.Equal((300, "各市"), (all.Programme.Form.Copies, all.Programme.Form.Distribution[0].Names));
    }

    [Fact]
    public void FirstAndLastPage_SayWhatTheOfficeDecided()
    {
        var (first, last) = Ends(Given.Form);

        Assert.StartsWith("内部资料", first, StringComparison.Ordinal);
        Assert.Contains("报：省委、省政府领导。发：本行动计划各牵头单位、参加单位。共印80份", last, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatTheOfficeDoesNotUse_LeavesNoTrace()
    {
        var (first, last) = Ends(Given.Form with { Secrecy = null, Copies = null });

        Assert.StartsWith("河南省2012年", first, StringComparison.Ordinal);
        Assert.DoesNotContain("共印", last, StringComparison.Ordinal);
    }

    /// <summary>GB/T 9704-2012, 7.3.5.1: office centred over the date, or the date under the office where that is longer; 7.3.5.2 without a seal.</summary>
    [Theory]
    [InlineData("省领导小组", true, 4.75, 4.0)]
    [InlineData("省优化产业结构提升重点产业领导小组办公室", true, 2, 8.75)]
    [InlineData("省领导小组办公室", false, 2, null)]
    public void Signature_StandsWhereTheStandardSays(string office, bool isSealed, double officeRight, double? dateRight)
    {
        var block = new SignatureBlock(office, Phrase.Plain("2012年7月27日"), isSealed);
        var document = new Document("题", office, null, null, [new ParagraphBlock(Phrase.Plain("文。")), block]);
        using var pdf = PdfDocument.Open(renderer.Render(document));
        var letters = pdf.GetPage(1).Letters.Where(l => l.PointSize > 15 && l.Value.Trim().Length > 0).ToList();
        var text = string.Concat(letters.Select(l => l.Value));
        var above = letters[text.IndexOf(office, StringComparison.Ordinal)..][..office.Length];
        var date = letters[text.IndexOf("2012年", StringComparison.Ordinal)..][..10];

        Assert.Equal(officeRight, (RightEdge - above[^1].EndBaseLine.X) / Character, 0.3);
        if (dateRight is { } right)
        {
            Assert.Equal(right, (RightEdge - date[^1].EndBaseLine.X) / Character, 0.6);
            Assert.Equal(Middle(above), Middle(date), Character * 0.3);
        }
        else
        {
            Assert.Equal(above[0].StartBaseLine.X + (2 * Character), date[0].StartBaseLine.X, Character * 0.1);
        }
    }

    private static double Middle(List<Letter> letters) => (letters[0].StartBaseLine.X + letters[^1].EndBaseLine.X) / 2;

    private static IssueForm Form(string label, string names, int copies) => new(null, false, [new Recipients(label, names)], copies);

    private static Snapshot Frozen(Programme programme, IssueKind kind, string? plan) => FreezeSnapshot.Of(
        programme, new IssueKey(programme.Id, Given.Q1, kind, plan), [], new DateTimeOffset(2012, 4, 21, 0, 0, 0, TimeSpan.Zero), demonstration: false);

    /// <summary>The first and the last page, without blanks.</summary>
    private static (string First, string Last) Ends(IssueForm form)
    {
        var snapshot = Given.Snapshot().Sign(7, new DateOnly(2012, 4, 27), "办公室", automatic: false);
        var document = ComposeIssue.Compose(snapshot with { Programme = snapshot.Programme with { Form = form } });
        using var pdf = PdfDocument.Open(renderer.Render(document));
        var pages = pdf.GetPages().Select(page => string.Concat(page.Letters.Select(l => l.Value).Where(v => v.Trim().Length > 0))).ToList();
        return (pages[0], pages[^1]);
    }
}
