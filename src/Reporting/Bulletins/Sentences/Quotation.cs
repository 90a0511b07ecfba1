using System.Text;

namespace Reporting.Bulletins.Sentences;

/// <summary>Takes a unit's own words over: whole sentences, one full stop at the end, no line breaks, no doubled punctuation.</summary>
internal static class Quotation
{
    /// <summary>Longer texts are cut after the last whole sentence within it; the entry keeps the rest.</summary>
    public const int Longest = 180;

    private const string Cut = "……（下略）";

    /// <summary>Ends in 。, ！, ？ or the mark of a cut; empty when the text is blank.</summary>
    public static string Sentence(string? text, int longest = Longest)
    {
        var clause = Clause(text, longest);
        return clause.Length == 0 || EndsSentence(clause[^1]) || clause.EndsWith(Cut, StringComparison.Ordinal) ? clause : clause + "。";
    }

    /// <summary>The same without a full stop at the end, to stand within a sentence.</summary>
    public static string Clause(string? text, int longest = Longest)
    {
        var clean = Shorten(Clean(text ?? ""), longest);
        return clean.EndsWith('。') ? clean.TrimEnd('。') : clean;
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text.Trim())
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                gap = true;
                continue;
            }
            var next = clean.Length > 0 && IsChinese(clean[^1]) ? FullWidth(c) : c == ')' && OpenBrackets(clean) > 0 ? '）' : c;
            if (clean.Length > 0)
            {
                // A blank or line break means something between two Latin words only.
                if (gap && char.IsAsciiLetterOrDigit(clean[^1]) && char.IsAsciiLetterOrDigit(c))
                    clean.Append(' ');
                if (IsPause(clean[^1]) && (IsPause(next) || EndsSentence(next)))
                {
                    gap = false;
                    if (EndsSentence(next))
                        clean[^1] = next;
                    continue;
                }
                if (EndsSentence(clean[^1]) && (IsPause(next) || next == '。'))
                {
                    gap = false;
                    continue;
                }
            }
            else if (IsPause(next) || next == '。')
            {
                continue;
            }
            gap = false;
            clean.Append(next);
        }
        while (clean.Length > 0 && IsPause(clean[^1]))
            clean.Length--;
        PairBrackets(clean);
        return clean.ToString();
    }

    /// <summary>Both brackets of a pair are of Chinese text where one of them is: IT(信息技术）.</summary>
    private static void PairBrackets(StringBuilder text)
    {
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '（')
                open.Push(i);
            else if (text[i] is ')' or '）' && open.TryPop(out var begin) && (text[i] == '）' || text[begin] == '（'))
                (text[begin], text[i]) = ('（', '）');
        }
    }

    private static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var head = text[..longest];
        var sentence = head.LastIndexOfAny(['。', '！', '？']);
        if (sentence >= 0)
            return head[..(sentence + 1)];
        var pause = head.LastIndexOfAny(['，', '；', '、']);
        var end = pause > longest / 2 ? pause : longest;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end] + Cut;
    }

    private static char FullWidth(char c) => c switch
    {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '?' => '？',
        '!' => '！',
        '(' => '（',
        ')' => '）',
        '.' => '。',
        _ => c,
    };

    private static int OpenBrackets(StringBuilder text)
    {
        var open = 0;
        for (var i = 0; i < text.Length; i++)
            open += text[i] == '（' ? 1 : text[i] == '）' ? -1 : 0;
        return open;
    }

    private static bool IsChinese(char c) => c is >= '\u4e00' and <= '\u9fff' or '）' or '”' or '》';

    private static bool IsPause(char c) => c is '，' or '、' or '；' or '：';

    private static bool EndsSentence(char c) => c is '。' or '！' or '？';
}
