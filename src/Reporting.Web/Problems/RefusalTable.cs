using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Reporting.Web.Problems;

/// <summary>How a refusal is answered.</summary>
internal sealed record RefusalForm(int Status, string TitleZh, string TitleEn);

/// <summary>The one place where a refusal's code gets its status and titles; a test finds codes in the sources that are missing here.</summary>
internal static class RefusalTable
{
    public const string InternalError = "internal-error";
    public const string StorageUnavailable = "storage-unavailable";

    private static readonly FrozenDictionary<string, RefusalForm> Forms = new Dictionary<string, RefusalForm>
    {
        // The request as such
        ["malformed-json"] = new(400, "请求不是合法的 JSON", "The request is not valid JSON"),
        ["unknown-member"] = new(400, "含有未知字段", "Unknown member"),
        ["duplicate-member"] = new(400, "字段重复", "Member given twice"),
        ["member-required"] = new(400, "缺少字段", "Member missing"),
        ["null-not-allowed"] = new(400, "字段不能为 null", "Null is not allowed"),
        ["not-a-number"] = new(400, "不是数字", "Not a number"),
        ["number-form"] = new(400, "数字写法不支持", "The number is written in a form that is not taken"),
        ["not-a-string"] = new(400, "不是文字", "Not a string"),
        ["invalid-text"] = new(400, "文字编码有误", "The text is not valid Unicode"),
        ["not-a-boolean"] = new(400, "不是 true 或 false", "Not true or false"),
        ["not-a-period"] = new(400, "不是报告期", "Not a period"),
        ["not-a-date"] = new(400, "不是日期时间", "Not a date and time"),
        ["not-an-array"] = new(400, "不是数组", "Not an array"),
        ["not-an-object"] = new(400, "不是对象", "Not an object"),
        ["value-not-allowed"] = new(400, "取值不在范围内", "Not one of the values that are taken"),
        ["parameter-required"] = new(400, "缺少参数", "Parameter missing"),
        ["parameter-invalid"] = new(400, "参数有误", "Parameter invalid"),
        ["unit-required"] = new(400, "须写明单位", "Unit missing"),
        ["if-match-malformed"] = new(400, "If-Match 写法有误", "Malformed If-Match header"),
        ["idempotency-key-malformed"] = new(400, "Idempotency-Key 写法有误", "Malformed Idempotency-Key header"),
        ["two-credentials"] = new(400, "密钥与令牌只能用一个", "Key and token at once"),
        ["form-unreadable"] = new(400, "表单无法读取", "Unreadable form"),
        ["form-outdated"] = new(400, "页面已失效", "Outdated form"),
        ["bad-request"] = new(400, "请求有误", "Bad request"),
        ["method-not-allowed"] = new(405, "不支持该方法", "Method not allowed"),
        ["body-too-large"] = new(413, "请求过大", "Request body too large"),
        ["unsupported-media-type"] = new(415, "请以 application/json（UTF-8）提交", "Send application/json in UTF-8"),
        ["not-found"] = new(404, "没有该地址", "No such address"),

        // Who asks
        ["key-missing"] = new(401, "缺少密钥", "API key missing"),
        ["key-invalid"] = new(401, "密钥无效", "API key not valid"),
        ["token-invalid"] = new(401, "令牌无效", "Token not valid"),
        ["token-person"] = new(403, "令牌未写明持有人", "The token names no person"),
        ["token-role"] = new(403, "令牌的角色不明确", "The token's role is not clear"),
        ["token-unit"] = new(403, "令牌的单位不明确", "The token's unit is not clear"),
        ["role-not-allowed"] = new(403, "无权进行此操作", "Your role may not do this"),
        ["second-person-required"] = new(403, "须由另一人批准", "Another person must grant it"),
        ["own-problem"] = new(403, "不能自行销号", "Not by those who raised or answered it"),
        ["not-yours"] = new(403, "不属于本单位办理", "Not your unit's business"),
        ["too-many-requests"] = new(429, "请求过于频繁", "Too many requests"),

        // Drafts and signing
        ["draft-not-found"] = new(404, "没有送审稿", "No draft"),
        ["draft-outdated"] = new(409, "送审稿已更新", "The draft is outdated"),
        ["issue-in-work"] = new(409, "该期正在办理", "The issue is being worked on"),
        ["issue-signed"] = new(409, "该期已签发", "The issue is signed"),
        ["issue-parked"] = new(409, "该期已停办", "The issue is parked"),
        ["nothing-to-correct"] = new(409, "没有须更正的数据", "Nothing to correct"),
        ["correction-exists"] = new(409, "已有更正", "There is a correction already"),
        ["issue-not-parked"] = new(409, "该期没有停办", "The issue is not parked"),

        // Delivery
        ["subscriber-not-found"] = new(404, "没有该订阅者", "No such subscriber"),
        ["delivery-not-found"] = new(404, "发件箱中没有该件", "No such delivery"),
        ["channel-not-configured"] = new(409, "系统未设置该发送方式", "The channel is not configured"),
        ["address-invalid"] = new(422, "地址有误", "Not an address"),
        ["address-private"] = new(422, "地址在内部网络", "Address in a private network"),
        ["unknown-kind"] = new(422, "没有该文种", "Unknown kind"),
        ["lifetime-out-of-range"] = new(422, "有效时间超出范围", "Lifetime out of range"),

        // What is asked for
        ["unknown-programme"] = new(404, "没有该年度行动计划", "Unknown programme"),
        ["unknown-plan"] = new(404, "没有该行动计划", "Unknown plan"),
        ["unknown-period"] = new(404, "没有该报告期", "Unknown period"),
        ["unknown-task"] = new(404, "没有该任务", "Unknown task"),
        ["unknown-unit"] = new(404, "没有该单位", "Unknown unit"),
        ["not-owed"] = new(404, "该单位不负责报送此项", "The unit does not owe this entry"),
        ["not-participating"] = new(404, "该单位不是参加单位", "The unit does not take part in the task"),
        ["contribution-not-found"] = new(404, "尚未填报配合情况", "No contribution yet"),
        ["entry-not-found"] = new(404, "尚未报送", "No entry yet"),
        ["version-not-found"] = new(404, "没有该版本", "No such version"),
        ["exception-not-found"] = new(404, "没有补报许可", "No exception"),
        ["project-not-found"] = new(404, "重点项目库中没有该项目", "No such project"),
        ["problem-not-found"] = new(404, "问题台账中没有该问题", "No such problem"),
        ["inspection-not-found"] = new(404, "没有该检查记录", "No such inspection"),
        ["zone-not-found"] = new(404, "没有该产业集聚区", "No such zone"),
        ["bulletin-not-found"] = new(404, "没有该期通报", "No such bulletin"),
        ["file-not-found"] = new(404, "没有该文件", "No such file"),
        ["key-not-found"] = new(404, "没有该密钥", "No such key"),

        // When, and in which state
        ["wrong-state"] = new(409, "当前状态不允许此操作", "Not possible in its present state"),
        ["problem-exists"] = new(409, "台账中已有该问题", "The ledger has this problem already"),
        ["zone-exists"] = new(409, "已有同名产业集聚区", "There is a zone of this name already"),
        ["busy"] = new(409, "同时修改的人过多", "Too many writers at once"),
        ["key-own"] = new(409, "不能收回正在使用的密钥", "A key cannot revoke itself"),
        ["key-replaced"] = new(409, "密钥已被替换", "The key has been replaced"),
        ["key-not-in-force"] = new(409, "密钥已失效", "The key is no longer in force"),
        ["period-not-open"] = new(409, "报告期尚未开始", "The period is not open yet"),
        ["idempotency-key-reused"] = new(409, "Idempotency-Key 已用于其他内容", "Idempotency-Key used for another body"),
        ["period-not-locked"] = new(409, "报告期尚未锁定", "The period is not locked"),
        ["exception-state"] = new(409, "补报许可当前状态不允许此操作", "Not possible in the exception's state"),
        ["exception-exhausted"] = new(409, "补报许可记录已满", "Too many steps on one exception"),
        ["stale"] = new(412, "与所读版本不符", "Not the version that was read"),
        ["if-match-required"] = new(428, "修改须带 If-Match", "A change needs If-Match"),
        ["period-locked"] = new(423, "报告期已锁定", "The period is locked"),
        ["review-closed"] = new(423, "审核已结束", "The review has ended"),

        // What the content says
        ["field-required"] = new(422, "缺少必填内容", "Required content missing"),
        ["field-not-allowed"] = new(422, "此处不应填写", "Not to be filled in here"),
        ["text-too-long"] = new(422, "文字过长", "Text too long"),
        ["record-too-long"] = new(422, "记录过长", "Record too long"),
        ["entry-too-long"] = new(422, "条目过长", "Entry too long"),
        ["character-not-allowed"] = new(422, "含有不可打印的字符", "Character that cannot be printed"),
        ["character-not-printable"] = new(422, "含有字体中没有的字符", "Character that the fonts do not have"),
        ["percent-out-of-range"] = new(422, "完成比例超出范围", "Percent out of range"),
        ["too-many-decimals"] = new(422, "小数位数过多", "Too many decimals"),
        ["number-out-of-range"] = new(422, "数值超出范围", "Number out of range"),
        ["negative-value"] = new(422, "不能为负数", "Negative value"),
        ["value-or-reason"] = new(422, "须有数值或缺报原因", "A value or a reason is needed"),
        ["value-and-reason"] = new(422, "数值与缺报原因只能填一项", "A value and a reason exclude each other"),
        ["unknown-indicator"] = new(422, "没有该指标", "Unknown indicator"),
        ["project-merged"] = new(422, "项目已并入另一项目", "The project was merged into another"),
        ["project-retired"] = new(422, "项目已退出重点项目库", "The project was taken out of the register"),
        ["unknown-project"] = new(422, "没有该项目", "Unknown project"),
        ["unit-not-convertible"] = new(422, "计量单位不能换算", "Unit of measure does not convert"),
        ["unit-not-in-catalogue"] = new(422, "没有该单位", "Unknown unit"),
        ["plan-not-in-catalogue"] = new(422, "没有该行动计划", "Unknown plan"),
        ["plan-without-ranking"] = new(422, "该计划没有排名要求", "The plan orders no ranking"),
        ["period-not-in-calendar"] = new(422, "没有该报告期", "Unknown period"),
        ["not-a-city"] = new(422, "不是市政府", "Not a city's government"),
        ["same-plan"] = new(422, "属于同一计划", "Of the same plan"),
        ["date-form"] = new(422, "日期写法有误", "Date not written as expected"),
        ["date-order"] = new(422, "日期先后有误", "Dates out of order"),
        ["date-in-future"] = new(422, "日期尚未到来", "Date in the future"),
        ["due-past"] = new(422, "办理期限已过", "Due day in the past"),
        ["too-many"] = new(422, "数量超出限制", "Too many at once"),
        ["given-twice"] = new(422, "重复填写", "Given twice"),
        ["indicator-missing"] = new(422, "缺少目标指标", "Target missing"),
        ["note-required"] = new(422, "须说明原因", "A note is required"),
        ["overlap-out-of-range"] = new(422, "并用时间超出范围", "Overlap out of range"),
        ["expiry-too-far"] = new(422, "到期时间过远", "Expiry too far ahead"),
        ["expiry-past"] = new(422, "到期时间已过", "Expiry in the past"),

        // What a workbook is
        ["not-a-workbook"] = new(422, "不是.xlsx工作簿", "Not an .xlsx workbook"),
        ["workbook-with-macros"] = new(422, "工作簿带有宏", "Workbook with macros"),
        ["workbook-too-large"] = new(422, "工作簿展开后过大", "Workbook too large when unpacked"),
        ["workbook-damaged"] = new(422, "工作簿已损坏", "Damaged workbook"),
        ["workbook-foreign"] = new(422, "不是本系统的工作簿", "Not a workbook of this system"),
        ["workbook-version"] = new(422, "工作簿版本不符", "Workbook of another version"),
        ["workbook-of-another"] = new(422, "工作簿属于其他单位或报告期", "Workbook of another unit or period"),
        ["sheet-missing"] = new(422, "缺少工作表", "Sheet missing"),
        ["column-missing"] = new(422, "缺少栏目", "Column missing"),
        ["column-twice"] = new(422, "栏目重复", "Column twice"),

        // What its rows and cells hold; shown with the row, never as the answer to a request
        ["row-twice"] = new(422, "同一项有多行", "Several rows for the same thing"),
        ["row-missing"] = new(422, "缺少对应的行", "Row missing"),
        ["row-unknown"] = new(422, "不是本单位的报送任务", "No obligation of the unit"),
        ["cell-formula"] = new(422, "单元格为公式", "Formula in a cell"),
        ["cell-merged"] = new(422, "单元格已合并", "Merged cells"),
        ["cell-error"] = new(422, "单元格为错误值", "Error value in a cell"),
        ["cell-kind"] = new(422, "单元格内容类型不符", "Wrong kind of content in a cell"),
        ["cell-not-a-number"] = new(422, "单元格不是数字", "Not a number in a cell"),
        ["cell-percent"] = new(422, "单元格为百分数", "Percentage in a cell"),

        // Our side
        [InternalError] = new(500, "系统内部错误", "Internal error"),
        ["authority-unavailable"] = new(503, "身份认证服务暂不可用，请稍后重试", "The token authority is not available; try again later"),
        [StorageUnavailable] = new(503, "存储暂不可用，请稍后重试", "Storage is not available; try again later"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Codes => Forms.Keys;

    /// <exception cref="KeyNotFoundException">The code has no row here, which is a programmer's error.</exception>
    public static RefusalForm Of(string code) => Forms[code];

    /// <summary>The refusal that stands for a bare status, which routing and the server set without a word.</summary>
    public static Refusal OfStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => new("key-missing", null, "请在 X-Api-Key 中提供密钥。", "Send your key in X-Api-Key."),
        StatusCodes.Status403Forbidden => new("role-not-allowed", null, "您的角色无权进行此操作。", "Your role may not do this."),
        StatusCodes.Status404NotFound => new("not-found", null, "请核对地址；接口地址见 /docs。", "Check the address; see /docs."),
        StatusCodes.Status405MethodNotAllowed => new("method-not-allowed", null, "该地址不支持此请求方法，可用的方法见响应头 Allow。", "This address does not take the method; see Allow."),
        StatusCodes.Status413PayloadTooLarge => new("body-too-large", null, "请求超过1 MB。", "The body is larger than 1 MB."),
        StatusCodes.Status415UnsupportedMediaType => new("unsupported-media-type", null, "Content-Type 应为 application/json。", "Content-Type must be application/json."),
        StatusCodes.Status503ServiceUnavailable => new(StorageUnavailable, null, "存储暂不可用，未保存的内容请稍后重新提交。", "Storage does not answer; send again later what was not confirmed."),
        >= 400 and < 500 => new("bad-request", null, "请求有误。", "The request is not valid."),
        _ => new(InternalError, null, "系统出现错误，已记录。", "Something went wrong; it has been recorded."),
    };
}
