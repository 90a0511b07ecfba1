using Reporting.Bulletins.Snapshots;

namespace Reporting.Bulletins.Assessing;

/// <summary>Whether a year's figure meets its target, by the words that the notice prints with it.</summary>
internal static class Goal
{
    /// <summary>
    /// 超过, 突破 and 逾 ask for more than the value; 达到, 以上, 不低于 and a bare value for the value itself; a range (1—2家) for its lower bound;
    /// 以内 and 以下 for no more. Null for 近 and 左右, which say no bound.
    /// </summary>
    /// <param name="figure">In the target's unit.</param>
    public static bool? Met(TargetFacts target, decimal figure) => (target.Comparator, target.ComparatorAfter) switch
    {
        ("近", _) or (_, "左右") => null,
        (_, "以内" or "以下") => figure <= target.Value,
        ("超过" or "突破" or "逾", _) => figure > target.Value,
        _ => figure >= target.Value,
    };
}
