using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Inspections;
using Reporting.Schedule;

namespace Reporting.Bulletins.Sentences;

/// <summary>检查报告: what the office recorded of the sites it visited, in its own words.</summary>
internal sealed class InspectionSentences(Snapshot snapshot, PlanFacts plan)
{
    private readonly List<InspectionFacts> visited = [.. plan.Inspections.Where(i => i.Period == snapshot.Issue.Period).OrderBy(i => i.VisitedOn)];
    private readonly DateOnly today = BeijingTime.DateOf(snapshot.FrozenAt);

    public bool AnySite => visited.Count > 0;

    /// <summary>Everything that was recorded: counts, dates and demands hang on all of it.</summary>
    public IReadOnlyList<string> Because { get; } = [.. plan.Inspections.SelectMany(Reasons.Of)];

    /// <summary>Whether anything had to be mended, now or earlier in the year, or a visit found that nothing has.</summary>
    public bool AnyRectification => AnySite || Of(plan.Inspections).Count > 0;

    private List<RectificationItem> Items => Of(visited);

    /// <summary>办公室于7月2日至7月6日检查现场4处，发现问题5个，其中4个须整改，已整改1个，逾期未整改1个。</summary>
    public Phrase Opening()
    {
        if (!AnySite)
            return $"截至{Cite.Of("snapshot:frozenAt", Numbers.Date(today))}，{Cite.Printed(plan.Id, "industry", plan.Industry)}{Words.SinceJanuary(snapshot.Issue.Period)}没有现场检查记录，本期只报告项目进展。";
        var findings = visited.SelectMany(i => i.Findings.Select((_, n) => Source(i, $"findings[{n}].text"))).ToList();
        var (first, last) = (visited[0], visited[^1]);
        Phrase days = first.VisitedOn == last.VisitedOn
            ? Phrase.Of($"{Day(first)}")
            : $"{Day(first)}至{Day(last)}";
        Phrase found = findings.Count == 0 ? Phrase.Plain("，未发现问题") : Phrase.Of($"，发现问题{Cite.Count(findings.Count, "个", findings)}");
        return $"办公室于{days}检查现场{Cite.Count(visited.Count, "处", visited.Select(i => Source(i, "site")))}{found}{Tally(Items)}。";
    }

    /// <summary>（一）site（unit）。7月3日检查，省发展改革委参加。conclusion。发现：…</summary>
    public IEnumerable<(Phrase Lead, Phrase Text)> Sites()
    {
        foreach (var (number, site) in visited.Index())
        {
            Phrase unit = site.Unit is { } responsible ? $"（{Cite.UnitName(snapshot, responsible)}）" : Phrase.Empty;
            Phrase lead = $"{Cite.Numbering($"（{Numbers.Chinese(number + 1)}）")}{Cite.Of(Source(site, "site"), site.Site)}{unit}。";
            Phrase with = site.Inspectors.Count == 0 ? Phrase.Empty
                : $"，{Phrase.Join("、", site.Inspectors.Select(u => Phrase.Traced(Cite.UnitName(snapshot, u))))}参加";
            var conclusion = Quotation.Sentence(site.Conclusion);
            Phrase concluded = conclusion.Length == 0 ? Phrase.Empty : Cite.Of(Source(site, "conclusion"), conclusion);
            Phrase found = site.Findings.Count == 0 ? Phrase.Plain("未发现问题。") : Phrase.Join("", site.Findings.Select((f, n) => Finding(site, f, n)));
            yield return (lead, $"{Day(site)}检查{with}。{concluded}{found}");
        }
    }

    /// <summary>须整改的4个问题中，已整改1个、整改中2个、未整改1个。</summary>
    public Phrase Rectifications()
    {
        var ordered = Items;
        if (ordered.Count == 0)
            return AnySite ? Phrase.Plain("本次检查没有须整改的问题。") : Phrase.Empty;
        var states = ((RectificationState[])[RectificationState.Done, RectificationState.UnderWay, RectificationState.NotStarted])
            .Select(state => (state, Of: ordered.Where(o => o.Rectification.State == state).ToList()))
            .Where(x => x.Of.Count > 0)
            .Select(x => Phrase.Of($"{Of(x.state)}{Count(x.Of)}"))
            .ToList();
        var overdue = Overdue(ordered);
        Phrase late = overdue.Count == 0 ? Phrase.Empty : $"逾期未完成整改{Count(overdue)}（{Units(overdue)}）。";
        Phrase told = states.Count == 1 && ordered.Count > 1 ? Phrase.Of($"，均{Cite.Of(ordered[0].Source("state"), All(ordered[0].Rectification.State))}") : Phrase.Of($"：{Phrase.Join("、", states)}");
        return $"须整改的问题{Count(ordered)}{told}。{late}";
    }

