using System.Globalization;
using Reporting.Bulletins.Documents;

namespace Reporting.Bulletins.Html;

/// <summary>Writes a chart as a picture with its text alternative, and its caption below.</summary>
internal static class HtmlFigure
{
    /// <summary>In CSS pixels (1/96 inch): what a printed page of 225 mm holds with a heading above and a caption below.</summary>
    private const decimal PrintedHeight = 660m;

    /// <param name="id">What the ids in the figure begin with.</param>
    public static void Write(Markup page, FigureBlock figure, string id, StyleSheet styles)
    {
        var drawing = new Drawing(id);
        switch (figure.Chart)
        {
            case CompletionChart completion:
                CompletionDrawing.Draw(drawing, completion);
                break;
            case StageChart stages:
                StageDrawing.Draw(drawing, stages);
                break;
            case QuarterChart quarters:
                QuarterDrawing.Draw(drawing, quarters);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(figure), figure.Chart.GetType().Name, "No form for this chart.");
        }
        var height = drawing.Bottom;
        page.Open("figure", ("class", height > PrintedHeight ? styles.PrintedAt(PrintedHeight / height) : null)).Line();
        page.Open(
            "svg",
            ("class", "chart"),
            ("role", "img"),
            ("aria-labelledby", $"{id}-title {id}-desc"),
            ("width", "100%"),
            ("height", height.ToString(CultureInfo.InvariantCulture))).Line();
        page.Open("title", ("id", id + "-title")).Text(figure.Caption.Text).Close().Line();
        page.Open("desc", ("id", id + "-desc")).Text(figure.Alternative.Text).Close().Line();
        page.Raw(drawing.Written()).Close().Line();
        page.Open("figcaption").Lines(figure.Caption.Text).Close().Line().Close();
    }
}
