using System.Globalization;

namespace Reporting.Bulletins.Html;

/// <summary>Which edge or middle of a text stands at its place.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>
/// What a chart is drawn on: across in percent of the width, whatever that is, and down in CSS pixels. So bars grow with the screen and
/// text keeps its size, from a telephone to paper.
/// </summary>
/// <param name="id">What the ids of its patterns begin with.</param>
internal sealed class Drawing(string id)
{
    /// <summary>Of a line of text, in pixels.</summary>
    public const int LineHeight = 20;

    /// <summary>Full-width characters that the narrowest screen has room for.</summary>
    private const decimal Narrowest = 19m;

    /// <summary>Of a full-width character, in pixels.</summary>
    private const int CharacterWidth = 14;

    /// <summary>From the top of a line down to its base line, in pixels.</summary>
    private const int Ascent = 15;

    private const int Swatch = 12;

    /// <summary>Told apart by tone and by hatching, so that paper without colour tells them too.</summary>
    private static readonly string[] fills = ["dark", "pale", "rising", "blank", "crossed", "falling"];

    private readonly Markup shapes = new();
    private bool hatched;

    /// <summary>Where the next line begins, in pixels; at the end the height of the whole.</summary>
    public int Bottom { get; private set; }

    public string Written() => hatched ? Patterns() + shapes : shapes.ToString();

    /// <summary>Leaves room below.</summary>
    public void Skip(int pixels) => Bottom += pixels;

    /// <summary>A name at the left and its value at the right, on one line where the narrowest screen has room for both.</summary>
    public void NameAndValue(string name, string value)
    {
        var names = ChartWords.Break(name, Narrowest);
        var values = ChartWords.Break(value, Narrowest);
        var beside = values.Count == 1 && ChartWords.Width(names[^1]) + 1m + ChartWords.Width(value) <= Narrowest;
        Column(names, 0m, Anchor.Start);
        if (beside)
            Skip(-LineHeight);
        Column(values, 100m, Anchor.End);
    }

    /// <summary>Small samples with their words, line by line.</summary>
    /// <param name="entries">The sample is drawn at a left edge and an upper edge in pixels, 12 wide and high.</param>
    public void Legend(IEnumerable<(string Words, Action<int, int> Draw)> entries)
    {
        var left = 0;
        foreach (var (words, draw) in entries)
        {
            var width = Swatch + 5 + (int)decimal.Ceiling(ChartWords.Width(words) * CharacterWidth);
            if (left > 0 && left + width > Narrowest * CharacterWidth)
                (left, Bottom) = (0, Bottom + LineHeight);
            draw(left, Bottom + 4);
            Line(words, left + Swatch + 5);
            left += width + CharacterWidth;
        }
        Skip(LineHeight);
    }

    /// <summary>A sample of the fill with this number.</summary>
    public void Sample(int fill, int left, int top) => Shape("rect", fill, ("x", Number(left)), ("width", Number(Swatch)), top, Swatch);

    /// <param name="fill">Its number in the order of the series.</param>
    public void Bar(int fill, decimal from, decimal to, int top, int height) =>
        Shape("rect", fill, ("x", Percent(Math.Min(from, to))), ("width", Percent(Math.Abs(to - from))), top, height);

    /// <param name="name">Its class in the style sheet.</param>
    public void Box(string name, decimal from, decimal to, int top, int height) => shapes.Leaf(
        "rect", ("class", name), ("x", Percent(from)), ("y", Number(top)), ("width", Percent(to - from)), ("height", Number(height))).Line();

    /// <summary>A line straight down.</summary>
    /// <param name="name">Its class in the style sheet.</param>
    public void Down(string name, decimal at, int top, int height) => shapes.Leaf(
        "line", ("class", name), ("x1", Percent(at)), ("x2", Percent(at)), ("y1", Number(top)), ("y2", Number(top + height))).Line();

    /// <summary>A path in pixels from a place on the scale.</summary>
    /// <param name="name">Its class in the style sheet.</param>
    public void Path(string name, decimal at, int top, string path) => shapes
        .Open("svg", ("aria-hidden", "true"), ("x", Percent(at)), ("y", Number(top)), ("overflow", "visible")).Leaf("path", ("class", name), ("d", path)).Close().Line();

    /// <summary>A path in pixels from a left edge in pixels.</summary>
    /// <param name="name">Its class in the style sheet.</param>
    public void Sketch(string name, int left, int top, string path) =>
        shapes.Leaf("path", ("class", name), ("d", path), ("transform", $"translate({Number(left)} {Number(top)})")).Line();

    /// <param name="top">Upper edge of the line.</param>
    /// <param name="after">Pixels that it stands to the right of its place.</param>
    public void Text(decimal at, int top, string text, Anchor anchor, int after = 0) => shapes.Open(
        "text",
        ("x", Percent(at)),
        ("y", Number(top + Ascent)),
        ("dx", after == 0 ? null : Number(after)),
        ("text-anchor", anchor switch { Anchor.Middle => "middle", Anchor.End => "end", _ => null })).Text(text).Close().Line();

    private void Column(IEnumerable<string> lines, decimal at, Anchor anchor)
    {
        foreach (var line in lines)
        {
            if (line.Length > 0)
                Text(at, Bottom, line, anchor);
            Skip(LineHeight);
        }
    }

    private void Line(string text, int left) => shapes.Open("text", ("x", Number(left)), ("y", Number(Bottom + Ascent))).Text(text).Close().Line();

    private void Shape(string element, int fill, (string, string?) left, (string, string?) width, int top, int height)
    {
        var name = fills[fill % fills.Length];
        var pattern = name is "rising" or "falling" or "crossed" ? $"url(#{id}-{name})" : null;
        hatched |= pattern is not null;
        shapes.Leaf(element, ("class", "fill " + name), left, ("y", Number(top)), width, ("height", Number(height)), ("fill", pattern)).Line();
    }

    private string Patterns()
    {
        var patterns = new Markup();
        patterns.Open("defs");
        foreach (var (name, path) in (ReadOnlySpan<(string, string)>)[("rising", "M-1 1 1-1M0 6 6 0M5 7 7 5"), ("falling", "M-1 5 1 7M0 0 6 6M5-1 7 1"), ("crossed", "M0 6 6 0M0 0 6 6")])
        {
            patterns.Open("pattern", ("id", $"{id}-{name}"), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse"))
                .Leaf("path", ("class", "ground"), ("d", "M0 0H6V6H0Z")).Leaf("path", ("class", "hatch"), ("d", path)).Close();
        }
        return patterns.Close().Line().ToString();
    }

    private static string Percent(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
