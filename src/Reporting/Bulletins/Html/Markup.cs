using System.Text;

namespace Reporting.Bulletins.Html;

/// <summary>Writes elements and text. All text is escaped, and what is opened is closed in its turn.</summary>
internal sealed class Markup
{
    private readonly StringBuilder written = new();
    private readonly Stack<string> open = new();

    /// <param name="attributes">One whose value is null is left out.</param>
    public Markup Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(element, attributes);
        written.Append('>');
        open.Push(element);
        return this;
    }

    /// <summary>Closes the element that was opened last.</summary>
    public Markup Close()
    {
        written.Append("</").Append(open.Pop()).Append('>');
        return this;
    }

    /// <summary>An element without content.</summary>
    /// <param name="attributes">One whose value is null is left out.</param>
    public Markup Leaf(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(element, attributes);
        written.Append("/>");
        return this;
    }

    public Markup Text(string text)
    {
        Escape(CarriedText.Of(text));
        return this;
    }

    /// <summary>Text whose line feeds break the line.</summary>
    public Markup Lines(string text)
    {
        var lines = CarriedText.Of(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                Leaf("br");
            Escape(lines[i]);
        }
        return this;
    }

    /// <summary>Ends a line of the source, where white space means nothing.</summary>
    public Markup Line() => Raw("\n");

    /// <summary>What is markup already.</summary>
    public Markup Raw(string markup)
    {
        written.Append(markup);
        return this;
    }

    public override string ToString() => open.Count == 0
        ? written.ToString()
        : throw new InvalidOperationException($"<{open.Peek()}> is still open.");

    private void Begin(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        written.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is null)
                continue;
            written.Append(' ').Append(name).Append("=\"");
            Escape(CarriedText.Of(value));
            written.Append('"');
        }
    }

    private void Escape(string text)
    {
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => written.Append("&amp;"),
                '<' => written.Append("&lt;"),
                '>' => written.Append("&gt;"),
                '"' => written.Append("&quot;"),
                _ => written.Append(character),
            };
        }
    }
}
