using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;

namespace Reporting.Bulletins.Sentences;

/// <summary>What stands around the text of every issue: masthead, title, signature, distribution, the mark of a demonstration.</summary>
internal static class Frame
{
    private const string DemonstrationMark = "演示数据";

    public static Document Close(Snapshot snapshot, IReadOnlyList<Phrase> title, string office, Draft text)
    {
        var signing = snapshot.Signing;
        var form = snapshot.Programme.Form;
        var date = signing is null ? Phrase.Empty : Cite.Of("signing:signedOn", Numbers.Date(signing.SignedOn));
        var number = signing is null
            ? Phrase.Plain("草稿")
            : Phrase.Of($"{YearOf(snapshot, signing)}第 {Cite.Of("signing:number", Numbers.Count(signing.Number))} 期");
        List<Block> blocks =
        [
            new MastheadBlock(snapshot.Programme.Title, ReportKinds.Of(snapshot.Issue.Kind).Name, number, office, date)
            {
                Secrecy = form.Secrecy is { } mark ? Cite.Of("snapshot:programme.form.secrecy", mark) : Phrase.Empty,
            },
            new TitleBlock(title),
            .. text.Blocks,
        ];
        if (signing is not null)
            blocks.Add(new SignatureBlock(office, date, form.Sealed));
        blocks.Add(Distribution(form));
        return new Document(Phrase.Join("", title).Text, office, snapshot.Demonstration ? DemonstrationMark : null, signing?.SignedOn, blocks);
    }

    /// <summary>2013年: numbers count within the year of signing, so an issue signed after the programme's year would else have the number of an earlier one.</summary>
    private static Phrase YearOf(Snapshot snapshot, Signing signing) => signing.SignedOn.Year == snapshot.Programme.Year
        ? Phrase.Empty
        : Cite.Of("signing:signedOn", Numbers.Count(signing.SignedOn.Year) + "年");

    /// <summary>于本期印发后10个工作日内: until when what an issue asks is to be answered.</summary>
    public static Phrase Deadline() => $"于本期印发后{Cite.Of("rule:answerWorkingDays", Numbers.Count(Assessing.Rule.AnswerWorkingDays))}个工作日内";

    /// <summary>The office of a co-ordinating body; where the notice names two, the first signs.</summary>
    public static string OfficeOf(string body) => body.Split('；', ';')[0] is var first && first.EndsWith("办公室", StringComparison.Ordinal)
        ? first
        : first + "办公室";

    /// <summary>关于汽车产业2012年行动计划; the year stands in the plan's name.</summary>
    public static Phrase About(Snapshot snapshot, PlanFacts plan) =>
        $"关于{Cite.Printed(plan.Id, "industry", plan.Industry)}{Year(snapshot)}行动计划";

    public static Run Year(Snapshot snapshot) => Cite.Of("snapshot:programme.year", Numbers.Count(snapshot.Programme.Year) + "年");

    public static string SinceJanuary(Snapshot snapshot) => Words.SinceJanuary(snapshot.Issue.Period);

    private static DistributionBlock Distribution(IssueForm form) => new(
        [.. form.Distribution.Select((line, i) => new DistributionLine(line.Label, Phrase.Of($"{Cite.Of($"snapshot:programme.form.distribution[{i}].names", line.Names)}。")))])
    {
        Copies = form.Copies is { } copies
            ? Phrase.Of($"共印 {Cite.Of("snapshot:programme.form.copies", Numbers.Count(copies))} 份")
            : Phrase.Empty,
    };
}