    /// <summary>整改清单: what is to be done by whom and until when.</summary>
    public void Table(Draft draft)
    {
        if (Items.Count == 0)
            return;
        TableColumn[] columns =
        [
            new("现场", 3m),
            new("整改要求", 4.4m),
            new("责任单位", 2.4m),
            new("期限", 1.5m, ColumnAlign.Centre),
            new("整改情况", 1.5m, ColumnAlign.Centre),
        ];
        draft.Table("整改清单", columns, Items.Select(o => new TableRow(
        [
            Cite.Of(Source(o.Site, "site"), o.Site.Site),
            Cite.Of(o.Source("required"), Quotation.Clause(o.Rectification.Required)),
            Cite.UnitName(snapshot, o.Rectification.Unit),
            Due(o),
            Cite.Of(o.Source("state"), Of(o.Rectification.State)),
        ])));
    }

    /// <summary>以往检查提出的整改事项3个，仍未完成1个：…. Nothing where there was none.</summary>
    public Phrase Older()
    {
        var older = Of([.. plan.Inspections.Where(i => i.Period < snapshot.Issue.Period)]);
        if (older.Count == 0)
            return Phrase.Empty;
        var left = older.Where(o => o.Rectification.State != RectificationState.Done).ToList();
        var late = older.Where(o => o.Rectification is { DoneOn: { } done } mended && done > mended.Due).ToList();
        Phrase lately = late.Count == 0 ? Phrase.Empty : Phrase.Of($"，其中逾期完成{Count(late)}（{Units(late)}）");
        Phrase open = left.Count == 0 ? Phrase.Of($"，均已整改{lately}") : Phrase.Of($"，仍未完成{Count(left)}：{Phrase.Join("；", left.Select(Left))}");
        return $"以往检查提出的整改事项{Count(older)}{open}。";
    }

    /// <summary>卫华起重装备产业园完成二期用地供地手续（新乡市政府，限期2012年9月30日，整改中：出让公告尚未发布）</summary>
    private Phrase Left(RectificationItem item)
    {
        var note = Quotation.Clause(item.Rectification.Note);
        Phrase noted = note.Length == 0 ? Phrase.Empty : Phrase.Of($"：{Cite.Of(item.Source("note"), note)}");
        return $"{Cite.Of(Source(item.Site, "site"), item.Site.Site)}{Cite.Of(item.Source("required"), Quotation.Clause(item.Rectification.Required))}（{Cite.UnitName(snapshot, item.Rectification.Unit)}，限期{Due(item)}，{Cite.Of(item.Source("state"), Of(item.Rectification.State))}{noted}）";
    }

    /// <summary>请许昌市政府于8月31日前完成…的整改，并报办公室。 A paragraph for each unit that has something left to mend.</summary>
    public IEnumerable<Phrase> Demands() => Of([.. plan.Inspections])
        .Where(o => o.Rectification.State != RectificationState.Done)
        .OrderBy(o => o.Rectification.Due)
        .GroupBy(o => o.Rectification.Unit, StringComparer.Ordinal)
        .Select(g => Phrase.Of($"请{Cite.UnitName(snapshot, g.Key)}{Phrase.Join("；", g.OrderBy(o => o.Rectification.Due).Select(Demand))}，整改结果报办公室。"));

    public Phrase Closing() => AnySite
        ? Phrase.Empty
        : Phrase.Plain("办公室将补充组织现场检查，检查情况另行报告。");

