using System.Globalization;

namespace Typesetting.Content;

/// <summary>
/// Text that cannot be set as written: a control character, a lone surrogate, an invisible or right-to-left format character.
/// It is refused rather than mended, so that what a file says is what was handed in.
/// </summary>
public sealed class TextException : Exception
{
    public TextException()
    {
    }

    public TextException(string message)
        : base(message)
    {
    }

    public TextException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal TextException(int codePoint, string kindChinese, string kind, string text, int index)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"文字第{index + 1}个字符 U+{codePoint:X4} 是{kindChinese}，不能排版。 Character {index + 1} of the text, U+{codePoint:X4}, is {kind} and cannot be set. (…{Around(text, index)}…)"))
    {
        CodePoint = codePoint;
    }

    public int CodePoint { get; }

    private static string Around(string text, int index)
    {
        var start = Math.Max(0, index - 8);
        var part = text.AsSpan(start, Math.Min(16, text.Length - start));
        return string.Concat(part.ToArray().Select(c => char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? "·" : c.ToString()));
    }
}
