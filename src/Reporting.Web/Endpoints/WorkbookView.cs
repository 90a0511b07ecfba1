using System.Text.Json.Serialization;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Web.Problems;
using Reporting.Workbooks;

namespace Reporting.Web.Endpoints;

/// <summary>What became of a posted workbook, in the caller's language.</summary>
/// <param name="Submit">Whether good rows were to be handed over to the office too.</param>
internal sealed record WorkbookView(string Programme, Period Period, string Unit, bool Submit, WorkbookCounts Counts, IReadOnlyList<WorkbookRowView> Rows)
{
    public static WorkbookView Of(WorkbookResult result, bool english)
    {
        int Count(RowOutcome outcome) => result.Rows.Count(r => r.Outcome == outcome);
        return new(
            result.Programme,
            result.Period,
            result.Unit,
            result.Submit,
            new(
                result.Rows.Count,
                Count(RowOutcome.Stored),
                Count(RowOutcome.Submitted),
                Count(RowOutcome.Unchanged),
                Count(RowOutcome.Refused),
                Count(RowOutcome.Blank),
                result.Rows.Count(r => r.Outcome != RowOutcome.Refused && r.Errors.Count > 0)),
            [.. result.Rows.Select(r => WorkbookRowView.Of(r, english))]);
    }
}

/// <summary>How many rows came to what.</summary>
/// <param name="NotSubmitted">Among the stored and unchanged: those that were to be handed over and could not be.</param>
internal sealed record WorkbookCounts(int Rows, int Stored, int Submitted, int Unchanged, int Refused, int Blank, int NotSubmitted);

/// <summary>What became of one row.</summary>
/// <param name="Plan">Absent where the row names no obligation of the unit.</param>
/// <param name="Task">Absent for a plan's indicators.</param>
/// <param name="Version">The entry's version now; absent while there is none.</param>
internal sealed record WorkbookRowView(
    string Sheet,
    int Row,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Plan,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Task,
    RowOutcome Outcome,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EntryState? State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Version,
    IReadOnlyList<CellRemark> Errors,
    IReadOnlyList<CellWarning> Warnings)
{
    public static WorkbookRowView Of(WorkbookRow row, bool english) => new(
        row.Sheet, row.Row, row.Plan, row.Task, row.Outcome, row.State, row.Version, [.. row.Errors.Select(e => CellRemark.Of(e, english))], [.. row.Warnings.Select(w => new CellWarning(w.Field ?? "", w.Code, english ? w.DetailEn : w.DetailZh))]);
}

/// <summary>What is worth a second look though it was taken; docs/plausibility.md lists the codes, and <c>changed-since</c> says that the entry was changed since the workbook was made.</summary>
internal sealed record CellWarning(string Cell, string Code, string Detail);

/// <summary>What is wrong with a cell.</summary>
/// <param name="Cell">Sheet and cell, e.g. <c>进展情况!F7</c>.</param>
internal sealed record CellRemark(string Cell, string Code, string Title, string Detail)
{
    public static CellRemark Of(Refusal refusal, bool english)
    {
        var form = RefusalTable.Of(refusal.Code);
        return new(refusal.Field ?? "", refusal.Code, english ? form.TitleEn : form.TitleZh, english ? refusal.DetailEn : refusal.DetailZh);
    }
}
