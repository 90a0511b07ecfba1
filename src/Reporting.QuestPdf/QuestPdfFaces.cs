using QuestPDF.Drawing;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;
using Typesetting.Content;
using Typesetting.Fonts;
using TextStyle = QuestPDF.Infrastructure.TextStyle;

namespace Reporting.QuestPdf;

/// <summary>The configured fonts as QuestPDF knows them, and the styles of GB/T 9704-2012 in them.</summary>
internal sealed class QuestPdfFaces
{
    private readonly FontSet fonts;

    public QuestPdfFaces(FontSet fonts)
    {
        this.fonts = fonts;
        foreach (var font in Enum.GetValues<FontRole>().Select(role => fonts[role]).DistinctBy(font => font.Sha256))
        {
            // Under a name of its own: by that of the file QuestPDF would take whichever weight of the family it finds nearest.
            using var file = File.OpenRead(font.Path);
            FontManager.RegisterFontWithCustomName(font.Sha256, file);
        }
    }

    public TextStyle Body => Of(OfficialStyles.Body);

    public TextStyle Small => Of(OfficialStyles.Small);

    public TextStyle Table => Of(OfficialStyles.Table with { Size = 10.5, Leading = 15 });

    public TextStyle TableHeader => Of(OfficialStyles.TableHeader with { Size = 10.5, Leading = 15 });

    public TextStyle Caption => Of(OfficialStyles.Caption);

    public TextStyle Chart => Of(OfficialStyles.Chart);

    public static float Points(double length) => (float)length;

    public static Color Paint(Colour colour) => Color.FromRGB(colour.Red, colour.Green, colour.Blue);

    /// <summary>The same face, size, grid and colour; QuestPDF counts line distance and letter spacing in sizes.</summary>
    public TextStyle Of(Typesetting.Content.TextStyle style) => TextStyle.Default
        .FontFamily(fonts[style.Font].Sha256)
        .FontSize(Points(style.Size))
        .LineHeight(Points(style.Leading / style.Size))
        .LetterSpacing(Points(style.Pitch is { } pitch ? (pitch - style.Size) / style.Size : 0))
        .FontColor(Paint(style.Colour));
}