    /// <summary>A day that is over is no term any more.</summary>
    private Phrase Demand(RectificationItem ordered)
    {
        var site = Cite.Of(Source(ordered.Site, "site"), ordered.Site.Site);
        Phrase by = IsOverdue(ordered) ? Phrase.Of($"尽快完成{site}的整改（限期{Due(ordered)}，已逾期）") : $"于{Due(ordered)}前完成{site}的整改";
        return $"{by}：{Cite.Of(ordered.Source("required"), Quotation.Clause(ordered.Rectification.Required))}";
    }

    private bool IsOverdue(RectificationItem ordered) => ordered.Rectification.State != RectificationState.Done && ordered.Rectification.Due < today;

    /// <summary>With its year where that is not the issue's.</summary>
    private Run Due(RectificationItem ordered) => Cite.Of(
        ordered.Source("due"), ordered.Rectification.Due.Year == today.Year ? Numbers.Day(ordered.Rectification.Due) : Numbers.Date(ordered.Rectification.Due));

    private Phrase Finding(InspectionFacts site, FindingFacts finding, int n)
    {
        Phrase kind = finding.Kind is { } known ? Cite.Of(Source(site, $"findings[{n}].kind"), Words.Problem(known)) : Phrase.Plain("问题");
        Phrase text = $"发现{kind}：{Cite.Of(Source(site, $"findings[{n}].text"), Quotation.Sentence(finding.Text))}";
        if (finding.Rectification is not { } rectification)
            return text;
        var ordered = new RectificationItem(site, n, rectification);
        var note = Quotation.Sentence(rectification.Note);
        Phrase noted = note.Length == 0 ? Phrase.Empty : Cite.Of(ordered.Source("note"), note);
        Phrase state = rectification is { State: RectificationState.Done, DoneOn: { } done }
            ? Phrase.Of($"{Cite.Of(ordered.Source("doneOn"), Numbers.Day(done))}{Cite.Of(ordered.Source("state"), Of(rectification.State))}")
            : Cite.Of(ordered.Source("state"), Of(rectification.State));
        return $"{text}要求{Cite.UnitName(snapshot, rectification.Unit)}于{Due(ordered)}前整改（{state}）。{noted}";
    }

    /// <summary>，其中4个须整改，已整改1个.</summary>
    private Phrase Tally(List<RectificationItem> ordered)
    {
        var done = ordered.Where(o => o.Rectification.State == RectificationState.Done).ToList();
        if (ordered.Count == 0)
            return Phrase.Empty;
        Phrase mended = done.Count == 0 ? Phrase.Empty : Phrase.Of($"，已整改{Count(done)}");
        var overdue = Overdue(ordered);
        Phrase late = overdue.Count == 0 ? Phrase.Empty : Phrase.Of($"，逾期未整改{Count(overdue)}（{Units(overdue)}）");
        return $"，须整改{Count(ordered)}{mended}{late}";
    }

    private List<RectificationItem> Overdue(List<RectificationItem> ordered) => [.. ordered.Where(IsOverdue)];

    private Phrase Units(IEnumerable<RectificationItem> ordered) => Phrase.Join("、", ordered
        .Select(o => o.Rectification.Unit).Distinct(StringComparer.Ordinal).Select(u => Phrase.Traced(Cite.UnitName(snapshot, u))));

    private static Run Day(InspectionFacts site) => Cite.Of(Source(site, "visitedOn"), Numbers.Day(site.VisitedOn));

    private static Run Count(List<RectificationItem> ordered) => Cite.Count(ordered.Count, "个", ordered.Select(o => o.Source("state")));

    private static string Of(RectificationState state) => state switch
    {
        RectificationState.Done => "已整改",
        RectificationState.UnderWay => "整改中",
        _ => "未整改",
    };

    /// <summary>After 均.</summary>
    private static string All(RectificationState state) => state == RectificationState.UnderWay ? "在整改" : Of(state);

    private static List<RectificationItem> Of(IReadOnlyList<InspectionFacts> sites) =>
    [
        .. sites.SelectMany(site => site.Findings.Index()
            .Select(f => f.Item.Rectification is { } rectification ? new RectificationItem(site, f.Index, rectification) : null)
            .OfType<RectificationItem>()),
    ];

    private static string Source(InspectionFacts site, string field) => FormattableString.Invariant($"inspection:{site.Id}@{site.Version}#{field}");
}
