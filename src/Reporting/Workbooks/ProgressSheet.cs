using System.Globalization;
using Reporting.Collecting;

namespace Reporting.Workbooks;

/// <summary>进展情况: one row for each obligation of the unit, its tasks and its plans' indicators.</summary>
internal static class ProgressSheet
{
    public static readonly SheetForm<EntryContent> Form = new(
        "进展情况",
        Member: null,
        "每行为一项报送任务，请逐行填写蓝色表头各栏；灰色各栏为系统提供，不需填写。指标任务的数值请填在“指标”表，本表只填文字。",
        [
            new("报送编号", 22, ColumnForm.Text, row => CellValue.Of(row.Entry?.Code)) { IsKey = true },
            new("行动计划", 17, ColumnForm.Text, row => CellValue.Of(row.Entry?.Plan.Industry)),
            new("工作任务", 30, ColumnForm.Text, row => CellValue.Of(row.Entry?.Title)),
            new("当前状态", 12, ColumnForm.Text, row => CellValue.Of(StateOf(row.Entry?.Current))),
            new("上期自评", 8, ColumnForm.Text, row => CellValue.Of(row.Earlier?.SelfRating is { } rating ? EntryWords.Of(rating) : null)),
            new("上期完成比例（%）", 10, ColumnForm.Text, row => CellValue.Of(row.Earlier?.Percent)),
            Inputs.Word<EntryContent, SelfRating>("自评", 8, "selfRating", ChoiceList.Ratings, EntryWords.Of, e => e.SelfRating, (e, v) => e with { SelfRating = v })
                with { IsOpen = IsTask, Prompt = "从下拉列表中选择：正常、滞后、受阻、完成。" },
            Inputs.Number<EntryContent>("完成比例（%）", 10, "percent", new(0, 100, PercentUse.Always), e => e.Percent, (e, v) => e with { Percent = v })
                with { IsOpen = IsTask, Prompt = "全年任务已完成的比例，填0至100之间的数，如 22.5。" },
            Inputs.Text<EntryContent>("进展情况", 50, "progress", e => e.Progress, (e, v) => e with { Progress = v })
                with { Prompt = "本期做了什么、到什么程度，写具体事实和数量，不超过4000字。" },
            Inputs.Text<EntryContent>("下一步工作", 36, "nextStep", e => e.NextStep, (e, v) => e with { NextStep = v })
                with { Prompt = "下一季度的打算，不超过4000字。" },
            Inputs.Text<EntryContent>("情况说明", 28, "note", e => e.Note, (e, v) => e with { Note = v })
                with { Prompt = "数据下降或异常时说明原因；没有可不填。" },
        ],
        form => [.. form.Entries.Select(e => new FormRow<EntryContent>(e, e.Shown, e.Earlier?.Content, IsFixed: true))],
        CarryOver.Nothing,
        Frozen: 3);

    private static bool IsTask(FormRow<EntryContent> row) => row.Entry?.Task is not null;

    private static string StateOf(Entry? current) => current switch
    {
        null => "未填",
        { State: EntryState.Returned, Reason: { } reason } => $"退回：{reason}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{EntryWords.Of(current.State)}（第{current.Version}版）"),
    };
}
