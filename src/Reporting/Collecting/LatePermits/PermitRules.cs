using System.Globalization;
using Reporting.Schedule;

namespace Reporting.Collecting.LatePermits;

/// <summary>What requests for a permit, and decisions on them, must keep to.</summary>
internal static class PermitRules
{
    /// <summary>A row holds the whole history; this many steps with the longest reasons fit well into it.</summary>
    private const int MostSteps = 20;

    private const int MostReasonCharacters = 500;
    private const int MostDays = 60;

    /// <summary>Why a reason is refused; null when it is not.</summary>
    public static Refusal? CheckReason(string? reason) => reason switch
    {
        null => new("field-required", "reason", "须写明理由。", "Give a reason."),
        { Length: > MostReasonCharacters } => new(
            "text-too-long", "reason", $"理由不超过{MostReasonCharacters}个字符。", $"A reason has at most {MostReasonCharacters} characters."),
        _ => EntryText.Check(reason, "reason"),
    };

    public static IEnumerable<Refusal> CheckRequest(OwedEntry owed, string? reason, DateOnly until, DateTimeOffset now)
    {
        if (owed.Dates.At(now) != Timeliness.Locked)
        {
            yield return new Refusal(
                "period-not-locked", "period", $"{ChineseDate.Of(owed.Dates.Period)}尚未锁定，无须补报许可。", $"{owed.Dates.Period} is not locked; no exception is needed.");
        }
        if (CheckReason(reason) is { } refused)
            yield return refused;
        var today = BeijingTime.DateOf(now);
        if (until < today)
            yield return new Refusal("expiry-past", "until", "截止日期已过。", "The last day is over already.");
        else if (until > today.AddDays(MostDays))
            yield return new Refusal("expiry-too-far", "until", $"截止日期不得晚于{ChineseDate.Of(today.AddDays(MostDays))}（{MostDays}天内）。", $"The last day is {Day(today.AddDays(MostDays))} at the latest ({MostDays} days ahead).");
    }

    /// <summary>Refuses one more step on a history that is full.</summary>
    public static Refusal? CheckRoom(LatePermit? current) => current?.Steps.Count >= MostSteps
        ? new("exception-exhausted", null, $"该项补报许可的记录已满{MostSteps}条。", $"The history of this exception has its {MostSteps} steps already.")
        : null;

    public static Refusal None() => new("exception-not-found", null, "没有申请过补报许可。", "No exception was asked for.");

    public static Refusal WrongState(PermitState state, string wanted, string wantedEn) =>
        new("exception-state", null, $"补报许可现为“{NameOf(state)}”，{wanted}。", $"The exception is {ReportingJson.NameOf(state)}; {wantedEn}.");

    private static string NameOf(PermitState state) => state switch
    {
        PermitState.Asked => "待批",
        PermitState.Granted => "已批准",
        PermitState.Refused => "未批准",
        PermitState.Revoked => "已撤销",
        _ => "已到期",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
