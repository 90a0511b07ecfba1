namespace Typesetting.Pdf;

/// <summary>Writes the reader's bookmarks, nested by level.</summary>
internal sealed class OutlineWriter(PdfFile file, IReadOnlyList<int> pageObjects)
{
    /// <summary>Returns the object number of the bookmarks, or null where there are none.</summary>
    public int? Write(IReadOnlyList<PageCanvas> pages)
    {
        if (!pages.Any(page => page.Bookmarks.Count > 0))
            return null;
        var root = new Node(file.NewObject(), null, 0, 0, 0);
        var path = new Stack<Node>([root]);
        for (var page = 0; page < pages.Count; page++)
            foreach (var (bookmark, top) in pages[page].Bookmarks)
            {
                while (path.Peek().Level >= bookmark.Level)
                    path.Pop();
                var node = new Node(file.NewObject(), bookmark.Title, bookmark.Level, page, top);
                path.Peek().Children.Add(node);
                path.Push(node);
            }

        file.Begin(root.Number).Raw("<</Type/Outlines"u8);
        WriteChildren(root);
        file.Buffer.Raw(">>"u8);
        file.End();
        WriteBelow(root);
        return root.Number;
    }

    private void WriteBelow(Node parent)
    {
        for (var i = 0; i < parent.Children.Count; i++)
        {
            var node = parent.Children[i];
            var buffer = file.Begin(node.Number).Raw("<</Title "u8).TextString(node.Title ?? "").Raw("/Parent "u8).Reference(parent.Number);
            if (i > 0)
                buffer.Raw("/Prev "u8).Reference(parent.Children[i - 1].Number);
            if (i + 1 < parent.Children.Count)
                buffer.Raw("/Next "u8).Reference(parent.Children[i + 1].Number);
            buffer.Raw("/Dest["u8).Reference(pageObjects[node.Page]).Raw("/XYZ null "u8).Number(node.Top).Raw(" null]"u8);
            WriteChildren(node);
            buffer.Raw(">>"u8);
            file.End();
            WriteBelow(node);
        }
    }

    private void WriteChildren(Node node)
    {
        if (node.Children.Count == 0)
            return;
        file.Buffer.Raw("/First "u8).Reference(node.Children[0].Number).Raw("/Last "u8).Reference(node.Children[^1].Number)
            .Raw("/Count "u8).Integer(Descendants(node));
    }

    private static int Descendants(Node node) => node.Children.Count + node.Children.Sum(Descendants);

    private sealed record Node(int Number, string? Title, int Level, int Page, double Top)
    {
        public List<Node> Children { get; } = [];
    }
}
