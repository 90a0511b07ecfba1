using Typesetting.Content;
using Typesetting.Content.Checks;
using Typesetting.Lines;

namespace Typesetting.Pages;

/// <summary>Cuts a list into lines: labels under each other, the text of every item hanging beside its label.</summary>
internal sealed class ListLayout(TextShaper shaper, LineBreaker breaker, double width, StructureElement parent, ContentPlace place)
{
    /// <summary>Least blank between a label and its text, in full-width characters; a full-width closing mark (一、) has its own.</summary>
    private const double LabelGap = 0.2;

    private readonly List<Line> lines = [];

    public void Cut(ItemList list, List<Slab> into)
    {
        if (list.Items.Count > 0)
            AddItems(list, list.Items, list.Indent * EmOf(list), parent, into);
    }

    private void AddItems(ItemList list, IReadOnlyList<ListItem> items, double left, StructureElement above, List<Slab> into)
    {
        var labels = new GlyphRange[items.Count];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = shaper.Shape([new Run(items[i].Label)], list.Style);
        var textLeft = left + LabelWidth(list, labels);
        if (width - textLeft < EmOf(list))
            throw place.Refusal(
                $"缩进和标号只留下{ContentPlace.Text(width - textLeft)}点，放不下一个字", $"indent and labels leave {ContentPlace.Text(width - textLeft)} points, too few for one character");
        var element = above.Add("L");
        for (var i = 0; i < items.Count; i++)
        {
            var item = element.Add("LI");
            var label = items[i].Label.Length == 0 ? null : new ListLabel(LabelLine(labels[i]), left, item.Add("Lbl"));
            AddItem(list, items[i], label, textLeft, item.Add("LBody"), into);
        }
    }

    private void AddItem(ItemList list, ListItem item, ListLabel? label, double left, StructureElement body, List<Slab> into)
    {
        var first = into.Count;
        lines.Clear();
        breaker.Break(shaper.Shape(item.Runs, list.Style), width - left, 0, list.Alignment, lines);
        TextSlab.Stack(list.Style, lines, left, item.Items.Count == 0 ? body : body.Add("P"), false, into);
        ((TextSlab)into[first]).Label = label;
        if (item.Items.Count == 0)
            return;
        into[^1].Bond = Bond.Asked;
        AddItems(list, item.Items, left, body, into);
    }

    private double LabelWidth(ItemList list, GlyphRange[] labels)
    {
        if (list.LabelWidth is { } given)
            return given * EmOf(list);
        var widest = 0.0;
        foreach (var label in labels)
        {
            if (label.Count == 0)
                continue;
            ref readonly var last = ref shaper[label.Start + label.Count - 1, 1][0];
            var gap = last is { FullWidth: true, Class: CharacterClass.Closing } ? 0 : LabelGap;
            widest = Math.Max(widest, (breaker.Measure(label).Natural / EmOf(list)) + gap);
        }

        return Math.Ceiling(widest - 0.01) * EmOf(list);
    }

    private Line LabelLine(GlyphRange label) => new(label.Start, label.Count, 0, breaker.Measure(label).Natural);

    private static double EmOf(ItemList list) => list.Style.Pitch ?? list.Style.Size;
}

/// <summary>What stands before the first line of a list's item.</summary>
/// <param name="Left">From the left edge of the text area, in points.</param>
internal sealed record ListLabel(Line Line, double Left, StructureElement Element);
