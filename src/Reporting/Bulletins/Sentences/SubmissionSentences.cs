using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;

namespace Reporting.Bulletins.Sentences;

/// <summary>五、报送情况, and the sentence about it that opens an issue.</summary>
internal sealed class SubmissionSentences(Snapshot snapshot, Submission submission)
{
    /// <summary>应报送进展14份（8项重点任务13份、行业指标1份），按时报送12份，逾期报送1份（许昌市政府），未报1份（省商务厅）。</summary>
    /// <param name="breakdown">What the reports are owed for.</param>
    public Phrase Summary(Phrase breakdown) => Counted(breakdown).Because(Cite.Sources(submission.Owed));

    private Phrase Counted(Phrase breakdown)
    {
        Phrase owed = $"应报送进展{Cite.Count(submission.Owed, "份")}（{breakdown}）";
        if (submission.OnTime.Count == submission.Owed.Count)
            return $"{owed}，均按时报送。";
        if (submission.Missing.Count == submission.Owed.Count)
            return $"{owed}，均未报送。";
        List<Phrase> parts = [owed];
        if (submission.OnTime.Count > 0)
            parts.Add($"按时报送{Cite.Count(submission.OnTime, "份")}");
        if (submission.Late.Count > 0)
            parts.Add($"逾期报送{Cite.Count(submission.Late, "份")}（{Names(submission.Late)}）");
        if (submission.Missing.Count > 0)
            parts.Add($"未报{Cite.Count(submission.Missing, "份")}（{Names(submission.Missing)}）");
        if (submission.Open.Count > 0)
            parts.Add($"未到报送期限{Cite.Count(submission.Open, "份")}");
        return $"{Phrase.Join("，", parts)}。";
    }

    /// <summary>The rates, then each report that is late, missing, unreviewed, returned or blank, by unit and task.</summary>
    public Phrase Detail()
    {
        if (submission is not { Completeness: { } completeness, Punctuality: { } punctuality })
            return Phrase.Empty;
        string[] owed = [.. Cite.Sources(submission.Owed)];
        List<Phrase> sentences =
        [
            Phrase.Of($"应报送{Cite.Count(submission.Owed, "份")}，已报送{Cite.Count(submission.Submitted.Count, "份", owed)}，报送率{Cite.Computed("percent", Numbers.Percent(completeness), owed)}；按时报送{Cite.Count(submission.OnTime.Count, "份", owed)}，按时率{Cite.Computed("percent", Numbers.Percent(punctuality), owed)}。"),
        ];
        Name(sentences, "逾期报送", submission.Late, Lateness);
        Name(sentences, "未报", submission.Missing, Repeated);
        Name(sentences, "已报未审", submission.Unreviewed, _ => Phrase.Empty);
        Name(sentences, "退回后未重新报送", submission.Returned, _ => Phrase.Empty);
        Name(sentences, "内容空白、不计入报送率", submission.Blank, _ => Phrase.Empty);
        return Phrase.Join("", sentences).Because([.. owed, .. submission.Owed.Select(r => Cite.Source(r, "firstSubmittedAt"))]);
    }

    /// <summary>
    /// 按报送率、按时率、充实率依次比较应报3份以上的12个单位，并列第1位的10个；第11位省商务厅（报送率100%，按时率66.7%）. Nothing where there are not two
    /// units to compare.
    /// </summary>
    public Phrase Ranking()
    {
        const int Most = 6;
        var ranked = UnitRecord.Rank(submission.Owed);
        if (ranked.Count < 2)
            return Phrase.Empty;
        var first = ranked.Where(r => r.Rank == 1).ToList();
        var after = ranked.Where(r => r.Rank > 1).ToList();
        string[] all = [.. ranked.SelectMany(r => Arrivals(r.Item))];
        Phrase leaders = first.Count == 1
            ? $"{Cite.Computed("rank", "第1位", all)}{Cite.UnitName(snapshot, first[0].Item.Unit)}"
            : Phrase.Of($"并列{Cite.Computed("rank", "第1位", all)}的{Cite.Count(first.Count, "个", all)}");
        // The last, not the first of them: the head of the list is on time as it should be.
        var shown = after.TakeLast(Most).ToList();
        Phrase others = after.Count == 0 ? Phrase.Empty : $"；{(shown.Count < after.Count ? "居后的是" : "")}{Phrase.Join("、", shown.GroupBy(r => r.Rank).Select(g => Place([.. g], all)))}";
        return $"按报送率、按时率、充实率依次比较应报{Cite.Of("rule:minimumBase", Numbers.Count(UnitRecord.MinimumBase))}份以上的{Cite.Count(ranked.Count, "个", all)}单位，{leaders}{others}。";
    }

