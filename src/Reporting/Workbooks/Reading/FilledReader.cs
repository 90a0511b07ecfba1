namespace Reporting.Workbooks.Reading;

/// <summary>Reads what a workbook that came back says, once it is known to be the one that was asked for.</summary>
internal static class FilledReader
{
    public static Outcome<SheetSet> Open(byte[] file) => WorkbookReader.Read(file, [.. EntryAssembly.SheetNames, WorkbookStamp.SheetName]);

    /// <summary>The hidden stamp, or why the workbook is not one of the unit and period that it was sent to.</summary>
    public static Outcome<WorkbookStamp> StampOf(SheetSet sheets, UnitQuarter quarter)
    {
        if (!sheets.ByName.TryGetValue(WorkbookStamp.SheetName, out var sheet)
            || WorkbookStamp.Parse([.. sheet.Rows.Values.Select(Texts)]) is not { } stamp)
        {
            return new Refusal("workbook-foreign", null, "文件不是由本系统下载的填报工作簿，请下载后填报。", "The file is not a workbook made at this address.");
        }
        if (stamp.Version != WorkbookStamp.CurrentVersion)
            return new Refusal("workbook-version", null, "工作簿由其他版本的系统生成，请重新下载填报。", "The workbook was made by another version of the system; get it again.");
        var (programme, dates, unit, _) = quarter;
        List<Refusal> others =
        [
            .. Other("programme", "年度行动计划", stamp.Programme, programme.Id),
            .. Other("period", "报告期", stamp.Period, dates.Period.ToString()),
            .. Other("unit", "单位", Labels.OfUnit(programme, stamp.Unit), unit.Name),
        ];
        return others.Count > 0 ? others : stamp;
    }

    public static Outcome<FilledWorkbook> Read(SheetSet sheets, UnitForm form)
    {
        var progress = FormReader.Read(ProgressSheet.Form, sheets);
        var figures = FormReader.Read(FigureSheet.Form, sheets);
        var problems = FormReader.Read(ProblemSheet.Form, sheets);
        var projects = FormReader.Read(ProjectSheet.Form, sheets);
        return progress.Value is { } p && figures.Value is { } f && problems.Value is { } q && projects.Value is { } r
            ? new EntryAssembly(form, p, f, q, r).Assemble()
            : new List<Refusal>([.. progress.Refusals, .. figures.Refusals, .. problems.Refusals, .. projects.Refusals]);
    }

    private static IEnumerable<Refusal> Other(string field, string name, string its, string wanted) => its == wanted
        ? []
        : [new Refusal("workbook-of-another", field, $"工作簿的{name}为“{its}”，与提交地址的“{wanted}”不符。", $"The workbook is of {field} '{its}', and was sent to that of '{wanted}'.")];

    private static IReadOnlyList<string> Texts(SortedDictionary<int, RawCell> row)
    {
        var texts = new string[4];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = row.GetValueOrDefault(i + 1)?.Text ?? "";
        return texts;
    }
}
