using System.Text;
using Reporting.Bulletins.Documents;

namespace Reporting.Bulletins.Html;

/// <summary>
/// Writes a document as one HTML file in the 简报 form that needs nothing else: no script, no request, its style sheet and charts inside.
/// It reads on a telephone and in the dark, and prints on the geometry of GB/T 9704-2012.
/// </summary>
public sealed class HtmlRenderer : IBulletinRenderer
{
    public string FileName => "bulletin.html";

    public string Engine => EngineName.Of(typeof(HtmlRenderer));

    public byte[] Render(Document document)
    {
        var styles = new StyleSheet();
        var body = HtmlBody.Of(document, styles);
        var page = new Markup();
        page.Raw("<!doctype html>").Line().Open("html", ("lang", "zh-CN")).Line();
        WriteHead(page, document, styles);
        page.Raw(body).Line().Close().Line();
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    /// <summary>The policy comes before everything that it governs; it lets the one style sheet pass, by its hash.</summary>
    private static void WriteHead(Markup page, Document document, StyleSheet styles)
    {
        var sheet = styles.Text();
        page.Open("head").Line();
        page.Leaf("meta", ("charset", "utf-8")).Line();
        page.Leaf("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src '{StyleSheet.HashOf(sheet)}'; base-uri 'none'; form-action 'none'")).Line();
        page.Leaf("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Line();
        page.Leaf("meta", ("name", "color-scheme"), ("content", "light dark")).Line();
        page.Leaf("meta", ("name", "format-detection"), ("content", "telephone=no")).Line();
        page.Leaf("meta", ("name", "author"), ("content", document.Author)).Line();
        page.Open("title").Text(document.Title).Close().Line();
        page.Open("style").Raw(sheet).Close().Line();
        page.Close().Line();
    }
}
