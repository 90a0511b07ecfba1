using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Reporting.Bulletins.Html;

/// <summary>
/// The style sheet of one file: <c>bulletin.css</c> and what this document asks for beside it. Attributes may not hold style, since the
/// file's policy knows the sheet by its hash alone.
/// </summary>
internal sealed class StyleSheet
{
    private static readonly string everyDocument = Load();

    private readonly SortedSet<string> rules = new(StringComparer.Ordinal);

    /// <summary>A class for a column of this share of its table's width.</summary>
    /// <param name="share">Zero to one.</param>
    public string Width(decimal share)
    {
        var percent = decimal.Round(share * 100m, 1);
        var name = string.Create(CultureInfo.InvariantCulture, $"w{percent * 10m:0}");
        rules.Add(string.Create(CultureInfo.InvariantCulture, $".{name}{{width:{percent:0.#}%}}"));
        return name;
    }

    /// <summary>A class for a figure that is printed smaller, so that it keeps to one page.</summary>
    /// <param name="share">Of its size, zero to one.</param>
    public string PrintedAt(decimal share)
    {
        var percent = decimal.Floor(share * 100m);
        var name = string.Create(CultureInfo.InvariantCulture, $"p{percent:0}");
        rules.Add(string.Create(CultureInfo.InvariantCulture, $"@media print{{.{name}{{zoom:{percent:0}%}}}}"));
        return name;
    }

    /// <summary>The whole sheet; rules in the order of their names.</summary>
    public string Text() => rules.Count == 0 ? everyDocument : everyDocument + string.Join('\n', rules) + "\n";

    /// <summary>As a Content-Security-Policy names it (CSP 3, 2.3.1).</summary>
    public static string HashOf(string sheet) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)));

    private static string Load()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream(typeof(StyleSheet), "bulletin.css")
            ?? throw new InvalidOperationException("The assembly holds no bulletin.css.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
