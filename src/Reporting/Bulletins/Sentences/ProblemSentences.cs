using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;

namespace Reporting.Bulletins.Sentences;

/// <summary>四、存在问题: by kind, in the units' words, with the help that is asked of whom.</summary>
internal sealed class ProblemSentences(Snapshot snapshot, IReadOnlyList<RaisedProblem> problems, bool anyAccepted)
{
    /// <summary>反映问题4个：土地2个、环评1个、资金1个；请求协调3个：省国土资源厅2个、省环境保护厅1个。</summary>
    public Phrase Summary() => Told().Because(Reasons.Of(problems));

    private Phrase Told()
    {
        if (problems.Count == 0)
            return Phrase.Plain(anyAccepted ? "各单位未反映需协调解决的问题。" : "没有经审核采用的报送，存在问题不明。");
        var kinds = problems.GroupBy(p => p.Problem.Kind).OrderBy(g => g.Key).ToList();
        Phrase summary = kinds is [var only]
            ? Phrase.Of($"各单位反映{Words.Problem(only.Key)}{Count(problems)}")
            : $"各单位反映问题{Count(problems)}：{Phrase.Join("、", kinds.Select(g => Phrase.Of($"{Words.Of(g.Key)}{Count([.. g])}")))}";
        var asked = Asking(problems);
        if (asked.Count == 0)
            return $"{summary}。";
        return asked.Select(p => p.Problem.AskedOf).Distinct(StringComparer.Ordinal).ToList() is [{ } body]
            ? Phrase.Of($"{summary}；请求{Cite.UnitName(snapshot, body)}协调{Count(asked)}。")
            : $"{summary}。请求协调的{Count(asked)}：{Asked(asked)}。";
    }

    /// <summary>请求协调的问题2个（省国土资源厅、省财政厅）。 Nothing when nobody is asked.</summary>
    public static Phrase Open(Snapshot snapshot, IReadOnlyList<RaisedProblem> problems)
    {
        var asked = Asking(problems);
        var bodies = asked.Select(p => p.Problem.AskedOf).OfType<string>().Distinct(StringComparer.Ordinal).Select(b => Phrase.Traced(Cite.UnitName(snapshot, b)));
        return asked.Count == 0 ? Phrase.Empty : Phrase.Of($"请求协调的问题{Count(asked)}（{Phrase.Join("、", bodies)}）。").Because(Reasons.Of(problems));
    }

    private static List<RaisedProblem> Asking(IEnumerable<RaisedProblem> problems) => [.. problems.Where(p => p.Problem.AskedOf is not null)];

    /// <summary>A lead and a text for each kind of problem.</summary>
    public IEnumerable<(Phrase Lead, Phrase Text)> ByKind()
    {
        var number = 0;
        foreach (var kind in problems.GroupBy(p => p.Problem.Kind).OrderBy(g => g.Key))
            yield return (Phrase.Of($"{Cite.Numbering($"（{Numbers.Chinese(++number)}）")}{Words.Of(kind.Key)}问题。").Because(Reasons.Of(problems)), Phrase.Join("", kind.Select(Told)).Because(Reasons.Of(problems)));
    }

    /// <summary>省国土资源厅2个、省环境保护厅1个, the most asked first, in catalogue order where equal.</summary>
    public Phrase Asked(IEnumerable<RaisedProblem> asked) => Phrase.Join("、", asked
        .GroupBy(p => p.Problem.AskedOf ?? "", StringComparer.Ordinal)
        .OrderByDescending(g => g.Count())
        .ThenBy(g => IndexOf(g.Key))
        .Select(g => Phrase.Of($"{Cite.UnitName(snapshot, g.Key)}{Count([.. g])}")));

    public static Run Count(IReadOnlyList<RaisedProblem> raised) => Cite.Count(raised.Count, "个", raised.Select(p => Source(p, "kind")));

    private int IndexOf(string unit)
    {
        for (var i = 0; i < snapshot.Units.Count; i++)
        {
            if (snapshot.Units[i].Id == unit)
                return i;
        }
        return int.MaxValue;
    }

    private Phrase Told(RaisedProblem raised)
    {
        var unit = Cite.UnitName(snapshot, raised.Report.Unit);
        var task = raised.Plan.Tasks.FirstOrDefault(t => t.Id == raised.Report.Task);
        Phrase where = task is null ? Phrase.Empty : $"（{Cite.TaskNumber(raised.Plan.Id, task)}）";
        Phrase text = Cite.Said(raised.Report, $"problems[{raised.Index}].text", Quotation.Sentence(raised.Problem.Text));
        var help = Quotation.Clause(raised.Problem.HelpAsked);
        var solve = new Wording(snapshot).Pick($"help:{raised.Report.Task}/{raised.Report.Unit}/{raised.Index}", "研究解决", "协调解决");
        Phrase asked = (raised.Problem.AskedOf, help) switch
        {
            (null, "") => Phrase.Empty,
            (null, _) => $"请求协助：{Cite.Said(raised.Report, $"problems[{raised.Index}].helpAsked", help)}。",
            ({ } body, "") => $"提请{Cite.UnitName(snapshot, body)}{solve}。",
            ({ } body, _) => $"提请{Cite.UnitName(snapshot, body)}{solve}：{Cite.Said(raised.Report, $"problems[{raised.Index}].helpAsked", help)}。",
        };
        return $"{unit}{where}反映：{text}{asked}";
    }

    private static string Source(RaisedProblem raised, string field) => Cite.Source(raised.Report, $"problems[{raised.Index}].{field}");
}
