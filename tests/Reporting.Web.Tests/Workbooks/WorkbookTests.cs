using Reporting.Access;
using Testing;

namespace Reporting.Web.Tests.Workbooks;

/// <summary>A workbook out, filled in and back: what is good is stored as JSON would store it, and nothing is stored twice.</summary>
public sealed class WorkbookTests(AzuriteFixture azurite)
{
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";
    private const string Code = "automotive/R01";

    [Fact]
    public async Task Workbook_IsAFileWithAChineseName()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var answer = await api.SendAsync("GET", WorkbookCalls.Address(), await api.UnitKeyAsync());

        Assert.Equal((200, WorkbookCalls.MediaType), (answer.Status, answer.MediaType));
        Assert.Equal("no-store", answer.Response.Headers.CacheControl?.ToString());
        var disposition = answer.Response.Content.Headers.ContentDisposition;
        Assert.Equal(("attachment", "郑州市政府2012年一季度进展报送.xlsx"), (disposition?.DispositionType, disposition?.FileNameStar));
    }

    [Fact]
    public async Task Row_IsStored_AsItWasFilledIn()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.UnitKeyAsync();

        var answer = await api.PostEditedAsync(key, FillAll);

        Assert.Equal(200, answer.Status);
        Assert.Empty(answer.Errors());
        Assert.Equal(
            ["automotive/R01 stored v1", "automotive/R03 blank", "building-materials/R05 blank", "nev/R02 blank", "biotech/R07 blank"],
            answer.Outcomes());
        Assert.Equal("""{"rows":5,"stored":1,"submitted":0,"unchanged":0,"refused":0,"blank":4,"notSubmitted":0}""", answer.Json["counts"]?.ToJsonString());
        Assert.Equal(
            """
            {"selfRating":"lagging","percent":22.5,"progress":"一期厂房封顶，\n完成投资3亿元。","nextStep":"安装设备。","figures":[{"indicator":"automotive-W01-C01","value":15.6,"unit":"万辆","lastYear":12,"preliminary":false,"missingReason":null,"growthPercent":30}],"problems":[{"kind":"land","text":"二期用地指标未落实。","helpAsked":"请协调用地指标。","askedOf":"land-resources"}],"projects":[{"project":"automotive-P001","stage":"underConstruction","plannedInvestment":120000,"cumulativeInvestment":32000.5,"obstacle":"funds","note":"=不是公式"}],"note":"口径未变。"}
            """.Trim(),
            (await api.SendAsync("GET", Entry, key)).Json["content"]?.ToJsonString(Relaxed));
    }

    [Fact]
    public async Task Entry_HasOneVersion_WhenTheWorkbookIsPostedThreeTimes()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.UnitKeyAsync();
        using var book = new EditedWorkbook(await api.GetWorkbookAsync(key));
        FillAll(book);
        var file = book.Save();

        var answers = new[] { await api.PostWorkbookAsync(key, file), await api.PostWorkbookAsync(key, file), await api.PostWorkbookAsync(key, file) };

        Assert.Equal(["automotive/R01 stored v1", "automotive/R01 unchanged v1", "automotive/R01 unchanged v1"], answers.Select(a => a.Outcomes()[0]));
        Assert.Equal(1, (await api.SendAsync("GET", Entry + "/versions", key)).Json["versions"]?.AsArray().Count);
        var handed = new[] { await api.PostWorkbookAsync(key, file, submit: true), await api.PostWorkbookAsync(key, file, submit: true), await api.PostWorkbookAsync(key, file) };
        Assert.Equal(["automotive/R01 submitted v2", "automotive/R01 unchanged v2", "automotive/R01 unchanged v2"], handed.Select(a => a.Outcomes()[0]));
        // What was made from it and comes back untouched changes nothing either.
        Assert.Equal("automotive/R01 unchanged v2", (await api.PostWorkbookAsync(key, await api.GetWorkbookAsync(key), submit: true)).Outcomes()[0]);
    }

    [Fact]
    public async Task IncompleteRow_IsStoredButNotHandedOver()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.UnitKeyAsync();

        var answer = await api.PostEditedAsync(key, book => book.Write(EditedWorkbook.Progress, "I4", "一期厂房封顶。"), submit: true);

        Assert.Equal("automotive/R01 stored v1", answer.Outcomes()[0]);
        Assert.Equal(["进展情况!G4 field-required", "进展情况!H4 field-required"], answer.Errors());
        Assert.Equal(1, (int?)answer.Json["counts"]?["notSubmitted"]);
    }

    [Fact]
    public async Task MovedRowsAndColumns_ChangeNothing()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.UnitKeyAsync();
        await api.PostEditedAsync(key, FillAll);

        using var book = new EditedWorkbook(await api.GetWorkbookAsync(key));
        foreach (var sheet in new[] { EditedWorkbook.Progress, EditedWorkbook.Figures, EditedWorkbook.Problems, EditedWorkbook.Projects })
        {
            var last = book.Data(sheet).Elements<DocumentFormat.OpenXml.Spreadsheet.Row>().Max(r => r.RowIndex?.Value ?? 0);
            // Columns from right to left with a foreign one between each two, rows from bottom to top.
            book.Rearrange(sheet, column => 2 * (20 - column) + 1, row => last + 4 - row);
            book.Write(sheet, "B3", "备用");
            book.Write(sheet, "B5", "本单位内部核对：已核。");
            book.WriteFormula(sheet, "B6", "1+1", "2");
        }
        foreach (var row in book.Data(EditedWorkbook.Progress).Elements<DocumentFormat.OpenXml.Spreadsheet.Row>())
            row.Hidden = row.RowIndex?.Value > 4;
        var answer = await api.PostWorkbookAsync(key, book.Save());

        Assert.Empty(answer.Errors());
        Assert.Equal(
            ["biotech/R07 blank", "nev/R02 blank", "building-materials/R05 blank", "automotive/R03 blank", "automotive/R01 unchanged v1"],
            answer.Outcomes());
    }

    [Fact]
    public async Task SomebodyElsesChange_IsNotOverwritten()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var (key, other) = (await api.UnitKeyAsync(), await api.UnitKeyAsync(person: "王强"));
        using var book = new EditedWorkbook(await api.GetWorkbookAsync(key));
        var untouched = await api.GetWorkbookAsync(key);
        FillAll(book);
        await api.SendAsync("PUT", Entry, other, Sample.Task("王强写的。"));

        var answer = await api.PostWorkbookAsync(key, book.Save());

        Assert.Equal("automotive/R01 refused v1", answer.Outcomes()[0]);
        Assert.Equal(["进展情况!A4 stale"], answer.Errors());
        Assert.Contains("王强", answer.Body, StringComparison.Ordinal);
        Assert.Equal("王强写的。", (string?)(await api.SendAsync("GET", Entry, key)).Json["content"]?["progress"]);
        var second = await api.PostWorkbookAsync(key, untouched);
        Assert.Equal("automotive/R01 unchanged v1", second.Outcomes()[0]);
        Assert.Equal("changed-since", (string?)second.Json["rows"]?[0]?["warnings"]?[0]?["code"]);
    }

    [Fact]
    public async Task OwnWorkbook_CanBeCorrectedAndPostedAgain_AlsoAfterAReturn()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var (key, office) = (await api.UnitKeyAsync(), await api.KeyAsync(Role.Office));
        using var first = new EditedWorkbook(await api.GetWorkbookAsync(key));
        FillAll(first);
        var file = first.Save();
        await api.PostWorkbookAsync(key, file);
        using var second = new EditedWorkbook(file);
        second.Write(EditedWorkbook.Progress, "I4", "改过的进展。");
        file = second.Save();
        Assert.Equal("automotive/R01 submitted v3", (await api.PostWorkbookAsync(key, file, submit: true)).Outcomes()[0]);
        using var third = new EditedWorkbook(file);
        third.Write(EditedWorkbook.Progress, "I4", "再改。");
        file = third.Save();
        var withTheOffice = await api.PostWorkbookAsync(key, file);
        Assert.Equal(["进展情况!A4 wrong-state"], withTheOffice.Errors());
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/return?unit=zhengzhou", office, """{"reason":"请补充。"}""")).Status);

        Assert.Equal("automotive/R01 submitted v6", (await api.PostWorkbookAsync(key, file, submit: true)).Outcomes()[0]);
    }

    [Fact]
    public async Task Office_PostsForAUnit()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office);

        Assert.Equal("automotive/R01 stored v1", (await api.PostEditedAsync(office, FillAll)).Outcomes()[0]);
        Assert.Equal((403, "not-yours"), StatusOf(await api.PostWorkbookAsync(await api.UnitKeyAsync("luoyang"), [])));
        Assert.Equal((404, "not-owed"), StatusOf(await api.SendAsync("GET", WorkbookCalls.Address("tourism"), office)));
    }

    [Fact]
    public async Task Results_SpeakTheCallersLanguage()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.UnitKeyAsync();
        using var book = new EditedWorkbook(await api.GetWorkbookAsync(key));
        book.WriteNumber(EditedWorkbook.Progress, "H4", "101");
        var file = book.Save();

        var chinese = await api.PostWorkbookAsync(key, file);
        var english = await api.PostWorkbookAsync(key, file, language: "en");

        Assert.Equal("完成比例超出范围", (string?)chinese.Json["rows"]?[0]?["errors"]?[0]?["title"]);
        Assert.Equal("Percent lies between 0 and 100.", (string?)english.Json["rows"]?[0]?["errors"]?[0]?["detail"]);
    }

    [Fact]
    public async Task LastQuartersValues_StandBesideTheInputs()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.UnitKeyAsync();
        await api.PostEditedAsync(key, FillAll, submit: true);
        api.Clock.Now = new DateTimeOffset(2012, 7, 2, 9, 0, 0, TimeSpan.FromHours(8));

        using var book = new EditedWorkbook(await api.GetWorkbookAsync(key, period: "2012Q2"));

        string At(string sheet, string header) => book.Text(sheet, book.Place(sheet, header, Code));
        Assert.Equal(("滞后", "22.5", "", ""), (At(EditedWorkbook.Progress, "上期自评"), At(EditedWorkbook.Progress, "上期完成比例（%）"), At(EditedWorkbook.Progress, "自评"), At(EditedWorkbook.Progress, "完成比例（%）")));
        Assert.Equal(("在建", "120000", "32000.5"), (At(EditedWorkbook.Projects, "上期形象进度"), At(EditedWorkbook.Projects, "上期计划投资（万元）"), At(EditedWorkbook.Projects, "上期累计投资（万元）")));
        Assert.Equal(("在建", "120000", ""), (At(EditedWorkbook.Projects, "形象进度"), At(EditedWorkbook.Projects, "年度计划投资（万元）"), At(EditedWorkbook.Projects, "累计完成投资（万元）")));
        Assert.Equal("二期用地指标未落实。", At(EditedWorkbook.Problems, "问题"));
        // Carried over is not entered: posted back as it came, nothing is stored.
        Assert.All((await api.PostWorkbookAsync(key, book.Save(), period: "2012Q2", submit: true)).Outcomes(), o => Assert.EndsWith(" blank", o, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatTheOfficeHasSettled_IsNotProposedAgain_AndWhatWasAddedIs()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var (key, office) = (await api.UnitKeyAsync(), await api.KeyAsync(Role.Office, person: "王处长"));
        await api.PostEditedAsync(key, FillAll, submit: true);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/accept?unit=zhengzhou", office)).Status);
        var problem = (string?)(await api.SendAsync("GET", "/api/henan-2012/problems", office)).Json["problems"]?[0]?["id"];
        Assert.Equal(200, (await api.ChangeAsync("POST", $"/api/henan-2012/problems/{problem}/close", office, """{"evidence":"用地批复已下达。"}""")).Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", "/api/henan-2012/projects/automotive-P001/retire", office, """{"reason":"停建。"}""")).Status);
        await api.SendAsync("POST", "/api/henan-2012/projects", key, """{"plan":"automotive","project":{"name":"新项目","kind":"project"}}""");
        api.Clock.Now = new DateTimeOffset(2012, 7, 2, 9, 0, 0, TimeSpan.FromHours(8));

        using var book = new EditedWorkbook(await api.GetWorkbookAsync(key, period: "2012Q2"));

        Assert.Null(book.RowOrNone(EditedWorkbook.Problems, Code));
        Assert.Null(book.RowOrNone(EditedWorkbook.Projects, Code));
        Assert.Equal("automotive-P030 新项目", book.Choice("automotive-P030"));
        Assert.Throws<InvalidOperationException>(() => book.Choice("automotive-P001"));
        Row(book, EditedWorkbook.Projects, 4, [book.Choice(Code), book.Choice("automotive-P030"), null, null, null, "在建", 500m]);
        Assert.Equal("automotive/R01 stored v1", (await api.PostWorkbookAsync(key, book.Save(), period: "2012Q2")).Outcomes()[0]);
    }

    [Theory]
    [InlineData("2012-02-29T23:59:59+08:00", 409, "period-not-open")]
    [InlineData("2012-04-20T23:59:59+08:00", 200, null)]
    [InlineData("2012-04-21T00:00:00+08:00", 423, "period-locked")]
    public async Task Workbook_IsTaken_WhileThePeriodIsOpen(string now, int status, string? code)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.UnitKeyAsync();
        var file = await api.GetWorkbookAsync(key);

        api.Clock.Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        var answer = await api.PostWorkbookAsync(key, file);

        Assert.Equal(status, answer.Status);
        if (code is not null)
            Assert.Equal(code, answer.Code);
    }

    [Fact]
    public async Task LockedPeriod_TakesTheRowsThatAreStillPermitted()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var (key, one, other) = (await api.UnitKeyAsync(), await api.KeyAsync(Role.Office, person: "甲"), await api.KeyAsync(Role.Office, person: "乙"));
        using var book = new EditedWorkbook(await api.GetWorkbookAsync(key));
        book.Write(EditedWorkbook.Progress, "I4", "补报的进展。");
        book.Write(EditedWorkbook.Progress, "I5", "没有许可的进展。");
        var file = book.Save();
        api.Clock.Now = new DateTimeOffset(2012, 4, 23, 9, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal((423, "period-locked"), StatusOf(await api.PostWorkbookAsync(key, file)));
        var asked = await api.SendAsync("POST", Entry + "/exception?unit=zhengzhou", one, """{"reason":"系统故障，未能按时报送。","until":"2012-04-30"}""");
        Assert.InRange(asked.Status, 200, 201);
        var granted = await api.SendAsync("POST", Entry + "/exception/grant?unit=zhengzhou", other, "{}", r => r.Headers.TryAddWithoutValidation("If-Match", asked.ETag));
        Assert.True(granted.Status == 200, granted.Body);

        var answer = await api.PostWorkbookAsync(key, file);

        Assert.Equal(["automotive/R01 stored v1", "automotive/R03 refused"], answer.Outcomes().Take(2));
        Assert.Equal(["进展情况!A5 period-locked"], answer.Errors());
    }

    internal static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Something in every column, for the first task.</summary>
    internal static void FillAll(EditedWorkbook book)
    {
        book.SharesTexts = true;
        book.Write(EditedWorkbook.Progress, "G4", "滞后");
        book.WriteNumber(EditedWorkbook.Progress, "H4", "22.5");
        book.Write(EditedWorkbook.Progress, "I4", " 一期厂房封顶，\r\n完成投资3亿元。\t");
        book.WriteRich(EditedWorkbook.Progress, "J4", "安装", "设备。");
        book.SharesTexts = false;
        book.Write(EditedWorkbook.Progress, "K4", "口径未变。");
        var (figure, problem, project) = (book.FreeRow(EditedWorkbook.Figures), book.FreeRow(EditedWorkbook.Problems), book.FreeRow(EditedWorkbook.Projects));
        Row(book, EditedWorkbook.Figures, figure, [book.Choice(Code), book.Choice("automotive-W01-C01"), null, null, 15.6m, "万辆", 12m, 30m, "核定"]);
        Row(book, EditedWorkbook.Problems, problem, [book.Choice(Code), "土地", "二期用地指标未落实。", "请协调用地指标。", "省国土资源厅"]);
        Row(book, EditedWorkbook.Projects, project, [book.Choice(Code), book.Choice("automotive-P001"), null, null, null, "在建", 120000m, 32000.5m, "资金", "=不是公式"]);
    }

    private static void Row(EditedWorkbook book, string sheet, uint row, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var place = (char)('A' + i) + row.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (values[i] is string text)
                book.Write(sheet, place, text);
            else if (values[i] is decimal number)
                book.WriteNumber(sheet, place, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static (int Status, string? Code) StatusOf(Answer answer) => (answer.Status, answer.Code);
}
