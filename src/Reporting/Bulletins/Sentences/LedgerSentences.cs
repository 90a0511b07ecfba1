using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Problems;
using Reporting.Schedule;

namespace Reporting.Bulletins.Sentences;

/// <summary>What the ledger (问题台账) says of the problems of one plan or of all: new ones, closed ones, those that stand.</summary>
internal sealed class LedgerSentences(Snapshot snapshot, IReadOnlyList<PlanStanding> standings)
{
    /// <summary>Of a problem that was told in full when it was raised.</summary>
    private const int LongestText = 60;

    private readonly List<(PlanFacts Plan, LedgerFacts Problem)> ledger = [.. standings.SelectMany(s => s.Plan.Ledger.Select(p => (s.Plan, p)))];

    private IEnumerable<string> Because => ledger.SelectMany(x => Reasons.Of(x.Problem));

    /// <summary>
    /// 问题台账：本期新增4个，办结2个，在办6个，其中一季度提出3个。 What is standing is what is new, not closed, and what is older.
    /// Nothing where the ledger is empty.
    /// </summary>
    public Phrase Summary()
    {
        if (ledger.Count == 0)
            return Phrase.Empty;
        var fresh = ledger.Where(x => IsFresh(x.Problem)).ToList();
        var closed = ledger.Where(x => ClosedSinceLast(x.Problem)).ToList();
        var standing = ledger.Where(x => x.Problem.State != ProblemState.Closed).ToList();
        (string Word, List<(PlanFacts Plan, LedgerFacts Problem)> Problems)[] counts = [("本期新增", fresh), ("办结", closed), ("在办", standing)];
        var told = counts.Where(c => c.Problems.Count > 0).Select(c => Phrase.Of($"{c.Word}{Count(c.Problems)}{(c.Problems == closed ? Which(closed) : Phrase.Empty)}")).ToList();
        return told.Count == 0 ? Phrase.Empty : Phrase.Of($"问题台账：{Phrase.Join("，", told)}{Since()}。{Overdue(standing)}").Because(Because);
    }

    /// <summary>（洛阳市政府一季度反映的问题、…）: which were closed, where they are few and of one plan.</summary>
    private Phrase Which(List<(PlanFacts Plan, LedgerFacts Problem)> closed)
    {
        const int Few = 4;
        return standings.Count > 1 || closed.Count > Few ? Phrase.Empty
            : $"（{Phrase.Join("、", closed.Select(x => Phrase.Of($"{Cite.UnitName(snapshot, x.Problem.Unit)}{Raised(x.Problem)}{Cite.Of(Source(x.Problem, "kind"), Words.Problem(x.Problem.Kind))}")))}）";
    }

    private static Phrase Raised(LedgerFacts problem) =>
        problem.RaisedIn is { } period ? $"{Cite.Of(Source(problem, "raisedIn"), Words.Quarter(period))}反映的" : Phrase.Empty;

    /// <summary>，其中一季度提出6个、二季度提出4个.</summary>
    private Phrase Since()
    {
        var older = Standing();
        var periods = older.GroupBy(x => x.Problem.RaisedIn).OrderBy(g => g.Key).Select(g => Phrase.Of($"{(g.Key is { } raised ? Words.Quarter(raised) : "此前办公室")}提出{Count([.. g], "raisedIn")}"));
        return older.Count == 0 ? Phrase.Empty : $"，其中{Phrase.Join("、", periods)}";
    }

    private List<(PlanFacts Plan, LedgerFacts Problem)> Standing() => [.. ledger.Where(x => x.Problem.State != ProblemState.Closed && !IsFresh(x.Problem))];

    /// <summary>往期反映的问题仍有2个未办结。 Nothing where there is none.</summary>
    public Phrase Left()
    {
        var older = Standing();
        return older.Count == 0 ? Phrase.Empty : Phrase.Of($"往期反映的问题仍有{Count(older)}未办结。").Because(Because);
    }

    /// <summary>往期反映、仍未办结的问题，请省财政厅（2个）、省国土资源厅（1个）报告办理情况，于…送办公室。 Nothing where nobody was asked.</summary>
    public Phrase Demand()
    {
        var bodies = OlderBodies();
        return bodies.Count == 0 ? Phrase.Empty
            : Phrase.Of($"往期反映、仍未办结的问题，请{Phrase.Join("、", bodies.Select(g => Phrase.Of($"{Cite.UnitName(snapshot, g.Key)}（{Count([.. g], "askedOf")}）")))}报告办理情况，{Frame.Deadline()}送办公室。").Because(Because);
    }

    private List<IGrouping<string, (PlanFacts Plan, LedgerFacts Problem)>> OlderBodies() =>
    [
        .. Standing().Where(x => Body(x.Problem) is not null).GroupBy(x => Body(x.Problem) ?? "", StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => snapshot.OrderOf(g.Key)),
    ];

    private static string? Body(LedgerFacts problem) => problem.Asked ?? problem.AskedOf;

