using Reporting.Catalogue;
using Testing;

namespace Reporting.Tests.Catalogue;

public sealed class BrokenCatalogueTests
{
    /// <summary>
    /// File and edit (the first <c>old</c> becomes <c>new</c>), then the file and the text on whose line the fault must be told (null: where
    /// the edit was made), and what both languages of the reason must contain.
    /// </summary>
    public static TheoryData<string, string, string, string?, string?, string, string> Edits => new()
    {
        // Units and names.
        { "plans/steel.json", "[\"land-resources\"]", "[\"land-resource\"]", null, null, "单位“land-resource”不在 units.json 中", "'land-resource' is not in units.json" },
        { "plans/steel.json", "\"issuingUnit\": \"industry-it\"", "\"issuingUnit\": \"cities-concerned\"", null, null, "应为具体单位", "must be a body" },
        { "plans/nev.json", "\"unit\": \"industry-it\"", "\"unit\": \"industry\"", null, null, "不在 units.json 中", "not in units.json" },
        { "plans/nev.json", "\"luoyang\", \"kaifeng\"", "\"luoyang\", \"luoyang\"", null, null, "单位“luoyang”重复", "duplicate unit 'luoyang'" },
        { "units.json", "\"aliases\": [\"商务厅\"]", "\"aliases\": [\"财政厅\"]", null, null, "“财政厅”已属单位 finance", "already means the unit finance" },
        { "units.json", "\"id\": \"commerce\"", "\"id\": \"finance\"", null, null, "单位编号“finance”重复", "duplicate unit id 'finance'" },
        { "units.json", "\"kind\": \"centralBranch\"", "\"kind\": \"central\"", null, null, "不合目录文件格式", "does not fit the format" },

        // Ids and rows.
        { "plans/steel.json", "\"id\": \"R05\"", "\"id\": \"R04\"", null, null, "任务编号“R04”重复", "duplicate task id 'R04'" },
        { "plans/steel.json", "\"number\": 5", "\"number\": 4", null, null, "任务行号“4”重复", "duplicate task row '4'" },
        { "plans/textile.json", "\"id\": \"textile-T01\"", "\"id\": \"steel-T01\"", null, null, "编号“steel-T01”重复", "duplicate id 'steel-T01'" },
        { "plans/automotive.json", "\"id\": \"automotive-P001\"", "\"id\": \"automotive_P001\"", null, null, "只能用字母、数字和连字符", "letters, digits and hyphens" },
        { "plans/steel.json", "\"id\": \"steel\"", "\"id\": \"iron\"", null, null, "与文件名不符", "not the file's name" },
        { "plans/steel.json", "\"order\": 9", "\"order\": 8", null, null, "次序“8”重复", "duplicate order '8'" },
        { "plans/steel.json", "\"place\": { \"plan\": \"steel\", \"section\": \"附件2\", \"row\": 1 }", "\"place\": { \"plan\": \"nev\", \"section\": \"附件2\", \"row\": 1 }", null, null, "“nev”不是本计划", "names the plan 'nev'" },

        // Days on which a record is in force. 2012-06-30 and the like are put where a record ends, behind its marks.
        { "plans/steel.json", "\"row\": 5 },", "\"row\": 5 }, \"from\": \"2012-07-01\", \"until\": \"2012-06-30\",", null, null, "失效日早于生效日", "ends before it begins" },
        { "plans/steel.json", "\"row\": 5 },", "\"row\": 5 }, \"from\": \"2021-07-01\",", null, null, "日期应在 2012 年内", "must lie in 2012" },
        { "plans/steel.json", "\"row\": 5 },", "\"row\": 5 }, \"until\": \"2013-01-01\",", null, null, "日期应在 2012 年内", "must lie in 2012" },
        { "plans/steel.json", "\"row\": 5 },", "\"row\": 5 }, \"until\": \"2012-06-31\",", null, null, "不合目录文件格式", "does not fit the format" },
        { "plans/steel.json", "\"row\": 5 },", "\"row\": 5 }, \"since\": \"2012-07-01\",", null, null, "多项", "does not fit the format" },
        { "plans/steel.json", "\"row\": 5 },", "\"row\": 5 }, \"from\": \"2012-07-01\",", "programme.json", "{ \"plan\": \"steel\"", "工作任务应为 8，实有 7", "says 8 tasks, the files have 7" },

        // Figures.
        { "plans/automotive.json", "      \"unit\": \"万辆\",\n", "", "plans/automotive.json", "{\n      \"id\": \"automotive-T01\"", "缺项", "missing required" },
        { "plans/automotive.json", "\"unit\": \"万辆\"", "\"unit\": \"\"", null, null, "文字为空", "text is empty" },
        { "plans/automotive.json", "\"unit\": \"万辆\"", "\"unit\": null", null, null, "不合目录文件格式", "does not fit the format" },
        { "plans/automotive.json", "\"value\": 45", "\"value\": \"45\"", null, null, "不合目录文件格式", "does not fit the format" },
        { "plans/automotive.json", "\"kind\": \"flow\"", "\"kind\": \"flows\"", null, null, "不合目录文件格式", "does not fit the format" },
        { "plans/automotive.json", "\"year\": 2012", "\"year\": 2013", null, null, "年份应为 2012", "must be 2012" },
        { "plans/food.json", "\"upperValue\": 2", "\"upperValue\": 1", null, null, "区间上限应大于下限", "upper bound" },
        { "plans/chemicals.json", "\"baseline\": \"chemicals-T01\"", "\"baseline\": \"chemicals-T09\"", null, null, "基期指标“chemicals-T09”不存在", "'chemicals-T09' does not exist" },
        { "plans/chemicals.json", "\"baseline\": \"chemicals-T01\"", "\"baseline\": \"chemicals-T02\"", null, null, "不是目标所对应的基期指标", "does not link a target to a baseline" },
        { "plans/chemicals.json", "\"unit\": \"亿元\"", "\"unit\": \"万元\"", "plans/chemicals.json", "\"baseline\": \"chemicals-T01\"", "计量单位或类别不同", "another unit or kind" },
        { "plans/nonferrous.json", "\"value\": 50,\n          \"unit\": \"%\",", "\"value\": 50,", null, null, "数值没有计量单位", "a value without a unit" },

        { "plans/automotive.json", "\"value\": 45", "\"value\": -45", null, null, "数值应大于零", "above zero" },
        { "plans/automotive.json", "\"value\": 45", "\"value\": 4e50", null, null, "不合目录文件格式", "does not fit the format" },
        { "plans/automotive.json", "\"2012-02\"", "\"2012-13\"", null, null, "月份应写作", "a month is written like" },

        // Words of closed lists, texts.
        { "plans/automotive.json", "\"cadence\": \"quarterly\"", "\"cadence\": \"monthly\"", null, null, "“monthly”不在允许的取值之内", "'monthly' is none of" },
        { "plans/automotive.json", "\"kind\": \"park\"", "\"kind\": \"garden\"", null, null, "“garden”不在允许的取值之内", "'garden' is none of" },
        { "plans/automotive.json", "\"title\": \"郑州百万辆汽车基地建设\"", "\"title\": \" \"", null, null, "文字为空", "text is empty" },

        // Forms of issues.
        { "programme.json", "\"secrecy\": null", "\"secrecy\": \" \"", null, null, "文字为空", "text is empty" },
        { "programme.json", "\"secrecy\": null", "\"secrecy\": \"秘密，三十年内不得向外透露\"", null, null, "密级标识不超过12个字", "at most 12 characters" },
        { "programme.json", "\"copies\": 120", "\"copies\": 0", null, null, "印数应在1至99999之间", "print run is 1 to 99999" },
        { "programme.json", "\"label\": \"送\"", "\"label\": \"报\"", null, null, "版记行“报”重复", "duplicate line of the distribution '报'" },
        { "programme.json", "\"label\": \"送\"", "\"label\": \"抄报送\"", null, null, "应为报、送、发等1至2个字", "one or two characters" },
        { "programme.json", "\"names\": \"省委、省政府领导\"", "\"names\": \"" + new string('市', 201) + "\"", null, null, "不超过200个字", "at most 200 characters" },
        { "programme.json", "领导小组各成员单位", "领导小组各成员单位。", null, null, "末尾不加句号", "no full stop" },

        // Groups and counts.
        { "programme.json", "\"steel\", \"textile\"]", "\"steal\", \"textile\"]", null, null, "行动计划“steal”不存在", "no plan 'steal'" },
        { "programme.json", "\"steel\", \"textile\"]", "\"steal\", \"textile\"]", "plans/steel.json", "\"group\":", "未列入任何产业类别", "no group lists" },
        { "programme.json", "\"steel\", \"textile\"]", "\"nev\", \"steel\", \"textile\"]", "programme.json", "\"plans\": [\"nev\"", "列入两个产业类别", "in two groups" },
        { "plans/steel.json", "\"group\": \"traditional\"", "\"group\": \"pioneer\"", null, null, "产业类别应为“traditional”", "must be 'traditional'" },
        { "programme.json", "\"tasks\": 126", "\"tasks\": 127", null, null, "工作任务应为 127，实有 126", "says 127 tasks, the files have 126" },
        { "programme.json", "\"unitNames\": 53", "\"unitNames\": 50", null, null, "单位名称应为 50，实有 53", "says 50 unitNames, the files have 53" },
        { "plans/automotive.json", "\"kind\": \"base\"", "\"kind\": \"project\"", "programme.json", "{ \"plan\": \"automotive\"", "重点项目应为 17，实有 18", "says 17 projects, the files have 18" },
        { "plans/nev.json", "\"kind\": \"reconstructed\"", "\"kind\": \"needsDecision\"", "programme.json", "{ \"plan\": \"nev\"", "复原的任务行应为 9，实有 8", "says 9 reconstructed, the files have 8" },

        // Calendar.
        { "calendar.json", "[\"2012-04-28\"]", "[\"2012-04-29\"]", null, null, "2012-04-29 既放假又上班", "both free and a working day" },
        { "calendar.json", "[\"2012-04-28\"]", "[\"2012-04-27\"]", null, null, "2012-04-27 不是周末", "no weekend day" },
        { "calendar.json", "\"last\": \"2012-10-07\"", "\"last\": \"2012-09-07\"", null, null, "末日早于首日", "ends before it begins" },
        { "calendar.json", "\"first\": \"2012-04-29\"", "\"first\": \"2012-04-31\"", null, null, "不合目录文件格式", "does not fit the format" },
        { "calendar.json", "[25, 50, 75, 100]", "[25, 75, 50, 100]", null, null, "四个递增的百分数", "four increasing percentages" },
        { "calendar.json", "[25, 50, 75, 100]", "[25, 50, 75, 90]", null, null, "四个递增的百分数", "four increasing percentages" },
        { "calendar.json", "\"dueDay\": 10", "\"dueDay\": 31", null, null, "截止日应在1至28之间", "between 1 and 28" },
        { "calendar.json", "\"lockDays\": 10", "\"lockDays\": 4", null, null, "锁定不能早于宽限期结束", "before the end of grace" },
        { "calendar.json", "\"afterQuarters\": [2],", "\"afterQuarters\": [2], \"plans\": [\"steal\"],", null, null, "行动计划“steal”不存在", "no plan 'steal'" },
        { "calendar.json", "\"afterQuarters\": [2],", "\"afterQuarters\": [2], \"plans\": [],", null, null, "至少一个", "at least one" },
        { "calendar.json", "\"kind\": \"half-year\"", "\"kind\": \"Half-Year\"", null, null, "不合目录文件格式", "does not fit the format" },
        { "calendar.json", "\"2012Q4\"", "\"2013Q4\"", null, null, "不在年度 2012 之内", "not in the year 2012" },
        { "calendar.json", "\"2012Q3\"", "\"2012Q2\"", null, null, "重复或次序颠倒", "duplicate or out of order" },
        { "calendar.json", "\"2012Q3\"", "\"2012Q5\"", null, null, "不合目录文件格式", "A period is written like 2012Q1" },
        { "calendar.json", "\"last\": \"2012-10-07\"", "\"last\": \"9999-12-31\"", null, null, "放假过长", "too long" },
        { "calendar.json", "\"reviewDays\": 2", "\"reviewDays\": 2000000000", null, null, "审核天数应在0至60之间", "between 0 and 60" },
        { "calendar.json", "\"publishByDays\": 30", "\"publishByDays\": 27", null, null, "2012Q1 的发布期限不晚于签发期限", "not after the day of signing" },

        // Form.
        { "plans/steel.json", "\"office\":", "\"bureau\": \"x\", \"office\":", null, null, "多项", "'$.bureau' does not fit the format" },
        { "plans/steel.json", "\"order\": 9,", "\"order\": 9, \"order\": 9,", null, null, "不合目录文件格式", "does not fit the format" },
        { "plans/steel.json", "\"industry\": \"", "\"industry\": \"\\ud800", null, null, "不是有效的 JSON", "not valid JSON" },
        { "plans/steel.json", "\"order\": 9,", "\"order\": 9", "plans/steel.json", "\"title\":", "不是有效的 JSON", "not valid JSON" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Load_TellsFileLineAndReason_WhenOneEditBreaksTheCatalogue(
        string file, string old, string @new, string? faultFile, string? faultText, string zh, string en)
    {
        using var copy = new CatalogueCopy();
        var at = 0;
        copy.Edit(file, text => Replace(text, old, @new, out at));
        faultFile ??= file;
        var edited = File.ReadAllText(Path.Combine(copy.Folder, faultFile));
        var line = edited.AsSpan(0, faultText is null ? at : edited.IndexOf(faultText, StringComparison.Ordinal)).Count('\n') + 1;

        var exception = Assert.Throws<CatalogueException>(() => CatalogueFolder.Load(copy.Folder));

        Assert.Contains(exception.Faults, f =>
            f.File == faultFile && f.Line == line
            && f.ReasonZh.Contains(zh, StringComparison.Ordinal) && f.ReasonEn.Contains(en, StringComparison.Ordinal));
        Assert.Contains($"{faultFile}({line}): ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TellsEveryFault_WhenSeveralFilesAreWrong()
    {
        using var copy = new CatalogueCopy();
        copy.Edit("plans/steel.json", text => Replace(text, "[\"land-resources\"]", "[\"nobody\"]", out _));
        copy.Edit("plans/nev.json", text => Replace(text, "\"id\": \"R02\"", "\"id\": \"R01\"", out _));
        copy.Edit("calendar.json", text => Replace(text, "\"dueDay\": 10", "\"dueDay\": 0", out _));

        var exception = Assert.Throws<CatalogueException>(() => CatalogueFolder.Load(copy.Folder));

        Assert.Equal(["calendar.json", "plans/nev.json", "plans/steel.json"], exception.Faults.Select(f => f.File));
    }

    [Fact]
    public void Load_TellsTheFile_WhenItIsMissing()
    {
        using var copy = new CatalogueCopy();
        File.Delete(Path.Combine(copy.Folder, "units.json"));

        var fault = Assert.Single(Assert.Throws<CatalogueException>(() => CatalogueFolder.Load(copy.Folder)).Faults);

        Assert.Equal(("units.json", 1, "缺少此文件"), (fault.File, fault.Line, fault.ReasonZh));
    }

    [Fact]
    public void Load_TellsTheLine_WhenAFileIsNotUtf8()
    {
        using var copy = new CatalogueCopy();
        var path = Path.Combine(copy.Folder, "units.json");
        var bytes = File.ReadAllBytes(path);
        var at = bytes.AsSpan().IndexOf("省教育厅"u8);
        bytes[at] = 0xCA;
        File.WriteAllBytes(path, bytes);

        var fault = Assert.Single(Assert.Throws<CatalogueException>(() => CatalogueFolder.Load(copy.Folder)).Faults);

        Assert.Equal(("units.json", bytes.AsSpan(0, at).Count((byte)'\n') + 1), (fault.File, fault.Line));
        Assert.Contains("UTF-8", fault.ReasonZh, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ReadsAFile_WhenItBeginsWithAByteOrderMark()
    {
        using var copy = new CatalogueCopy();
        var path = Path.Combine(copy.Folder, "units.json");
        File.WriteAllBytes(path, [0xEF, 0xBB, 0xBF, .. File.ReadAllBytes(path)]);
        Assert.Equal(50, CatalogueFolder.Load(copy.Folder).Units.Count);
    }

    [Fact]
    public void Load_TellsTheFile_WhenItDoesNotBelong()
    {
        using var copy = new CatalogueCopy();
        File.WriteAllText(Path.Combine(copy.Folder, "notes.json"), "{}");

        var fault = Assert.Single(Assert.Throws<CatalogueException>(() => CatalogueFolder.Load(copy.Folder)).Faults);

        Assert.Equal(("notes.json", "目录中不应有此文件"), (fault.File, fault.ReasonZh));
    }

    [Fact]
    public void Load_NamesTheSetting_WhenTheFolderIsMissing()
    {
        var exception = Assert.Throws<CatalogueException>(() => CatalogueFolder.Load("no-such-folder"));
        Assert.Contains("Catalogue:Folders", exception.Message, StringComparison.Ordinal);
    }

    private static string Replace(string text, string old, string @new, out int at)
    {
        at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The catalogue no longer contains {old}");
        return text[..at] + @new + text[(at + old.Length)..];
    }
}