    /// <summary>省商务厅（…）、洛阳市政府（…）并列第10位; 第12位省科技厅（…）.</summary>
    private Phrase Place(List<Ranked<UnitRecord>> tied, string[] all)
    {
        var rank = Cite.Computed("rank", $"第{Numbers.Count(tied[0].Rank)}位", all);
        var named = Phrase.Join("、", tied.Select(Rates));
        return tied[0].Shared ? Phrase.Of($"并列{rank}的{named}") : $"{rank}{named}";
    }

    private Phrase Rates(Ranked<UnitRecord> ranked)
    {
        string[] own = [.. Arrivals(ranked.Item)];
        Phrase rate = ranked.Item.Submission is { Completeness: { } completeness, Punctuality: { } punctuality }
            ? $"（报送率{Cite.Computed("percent", Numbers.Percent(completeness), own)}，按时率{Cite.Computed("percent", Numbers.Percent(punctuality), own)}）"
            : Phrase.Empty;
        return $"{Cite.UnitName(snapshot, ranked.Item.Unit)}{rate}";
    }

    private static IEnumerable<string> Arrivals(UnitRecord unit) => unit.Submission.Owed.SelectMany(r => (string[])[Cite.Source(r, "arrival"), Cite.Source(r, "state")]);

    /// <summary>省商务厅1份、省财政厅2份; 省商务厅、省财政厅 where each has one; 均为省财政厅 where one has all.</summary>
    public Phrase Names(IReadOnlyList<ReportFacts> reports)
    {
        var units = reports.GroupBy(r => r.Unit, StringComparer.Ordinal).OrderBy(g => snapshot.OrderOf(g.Key)).ToList();
        if (units.Count == reports.Count)
            return Units(reports);
        return units is [var only]
            ? $"均为{Cite.UnitName(snapshot, only.Key)}"
            : Phrase.Join("、", units.Select(g => Phrase.Of($"{Cite.UnitName(snapshot, g.Key)}{Cite.Count([.. g], "份")}")));
    }

    /// <summary>省商务厅、省财政厅: each unit once, in catalogue order.</summary>
    public Phrase Units(IEnumerable<ReportFacts> reports) => Phrase.Join("、", reports
        .Select(r => r.Unit)
        .Distinct(StringComparer.Ordinal)
        .OrderBy(snapshot.OrderOf)
        .Select(u => Phrase.Traced(Cite.UnitName(snapshot, u))));

    private void Name(List<Phrase> sentences, string what, IReadOnlyList<ReportFacts> reports, Func<ReportFacts, Phrase> more)
    {
        if (reports.Count == 0)
            return;
        var named = Phrase.Join("；", reports
            .GroupBy(r => (r.Unit, r.SubmittedOn))
            .Select(g => Phrase.Of($"{Cite.UnitName(snapshot, g.Key.Unit)}（{Phrase.Join("、", g.Select(What))}{more(g.First())}）")));
        sentences.Add($"{what}{Cite.Count(reports, "份")}：{named}。");
    }

    private Phrase What(ReportFacts report)
    {
        foreach (var plan in snapshot.Plans)
        {
            Phrase of = snapshot.Plans.Count == 1 ? Phrase.Empty : Cite.Printed(plan.Id, "industry", plan.Industry);
            if (ReferenceEquals(plan.Indicators, report))
                return $"{of}行业指标";
            if (plan.Tasks.FirstOrDefault(t => t.Reports.Contains(report, ReferenceEqualityComparer.Instance)) is { } task)
                return $"{of}{Cite.TaskNumber(plan.Id, task)}";
        }
        throw new InvalidOperationException("The report belongs to none of the snapshot's tasks.");
    }

    /// <summary>，已连续2个季度未报. Nothing where the quarter before was reported on.</summary>
    private static Phrase Repeated(ReportFacts report)
    {
        var quarters = 1 + report.Earlier.Reverse().TakeWhile(earlier => earlier.State == ReportState.Missing).Count();
        return quarters == 1 ? Phrase.Empty : $"，已连续{Cite.Computed("count", $"{Numbers.Count(quarters)}个季度", Cite.Source(report, "state"))}未报";
    }

    private static Phrase Lateness(ReportFacts report) => report.SubmittedOn is { } day
        ? $"，{Cite.Said(report, "firstSubmittedAt", Numbers.Day(day))}{(report.Arrival == Arrival.Grace ? "，宽限期内" : "")}"
        : Phrase.Empty;
}
