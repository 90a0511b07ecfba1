using System.Globalization;
using Reporting.Catalogue;
using Reporting.Collecting;

namespace Reporting.Web.Tests.Workbooks;

/// <summary>Writes entries into a workbook as a clerk does: into the rows that are there, with the words of the drop-down lists.</summary>
internal static class Clerk
{
    private static readonly Dictionary<SelfRating, string> Ratings = new()
    {
        [SelfRating.OnTrack] = "正常",
        [SelfRating.Lagging] = "滞后",
        [SelfRating.Blocked] = "受阻",
        [SelfRating.Completed] = "完成",
    };

    private static readonly Dictionary<ProjectStage, string> Stages = new()
    {
        [ProjectStage.NotStarted] = "未开工",
        [ProjectStage.UnderConstruction] = "在建",
        [ProjectStage.Completed] = "竣工",
        [ProjectStage.InProduction] = "投产",
    };

    private static readonly Dictionary<ProblemKind, string> Kinds = new()
    {
        [ProblemKind.Land] = "土地",
        [ProblemKind.Environment] = "环评",
        [ProblemKind.Funds] = "资金",
        [ProblemKind.Approval] = "审批",
        [ProblemKind.Labour] = "用工",
        [ProblemKind.Market] = "市场",
        [ProblemKind.Other] = "其他",
    };

    public static string CodeOf(Obligation owed) => $"{owed.Plan}/{owed.Task ?? "指标"}";

    /// <summary>Fills in one entry whole; what stands in its list rows beforehand is cleared first.</summary>
    public static void Fill(this EditedWorkbook book, Programme programme, Obligation owed, EntryContent content)
    {
        var code = CodeOf(owed);
        void Put(string header, string? text) => book.Write(EditedWorkbook.Progress, book.Place(EditedWorkbook.Progress, header, code), text);
        if (owed.Task is not null)
        {
            Put("自评", content.SelfRating is { } rating ? Ratings[rating] : null);
            book.WriteNumber(EditedWorkbook.Progress, book.Place(EditedWorkbook.Progress, "完成比例（%）", code), Digits(content.Percent));
        }
        Put("进展情况", content.Progress);
        Put("下一步工作", content.NextStep);
        Put("情况说明", content.Note);
        foreach (var figure in content.Figures)
            Fill(book, code, figure);
        Clear(book, EditedWorkbook.Problems, code);
        foreach (var problem in content.Problems)
            Fill(book, programme, code, problem);
        Clear(book, EditedWorkbook.Projects, code);
        foreach (var project in content.Projects)
            Fill(book, code, project);
    }

    private static void Fill(EditedWorkbook book, string code, EntryFigure figure)
    {
        const string sheet = EditedWorkbook.Figures;
        var row = book.RowOrNone(sheet, code, figure.Indicator) ?? Choose(book, sheet, code, figure.Indicator);
        string At(string header) => book.Column(sheet, header) + row.ToString(CultureInfo.InvariantCulture);
        book.WriteNumber(sheet, At("本期累计"), Digits(figure.Value));
        book.Write(sheet, At("计量单位"), figure.Unit);
        book.WriteNumber(sheet, At("上年同期"), Digits(figure.LastYear));
        book.WriteNumber(sheet, At("同比增长（%）"), Digits(figure.GrowthPercent));
        book.Write(sheet, At("数据性质"), figure.Preliminary ? "快报" : "核定");
        book.Write(sheet, At("缺报原因"), figure.MissingReason);
    }

    private static void Fill(EditedWorkbook book, Programme programme, string code, EntryProblem problem)
    {
        const string sheet = EditedWorkbook.Problems;
        var row = Choose(book, sheet, code, item: null);
        string At(string header) => book.Column(sheet, header) + row.ToString(CultureInfo.InvariantCulture);
        book.Write(sheet, At("问题类别"), Kinds[problem.Kind]);
        book.Write(sheet, At("问题"), problem.Text);
        book.Write(sheet, At("请求协调事项"), problem.HelpAsked);
        book.Write(sheet, At("请求协调单位"), programme.Units.SingleOrDefault(u => u.Id == problem.AskedOf)?.Name);
    }

    private static void Fill(EditedWorkbook book, string code, ProjectUpdate update)
    {
        const string sheet = EditedWorkbook.Projects;
        var row = Choose(book, sheet, code, update.Project);
        string At(string header) => book.Column(sheet, header) + row.ToString(CultureInfo.InvariantCulture);
        book.Write(sheet, At("形象进度"), Stages[update.Stage]);
        book.WriteNumber(sheet, At("年度计划投资（万元）"), Digits(update.PlannedInvestment));
        book.WriteNumber(sheet, At("累计完成投资（万元）"), Digits(update.CumulativeInvestment));
        book.Write(sheet, At("制约因素"), update.Obstacle is { } obstacle ? Kinds[obstacle] : null);
        book.Write(sheet, At("备注"), update.Note);
    }

    private static uint Choose(EditedWorkbook book, string sheet, string code, string? item)
    {
        var row = book.FreeRow(sheet);
        book.Write(sheet, $"A{row}", book.Choice(code));
        if (item is not null)
            book.Write(sheet, $"B{row}", book.Choice(item));
        return row;
    }

    private static void Clear(EditedWorkbook book, string sheet, string code)
    {
        while (book.RowOrNone(sheet, code) is { } row)
        {
            foreach (var cell in book.Data(sheet).Elements<DocumentFormat.OpenXml.Spreadsheet.Row>().Single(r => r.RowIndex?.Value == row).Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>())
                book.Write(sheet, cell.CellReference?.Value ?? "", null);
        }
    }

    /// <summary>As a program writes a double: the shortest digits that give the number again.</summary>
    private static string? Digits(decimal? number) => number is { } value ? ((double)value).ToString("R", CultureInfo.InvariantCulture) : null;
}
