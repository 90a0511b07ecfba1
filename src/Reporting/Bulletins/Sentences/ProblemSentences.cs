using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;

namespace Reporting.Bulletins.Sentences;

/// <summary>四、存在问题: by kind, in the units' words, with the help that is asked of whom.</summary>
internal sealed class ProblemSentences(Snapshot snapshot, IReadOnlyList<RaisedProblem> problems, bool anyAccepted)
{
    /// <summary>Of a request where it is one of many; the issue on the plan has it whole.</summary>
    private const int LongestAsk = 60;

    /// <summary>反映问题4个：土地2个、环评1个、资金1个；请求协调3个：省国土资源厅2个、省环境保护厅1个。</summary>
    public Phrase Summary() => Told().Because(Reasons.Of(problems));

    private Phrase Told()
    {
        if (problems.Count == 0)
            return Phrase.Plain(anyAccepted ? "各单位未反映需协调解决的问题。" : "没有经审核采用的报送，存在问题不明。");
        var kinds = problems.GroupBy(p => p.Problem.Kind).OrderBy(g => g.Key).ToList();
        Phrase who = problems.Select(p => p.Report.Unit).Distinct(StringComparer.Ordinal).ToList() is [var one] ? Cite.UnitName(snapshot, one) : Phrase.Plain("各单位");
        Phrase summary = kinds is [var only]
            ? Phrase.Of($"{who}反映{Words.Problem(only.Key)}{Count(problems)}")
            : $"{who}反映问题{Count(problems)}：{Phrase.Join("、", kinds.Select(g => Phrase.Of($"{Words.Of(g.Key)}{Count([.. g])}")))}";
        var asked = Asking(problems);
        if (asked.Count == 0)
            return $"{summary}。";
        return asked.Select(p => p.Problem.AskedOf).Distinct(StringComparer.Ordinal).ToList() is [{ } body]
            ? Phrase.Of($"{summary}；请求{Cite.UnitName(snapshot, body)}协调{Count(asked)}。")
            : $"{summary}。其中请求协调{Count(asked)}：{Asked(asked)}。";
    }

    /// <summary>As <see cref="Asks"/> where they are few; 请求协调的问题5个（省国土资源厅、省财政厅）。 Nothing when nobody is asked.</summary>
    public static Phrase Open(Snapshot snapshot, IReadOnlyList<RaisedProblem> problems)
    {
        const int Few = 3;
        var asked = Asking(problems);
        if (asked.Count <= Few)
            return Asks(snapshot, problems);
        var bodies = asked.Select(p => p.Problem.AskedOf).OfType<string>().Distinct(StringComparer.Ordinal).Select(b => Phrase.Traced(Cite.UnitName(snapshot, b)));
        return asked.Count == 0 ? Phrase.Empty : Phrase.Of($"请求协调的问题{Count(asked)}（{Phrase.Join("、", bodies)}）。").Because(Reasons.Of(problems));
    }

    /// <summary>请求协调的问题2个：请省国土资源厅支持：安排用地指标286亩（许昌市政府）；…. Nothing when nobody is asked.</summary>
    public static Phrase Asks(Snapshot snapshot, IReadOnlyList<RaisedProblem> problems)
    {
        var asked = Asking(problems);
        var told = asked.Select(p => Phrase.Of($"请{Cite.UnitName(snapshot, p.Problem.AskedOf ?? "")}支持“{What(p)}”（{Cite.UnitName(snapshot, p.Report.Unit)}）"));
        return asked.Count == 0 ? Phrase.Empty : Phrase.Of($"请求协调的问题{Count(asked)}：{Phrase.Join("；", told)}。").Because(Reasons.Of(problems));
    }

    /// <summary>What is asked, in few words; where no help is named, the problem itself.</summary>
    public static Phrase What(RaisedProblem raised)
    {
        var help = Quotation.Clause(raised.Problem.HelpAsked, LongestAsk);
        return help.Length > 0
            ? Cite.Said(raised.Report, FormattableString.Invariant($"problems[{raised.Index}].helpAsked"), help)
            : Cite.Said(raised.Report, FormattableString.Invariant($"problems[{raised.Index}].text"), Quotation.Clause(raised.Problem.Text, LongestAsk));
    }

    /// <summary>Help is asked, and of no body.</summary>
    public static List<RaisedProblem> Unaddressed(IEnumerable<RaisedProblem> problems) =>
        [.. problems.Where(p => p.Problem.AskedOf is null && Quotation.Clause(p.Problem.HelpAsked).Length > 0)];

    private static List<RaisedProblem> Asking(IEnumerable<RaisedProblem> problems) => [.. problems.Where(p => p.Problem.AskedOf is not null)];

    /// <summary>A lead and a text for each kind of problem.</summary>
    public IEnumerable<(Phrase Lead, Phrase Text)> ByKind()
    {
        var number = 0;
        var kinds = problems.GroupBy(p => p.Problem.Kind).OrderBy(g => g.Key).ToList();
        foreach (var kind in kinds)
            yield return (Phrase.Of($"{(kinds.Count == 1 ? Phrase.Empty : Phrase.Traced(Cite.Numbering($"（{Numbers.Chinese(++number)}）")))}{Words.Of(kind.Key)}问题。").Because(Reasons.Of(problems)), Phrase.Join("", kind.Select(Told)).Because(Reasons.Of(problems)));
    }

    /// <summary>Problems by the body that is asked: the most asked first, in catalogue order where equal; the same wherever an issue lists them.</summary>
    public static IReadOnlyList<IGrouping<string, RaisedProblem>> ByBody(Snapshot snapshot, IEnumerable<RaisedProblem> problems) =>
    [
        .. Asking(problems).GroupBy(p => p.Problem.AskedOf ?? "", StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => snapshot.OrderOf(g.Key)),
    ];

    /// <summary>省国土资源厅2个、省环境保护厅1个.</summary>
    public Phrase Asked(IEnumerable<RaisedProblem> asked) => Phrase.Join("、", ByBody(snapshot, asked)
        .Select(g => Phrase.Of($"{Cite.UnitName(snapshot, g.Key)}{Count([.. g])}")));

    public static Run Count(IReadOnlyList<RaisedProblem> raised) => Cite.Count(raised.Count, "个", raised.Select(p => Source(p, "kind")));

    private Phrase Told(RaisedProblem raised)
    {
        var unit = Cite.UnitName(snapshot, raised.Report.Unit);
        var task = raised.Plan.Tasks.FirstOrDefault(t => t.Id == raised.Report.Task);
        Phrase where = task is null ? Phrase.Empty : $"（{Cite.TaskNumber(raised.Plan.Id, task)}）";
        Phrase text = Cite.Said(raised.Report, $"problems[{raised.Index}].text", Quotation.Sentence(raised.Problem.Text));
        var help = Quotation.Clause(raised.Problem.HelpAsked);
        Phrase asked = (raised.Problem.AskedOf, help) switch
        {
            (null, "") => Phrase.Empty,
            (null, _) => $"请求支持：{Cite.Said(raised.Report, $"problems[{raised.Index}].helpAsked", help)}。",
            ({ } body, "") => $"请求{Cite.UnitName(snapshot, body)}协调解决。",
            ({ } body, _) => $"请求{Cite.UnitName(snapshot, body)}支持：{Cite.Said(raised.Report, $"problems[{raised.Index}].helpAsked", help)}。",
        };
        return $"{unit}{where}反映：{text}{asked}";
    }

    private static string Source(RaisedProblem raised, string field) => Cite.Source(raised.Report, $"problems[{raised.Index}].{field}");
}