    /// <summary>往期提出的问题，请求省国土资源厅协调的3个、省财政厅协调的2个，未写明请求单位的1个。 Over all plans, where they are not told one by one.</summary>
    public Phrase OlderByBody()
    {
        var older = Standing();
        if (older.Count == 0)
            return Phrase.Empty;
        var bodies = OlderBodies()
            .Select(g => Phrase.Of($"{Cite.UnitName(snapshot, g.Key)}{Count([.. g], "askedOf")}")).ToList();
        var unnamed = older.Where(x => Body(x.Problem) is null).ToList();
        List<Phrase> parts = [];
        if (bodies.Count > 0)
            parts.Add($"请求协调的{Phrase.Join("、", bodies)}");
        if (unnamed.Count > 0)
            parts.Add($"未写明协调单位的{Count(unnamed, "askedOf")}");
        return Phrase.Of($"往期提出、仍在办理的问题中，{Phrase.Join("，", parts)}。").Because(Because);
    }

    /// <summary>Raised with this period's reports, or by the office itself since the last issue.</summary>
    private bool IsFresh(LedgerFacts problem) => problem.RaisedIn is { } raised
        ? raised == snapshot.Issue.Period
        : snapshot.Since is not { } since || problem.RaisedOn > BeijingTime.DateOf(since.Previous.FrozenAt);

    /// <summary>全年列入台账15个，办结9个，办结率60%，转入下年办理6个。</summary>
    public Phrase OfTheYear()
    {
        if (ledger.Count == 0)
            return Phrase.Plain("全年没有列入台账的问题。");
        var closed = ledger.Where(x => x.Problem.State == ProblemState.Closed).ToList();
        var standing = ledger.Where(x => x.Problem.State != ProblemState.Closed).ToList();
        var rate = Cite.Computed("percent", Numbers.Percent(Rule.Percent(closed.Count, ledger.Count)), ledger.Select(x => Source(x.Problem)));
        Phrase left = standing.Count == 0 ? Phrase.Empty : $"，转入下年继续办理{Count(standing)}";
        if (closed.Count == 0)
            return Phrase.Of($"全年列入台账的问题{Count(ledger)}，{(ledger.Count == 1 ? "未" : "均未")}办结，转入下年继续办理。").Because(Because);
        return Phrase.Of($"全年列入台账的问题{Count(ledger)}，办结{Cite.Count(closed.Count, "个", ledger.Select(x => Source(x.Problem)))}，办结率{rate}{left}。").Because(Because);
    }

    /// <summary>往期提出、仍在办理的问题2个：许昌市政府（任务3）一季度反映的土地问题（用地指标286亩未落实），已请省国土资源厅办理；…. Nothing where there is none.</summary>
    public Phrase Older()
    {
        var older = Standing();
        return older.Count == 0 ? Phrase.Empty
            : Phrase.Of($"往期提出、仍在办理的问题{Count(older)}：{Phrase.Join("；", older.Select(x => Told(x.Plan, x.Problem)))}。")
                .Because([.. Because, .. standings.SelectMany(s => Reasons.Of(s.Problems))]);
    }

    private Phrase Told(PlanFacts plan, LedgerFacts problem)
    {
        Phrase where = plan.Tasks.FirstOrDefault(t => t.Id == problem.Task) is { } task ? $"（{Cite.TaskNumber(plan.Id, task)}）" : Phrase.Empty;
        var text = Quotation.Clause(problem.Text, LongestText);
        Phrase said = text.Length == 0 ? Phrase.Empty : $"（{Cite.Of(Source(problem, "text"), text)}）";
        return $"{Cite.UnitName(snapshot, problem.Unit)}{where}{Raised(problem)}{Cite.Of(Source(problem, "kind"), Words.Problem(problem.Kind))}{said}{Handled(problem)}";
    }

    /// <summary>，已请省国土资源厅办理; while the office has asked nobody, whom the unit asks for help.</summary>
    private Phrase Handled(LedgerFacts problem) => (problem.State, problem.Asked) switch
    {
        (ProblemState.Asked, { } unit) => $"，已请{Cite.UnitName(snapshot, unit)}办理",
        (ProblemState.Answered, { } unit) => $"，{Cite.UnitName(snapshot, unit)}已答复",
        (_, null) when problem.AskedOf is { } body => $"，请求{Cite.UnitName(snapshot, body)}协调",
        _ => Phrase.Empty,
    };

    /// <summary>其中逾期未答复1个（省财政厅）。</summary>
    private Phrase Overdue(List<(PlanFacts Plan, LedgerFacts Problem)> standing)
    {
        var today = BeijingTime.DateOf(snapshot.FrozenAt);
        var overdue = standing.Where(x => x.Problem is { State: ProblemState.Asked, AnswerDue: { } due } && due < today).ToList();
        var units = overdue.Select(x => x.Problem.Asked).OfType<string>().Distinct(StringComparer.Ordinal);
        return overdue.Count == 0 ? Phrase.Empty
            : $"其中逾期未答复{Count(overdue, "answerDue")}（{Phrase.Join("、", units.Select(u => Phrase.Traced(Cite.UnitName(snapshot, u))))}）。";
    }

    private bool ClosedSinceLast(LedgerFacts problem) => problem.ClosedOn is { } closed
        && (snapshot.Since is not { } since || closed > BeijingTime.DateOf(since.Previous.FrozenAt));

    private static Run Count(List<(PlanFacts Plan, LedgerFacts Problem)> problems, string field = "state") =>
        Cite.Count(problems.Count, "个", problems.Select(x => Source(x.Problem, field)));

    private static string Source(LedgerFacts problem, string field = "state") => FormattableString.Invariant($"problem:{problem.Id}@{problem.Version}#{field}");
}
