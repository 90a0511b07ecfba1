using System.Buffers;

namespace Typesetting.Lines;

/// <summary>Holds a number and its unit together: 2012年, 70万辆, 1 092.6亿元, 2.5个百分点, 第3期.</summary>
internal static class NumberUnits
{
    private static readonly SearchValues<char> Magnitudes = SearchValues.Create("十百千万亿多余");
    private static readonly SearchValues<char> Units = SearchValues.Create("年月日号时分秒元辆台套件吨克斤米里亩升度个项份次期条家户人名位页倍成批座处片瓦伏套艘架组种");
    private static readonly string[] LongUnits =
        ["个百分点", "平方公里", "平方千米", "千瓦时", "平方米", "立方米", "百分点", "公里", "千米", "公顷", "公斤", "千克", "千瓦", "兆瓦", "季度", "小时", "分钟", "个月"];

    public static void Hold(Span<Glyph> glyphs)
    {
        for (var i = 0; i + 1 < glyphs.Length; i++)
        {
            var (here, next) = (glyphs[i].CodePoint, glyphs[i + 1].CodePoint);
            if (here == '第' && BreakRules.IsDigit(next))
                glyphs[i].BreakAfter = false;
            else if (BreakRules.IsDigit(here) && !BreakRules.IsDigit(next))
                HoldUnit(glyphs, i);
        }
    }

    private static void HoldUnit(Span<Glyph> glyphs, int lastDigit)
    {
        var end = lastDigit + 1;
        while (end < glyphs.Length && Contains(Magnitudes, glyphs[end].CodePoint))
            end++;
        end += UnitLength(glyphs[end..]);
        for (var i = lastDigit; i + 1 < end; i++)
            glyphs[i].BreakAfter = false;
    }

    private static int UnitLength(ReadOnlySpan<Glyph> glyphs)
    {
        if (glyphs.IsEmpty)
            return 0;
        foreach (var unit in LongUnits)
            if (StartsWith(glyphs, unit))
                return unit.Length;
        return Contains(Units, glyphs[0].CodePoint) ? 1 : 0;
    }

    private static bool StartsWith(ReadOnlySpan<Glyph> glyphs, string text)
    {
        if (glyphs.Length < text.Length)
            return false;
        for (var i = 0; i < text.Length; i++)
            if (glyphs[i].CodePoint != text[i])
                return false;
        return true;
    }

    private static bool Contains(SearchValues<char> set, int codePoint) => codePoint <= char.MaxValue && set.Contains((char)codePoint);
}
