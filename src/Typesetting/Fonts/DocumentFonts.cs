namespace Typesetting.Fonts;

/// <summary>The fonts one document uses, one for each file however many roles it plays.</summary>
internal sealed class DocumentFonts(FontSet set) : IDisposable
{
    private readonly List<DocumentFont> used = [];

    public IReadOnlyList<DocumentFont> Used => used;

    public DocumentFont this[FontRole role]
    {
        get
        {
            var file = set[role];
            foreach (var font in used)
                if (ReferenceEquals(font.File, file))
                    return font;
            var added = new DocumentFont(file, used.Count + 1);
            used.Add(added);
            return added;
        }
    }

    public void Dispose()
    {
        foreach (var font in used)
            font.Dispose();
    }
}
