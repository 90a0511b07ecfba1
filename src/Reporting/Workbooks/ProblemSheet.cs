using Reporting.Collecting;

namespace Reporting.Workbooks;

/// <summary>问题: what obstacles the unit raises, and whose help it asks for.</summary>
internal static class ProblemSheet
{
    private const int FreeRows = 20;

    public static readonly SheetForm<EntryProblem> Form = new(
        "问题",
        "problems",
        "每行写一个问题，没有问题可空。上期提出的问题已预先列出：仍未解决的保留，已经解决的请清除该行。",
        [
            Inputs.Obligation<EntryProblem>("该问题影响哪一项任务。"),
            Inputs.Word<EntryProblem, ProblemKind>("问题类别", 10, "kind", ChoiceList.ProblemKinds, EntryWords.Of, p => p.Kind, (p, v) => p with { Kind = v ?? p.Kind })
                with { Required = true, Prompt = "从下拉列表中选择：土地、环评、资金、审批、用工、市场、其他。" },
            Inputs.Text<EntryProblem>("问题", 50, "text", p => p.Text, (p, v) => p with { Text = v ?? "" })
                with { Prompt = "写清问题本身和影响，不超过4000字。" },
            Inputs.Text<EntryProblem>("请求协调事项", 40, "helpAsked", p => p.HelpAsked, (p, v) => p with { HelpAsked = v })
                with { Prompt = "需要什么支持；不需要可空。" },
            Inputs.Named<EntryProblem>(
                "请求协调单位",
                22,
                "askedOf",
                new(ChoiceList.Units),
                row => row is { Entry: { } entry, Value.AskedOf: { } unit } ? Labels.OfUnit(entry.Programme, unit) : null,
                (p, v) => p with { AskedOf = v.Length == 0 ? null : v })
                with { Prompt = "从下拉列表中选择一个单位；没有可空。" },
        ],
        form =>
        [
            .. form.Entries.SelectMany(e => e.Shown.Problems.Select(p => new FormRow<EntryProblem>(e, p, null, IsFixed: false))),
            .. Enumerable.Repeat(new FormRow<EntryProblem>(null, null, null, IsFixed: false), FreeRows),
        ],
        new EntryProblem(default, "", null, null),
        Frozen: 1);
}
