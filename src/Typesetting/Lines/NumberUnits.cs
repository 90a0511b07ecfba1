using System.Buffers;

namespace Typesetting.Lines;

/// <summary>Holds a number and its unit together: 2012年, 70万辆, 1 092.6亿元, 2.5个百分点, 30 MW, 第 3 期.</summary>
internal static class NumberUnits
{
    private static readonly SearchValues<char> Magnitudes = SearchValues.Create("十百千万亿多余");
    private static readonly SearchValues<char> Units = SearchValues.Create("年月日号时分秒元辆台套件吨克斤米里亩升度个项份次期条家户人名位页倍成批座处片瓦伏套艘架组种点岁层栋平届类款章节所只头株");
    private static readonly SearchValues<char> BehindLabel = SearchValues.Create("，、。；：）》”");
    private static readonly string[] LongUnits =
    [
        "个百分点", "平方公里", "平方千米", "立方千米", "千瓦时", "千瓦小时", "平方米", "立方米", "百分点", "人民币", "公里", "千米", "厘米", "毫米", "公顷", "公斤", "千克",
        "毫克", "千瓦", "兆瓦", "千伏", "季度", "小时", "分钟", "个月", "月份", "年度", "年代", "人次", "美元", "欧元", "日元", "港元", "标箱", "车次", "班次", "马力", "摄氏度",
    ];

    private static readonly string[] LatinUnits =
        ["km", "m", "cm", "mm", "kg", "g", "t", "h", "min", "s", "kW", "MW", "GW", "kWh", "kV", "V", "A", "W", "Hz", "MPa", "Pa", "GB", "MB", "TB", "hm", "ha", "L", "mL", "dB"];

    public static void Hold(Span<Glyph> glyphs)
    {
        for (var i = 0; i + 1 < glyphs.Length; i++)
        {
            var (here, next) = (glyphs[i].CodePoint, glyphs[i + 1].CodePoint);
            if (here == '第')
                HoldOrdinal(glyphs, i);
            else if (BreakRules.IsDigit(here) && !BreakRules.IsDigit(next))
                HoldUnit(glyphs, i);
            else if (glyphs[i].End == LineEnd.Allowed && glyphs[i].Class == CharacterClass.Wide && IsLabel(glyphs[(i + 1)..]))
                glyphs[i].End = LineEnd.IfNeeded;
            else if (here is '年' or '月' && BreakRules.IsDigit(next) && i > 0 && BreakRules.IsDigit(glyphs[i - 1].CodePoint))
                glyphs[i].End = LineEnd.IfNeeded; // 2012年7月25日 is better whole.
        }
    }

    /// <summary>任务3，: a number that counts nothing belongs to the word before it.</summary>
    private static bool IsLabel(ReadOnlySpan<Glyph> glyphs)
    {
        var digits = 0;
        while (digits < glyphs.Length && BreakRules.IsDigit(glyphs[digits].CodePoint))
            digits++;
        return digits is > 0 and < 4 && (digits == glyphs.Length || Contains(BehindLabel, glyphs[digits].CodePoint));
    }

    private static void HoldOrdinal(Span<Glyph> glyphs, int at)
    {
        var blank = glyphs[at + 1].Class == CharacterClass.Blank ? 1 : 0;
        if (at + 1 + blank < glyphs.Length && BreakRules.IsDigit(glyphs[at + 1 + blank].CodePoint))
            glyphs[at].End = glyphs[at + blank].End = LineEnd.Never;
    }

    private static void HoldUnit(Span<Glyph> glyphs, int lastDigit)
    {
        var end = lastDigit + 1;
        if (glyphs[end].Class == CharacterClass.Blank && end + 1 < glyphs.Length)
            end++;
        var unit = end;
        while (end < glyphs.Length && Contains(Magnitudes, glyphs[end].CodePoint))
            end++;
        end += UnitLength(glyphs[end..]);
        if (end == unit)
            return;
        for (var i = lastDigit; i + 1 < end; i++)
            glyphs[i].End = glyphs[i].CodePoint == '个' && glyphs[i + 1].CodePoint == '百' ? LineEnd.LastResort : LineEnd.Never;
    }

    private static int UnitLength(ReadOnlySpan<Glyph> glyphs)
    {
        if (glyphs.IsEmpty)
            return 0;
        if (glyphs[0].Class == CharacterClass.Word)
            return LatinUnitLength(glyphs);
        foreach (var unit in LongUnits)
            if (StartsWith(glyphs, unit))
                return unit.Length;
        return Contains(Units, glyphs[0].CodePoint) ? 1 : 0;
    }

    /// <summary>A whole word that is a unit: km, but not the beginning of kmeans.</summary>
    private static int LatinUnitLength(ReadOnlySpan<Glyph> glyphs)
    {
        foreach (var unit in LatinUnits)
            if (StartsWith(glyphs, unit) && (glyphs.Length == unit.Length || !char.IsAsciiLetter((char)glyphs[unit.Length].CodePoint)))
                return unit.Length;
        return 0;
    }

    internal static bool StartsWith(ReadOnlySpan<Glyph> glyphs, string text)
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
