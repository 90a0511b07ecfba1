using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using Reporting.Bulletins.Documents;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Reporting.Bulletins.Word;

/// <summary>Adds the charts of a document: a part each, with its data, and the paragraph in which it stands.</summary>
internal sealed class WordFigures(MainDocumentPart main, WordOptions faces)
{
    private const string Data = "data";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private readonly ChartWriter writer = new(faces);
    private int count;

    /// <returns>The chart's paragraph, kept with the caption below it.</returns>
    public W.Paragraph Add(FigureBlock figure)
    {
        count++;
        var id = string.Create(CultureInfo.InvariantCulture, $"chart{count}");
        var plot = BarPlot.Of(figure.Chart);
        var part = main.AddNewPart<ChartPart>(id);
        using (var workbook = new MemoryStream(ChartData.Workbook(plot)))
            part.AddNewPart<EmbeddedPackagePart>(Workbook, Data).FeedData(workbook);
        part.ChartSpace = writer.Make(plot, Data);
        return WordText.Paragraph(StyleIds.Figure, new W.Run(new W.Drawing(Frame(figure, id, plot.Height))));
    }

    private D.Inline Frame(FigureBlock figure, string id, int height) => new(
        new D.Extent { Cx = Geometry.Emu(Geometry.TextWidth), Cy = Geometry.Emu(height * 20) },
        new D.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
        new D.DocProperties
        {
            Id = (uint)count,
            Name = string.Create(CultureInfo.InvariantCulture, $"图{count}"),
            Description = WordText.Checked(figure.Alternative.Text),
        },
        new D.NonVisualGraphicFrameDrawingProperties(),
        new A.Graphic(new A.GraphicData(new C.ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
    {
        DistanceFromTop = 0,
        DistanceFromBottom = 0,
        DistanceFromLeft = 0,
        DistanceFromRight = 0,
    };
}
