using Microsoft.Extensions.Options;

namespace Reporting.Bulletins.Word;

/// <summary>
/// Which typeface plays which role in a Word file (section <c>Word</c>). The file names them and holds none: the reader's machine has to
/// have them, so the defaults are those that offices have.
/// </summary>
public sealed class WordOptions
{
    public const string Section = "Word";

    /// <summary>Word keeps names of up to 31 characters.</summary>
    private const int LongestName = 31;

    /// <summary>Running text.</summary>
    public string Body { get; set; } = "仿宋";

    /// <summary>First-level headings, captions and the heads of tables.</summary>
    public string Heading { get; set; } = "黑体";

    /// <summary>The masthead and the title.</summary>
    public string Title { get; set; } = "方正小标宋简体";

    /// <summary>True where <see cref="Title"/> is a face of text weight, such as 宋体.</summary>
    public bool TitleBold { get; set; }

    /// <summary>Second-level headings and words that lead a paragraph.</summary>
    public string Kai { get; set; } = "楷体";

    /// <summary>Digits and Latin letters in running text.</summary>
    public string Latin { get; set; } = "Times New Roman";

    /// <summary>Page numbers (GB/T 9704-2012, 7.5).</summary>
    public string PageNumber { get; set; } = "宋体";

    /// <summary>Every fault of the settings, each naming its key; empty when they can be used.</summary>
    internal IEnumerable<string> Faults()
    {
        (string Key, string Name)[] faces =
            [(nameof(Body), Body), (nameof(Heading), Heading), (nameof(Title), Title), (nameof(Kai), Kai), (nameof(Latin), Latin), (nameof(PageNumber), PageNumber)];
        foreach (var (key, name) in faces)
        {
            if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is ';' or ','))
            {
                yield return $"设置 {Section}:{key} 应为一个字体名称（不超过{LongestName}个字符，不含逗号、分号）。"
                    + $" Setting {Section}:{key} must be the name of one typeface of at most {LongestName} characters, without a comma or semicolon.";
            }
        }
    }

    internal sealed class Validation : IValidateOptions<WordOptions>
    {
        public ValidateOptionsResult Validate(string? name, WordOptions options)
        {
            var faults = options.Faults().ToList();
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
