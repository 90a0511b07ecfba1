namespace Typesetting.Content.Checks;

/// <summary>Refuses styles and runs that no page could show.</summary>
/// <param name="width">Of the text area, in points.</param>
/// <param name="height">Of the text area, in points.</param>
internal sealed class TextCheck(double width, double height)
{
    /// <summary>Of the size: full-width characters any closer would touch.</summary>
    private const double ClosestPitch = 0.9;

    public void Style(TextStyle style, ContentPlace place, string field)
    {
        place.Present(style, "字样", field);
        place.Defined(style.Font, "字体", "Font", field);
        place.Range(style.Size, 1, Math.Min(width, height), "字号", "Size", field);
        // Lines closer than their size would stand in each other, and the first and last beyond the text area.
        place.Range(style.Leading, style.Size, height, "行距", "Leading", field);
        if (style.Pitch is { } pitch)
            place.Range(pitch, style.Size * ClosestPitch, width, "字距", "Pitch", field);
    }

    public static void Runs(IReadOnlyList<Run> runs, TextStyle style, ContentPlace place, string field)
    {
        place.Present(runs, "文字", field);
        for (var i = 0; i < runs.Count; i++)
        {
            place.Present(runs[i], "文字", field);
            place.Present(runs[i].Text, "文字", "Text", field);
            if (runs[i].Size is { } size)
                place.Range(size, 1, style.Leading, "字号", "Size", field);
            if (runs[i].Font is { } font)
                place.Defined(font, "字体", "Font", field);
        }
    }

    /// <summary>Every line has room for a character, and none begins or ends outside the text area.</summary>
    /// <param name="left">Before every line, in points; the first line and the right side likewise.</param>
    public void Room(double left, double first, double right, TextStyle style, IReadOnlyList<Run> runs, ContentPlace place)
    {
        var character = Math.Max(style.Size, style.Pitch ?? 0);
        foreach (var run in runs)
            character = Math.Max(character, run.Size ?? 0);
        var room = width - left - Math.Max(0, first) - right;
        // A hundredth more than half a page of lengths can lose in being added up.
        if (room < character - 0.01)
            throw place.Refusal($"缩进只留下{ContentPlace.Text(room)}点，放不下一个字", $"the indents leave {ContentPlace.Text(room)} points, too few for one character");
        if (left + first < -0.01)
            throw place.Refusal($"首行缩进在左边距之外{ContentPlace.Text(-left - first)}点", $"the first line begins {ContentPlace.Text(-left - first)} points outside the left margin");
    }

    /// <summary>Alignment outside tables.</summary>
    public static void Line(Alignment alignment, ContentPlace place) => place.Defined(alignment, "对齐", "Alignment");
}
