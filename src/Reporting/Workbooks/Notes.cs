using System.Globalization;
using Reporting.Schedule;

namespace Reporting.Workbooks;

/// <summary>填报说明: what a clerk who has never seen the system needs to know, in the order in which it is needed.</summary>
internal static class Notes
{
    public const string SheetName = "填报说明";

    /// <summary>Headings and what stands under them.</summary>
    public static IEnumerable<(string Heading, IReadOnlyList<string> Paragraphs)> Of(UnitForm form)
    {
        var dates = form.Dates;
        var quarter = QuarterOf(dates.Period);
        var before = form.Programme.Calendar.Periods.Contains(dates.Period.Previous) ? QuarterOf(dates.Period.Previous) : null;
        yield return ("一、填报内容",
        [
            $"本工作簿供{form.Unit.Name}报送《{form.Programme.Title}》{quarter}进展情况使用，共{Count(form.Entries.Count)}项报送任务，列于“进展情况”表。请勿用于其他单位或其他报告期。",
            "“进展情况”每行对应一项报送任务；“指标”“问题”“重点项目”三表各行通过首栏“报送任务”归入相应任务，随该任务一并报送。",
        ]);
        yield return ("二、报送时间",
        [
            $"自{Day(dates.Opens)}起接收，{Day(dates.Due)}24时前报送为按时；至{Day(dates.Grace)}24时为宽限期；至{Day(dates.Lock)}24时仍可报送，按逾期统计。此后系统锁定，不再接收。",
        ]);
        yield return ("三、填写方法",
        [
            "只填写蓝色表头下的白色单元格。灰色单元格由系统提供，供对照使用，填写无效。工作表设有保护但没有密码，用于防止误改。",
            before is null ? "“上期”各栏为上一报告期的报送数，本期为首个报告期，故为空。" : $"“上期”各栏为{before}的报送数，仅供对照。",
            "自评：正常、滞后、受阻、完成，据实选择。完成比例：全年任务已完成的百分比，填0至100之间的数，最多两位小数；填22.5或22.5%均可。",
            "进展情况：写本期做了什么、到什么程度，用事实和数量说话，不写空话套话。下一步工作：写下一季度的打算。两栏均不超过4000字。情况说明：数据下降、异常或口径变化时写明原因。",
            "指标：目标须逐项填报，承诺事项有数的填。本期累计为年初至本期末累计数；产能、家数等填期末数。计量单位已按目标填好，可改为能精确换算的单位（如亿元与万元、万辆与辆），数值与单位应当一致。同比增长：填本单位掌握的增速，没有可空。数据性质：尚未核实的为快报，已经核实的为核定。",
            "空白不等于零：数值确为零的填0；暂无数值的，空着数值，写明缺报原因。",
            "问题：每行一个问题，写明类别、内容、请求协调的事项和单位。没有问题可不填。",
            "重点项目：每行一个项目。形象进度分未开工、在建、竣工、投产；投资单位均为万元，累计完成投资为年初至本期末累计数。",
            before is null
                ? "本期为首个报告期，没有预先列出的内容。"
                : "上期提出的问题、上期已报的重点项目及其形象进度和年度计划投资已预先列出，请逐行核对：有变化的改正，不再报送的清除该行。完成比例和各项累计数不预填，须按本期实际填写。",
            "单元格内换行按Alt＋Enter。需要的行不够时，可在表中插入行，或在末行之后继续填写。",
            "请直接填数和文字，不要填公式，不要合并单元格，不要修改表头和首栏编号。行列次序可以调整，可以增加栏目和工作表，系统只取本说明所列各栏。",
        ]);
        yield return ("四、报送办法",
        [
            "填好后保存为.xlsx格式（不超过4MB），由本单位经办人上传至报送系统；可先上传存为草稿，核对无误后再正式报送。",
            "系统逐行核对并逐行答复：合格的行存入系统，不合格的行退回，并指明所在单元格（如“进展情况!H7”）和原因，改正后重新上传同一工作簿即可，已存入且未改动的行不受影响。",
            "某项任务的问题、项目或指标有一行不合格，该项任务整项不存，待改正后一并存入。",
            "下载工作簿之后，他人在系统中改过的条目不会被覆盖，系统会提示；请重新下载，在新工作簿中填写该条。",
            "已报条目须由领导小组办公室退回后方可修改。整行未填的任务视为未报，不影响其他行。",
        ]);
        yield return ("五、咨询",
        [
            $"填报口径、任务分工和退回事项，请向{form.Programme.Office}办公室或相应行动计划的牵头联系人咨询；系统登录和密钥事项，请向本单位系统管理员咨询。",
        ]);
    }

    /// <summary>e.g. 2012年一季度.</summary>
    public static string QuarterOf(Period period) => string.Create(CultureInfo.InvariantCulture, $"{period.Year}年{"一二三四"[period.Quarter - 1]}季度");

    /// <summary>What heads every sheet and, without the sheet's name, the file.</summary>
    public static string TitleOf(UnitForm form) => $"{form.Unit.Name}{QuarterOf(form.Dates.Period)}进展报送";

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
