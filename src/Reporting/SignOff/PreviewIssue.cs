using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Reports;
using Reporting.Collecting;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Tick;

namespace Reporting.SignOff;

/// <summary>Which document is to be looked at.</summary>
/// <param name="Plan">Null for a document over all plans.</param>
/// <param name="Format">pdf, docx or html; pdf when left out.</param>
public sealed record PreviewRequest(string Period, string Kind, string? Plan = null, string? Format = null);

/// <summary>Composes a document from the facts as they stand, at any time of a period; nothing is stored and nothing numbered.</summary>
public sealed class PreviewIssue(ObligationBook book, FreezeIssue freeze, IEnumerable<IBulletinRenderer> renderers, TimeProvider clock)
{
    private static readonly string[] Formats = ["pdf", "docx", "html"];

    public async Task<Outcome<Preview>> RunAsync(string programme, PreviewRequest request, CancellationToken cancellation)
    {
        var found = book.FindPeriod(programme, request.Period);
        if (found.Value is not var (known, period, _))
            return found.Refusals.ToList();
        if (!IssueKind.TryParse(request.Kind, null, out var kind) || !ReportKinds.TryGet(kind, out _))
        {
            var kinds = string.Join(", ", ReportKinds.All.Select(report => report.Kind));
            return new Refusal("parameter-invalid", "kind", $"没有文种“{request.Kind}”，应为 {kinds} 之一。", $"There is no kind '{request.Kind}'; it is one of {kinds}.");
        }
        if (request.Plan is { } plan && book.FindPlan(programme, plan) is { Value: null } unknown)
            return unknown.Refusals.ToList();
        var perPlan = known.Calendar.Kinds.FirstOrDefault(rule => rule.Kind == kind)?.PerPlan ?? true;
        if (perPlan != (request.Plan is not null))
            return new Refusal("parameter-invalid", "plan", perPlan ? "该文种按行动计划编发，须写明计划。" : "该文种综合各计划，不写计划。", perPlan ? "This kind is per plan; name one." : "This kind is over all plans; name none.");
        if (Array.IndexOf(Formats, request.Format ?? Formats[0]) < 0)
            return new Refusal("parameter-invalid", "format", "format 应为 pdf、docx、html 之一。", "format is one of pdf, docx, html.");
        var issue = new IssueKey(known.Id, period, kind, request.Plan);
        var document = ComposeIssue.Compose(await freeze.ReadAsync(known, issue, clock.GetUtcNow(), cancellation));
        var renderer = renderers.First(r => r.FileName == GetIssueFile.ShortNames[request.Format ?? Formats[0]]);
        return new Preview(renderer.FileName, document.Title, renderer.Render(document));
    }
}

/// <summary>A document that is only looked at.</summary>
public sealed record Preview(string FileName, string Title, byte[] Content);
